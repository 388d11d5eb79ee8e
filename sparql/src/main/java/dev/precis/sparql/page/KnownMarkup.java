package dev.precis.sparql.page;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the mark-up of a text as far as it is known here: whatever the graph says, nothing is read but these elements,
 * attributes and kinds of address. How deep elements nest is bounded by whoever wrote them, and nothing here recurses.
 */
final class KnownMarkup {
    private static final XMLInputFactory INPUT = XMLInputFactory.newDefaultFactory();

    static {
        // no entities but XML's own five, so nothing is expanded or fetched
        INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        INPUT.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private static final String PICTURE = "img";
    private static final Set<String> BLOCKS =
            Set.of(("p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote table caption thead"
                            + " tbody tfoot tr td th figure figcaption br")
                    .split(" "));
    private static final Set<String> INLINES =
            Set.of("a strong em cite q sub sup code kbd samp var abbr span img".split(" "));
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "href", "(?is)(?:https?:|mailto:).*",
            "title", "(?s).*",
            "class", "picture",
            "start", "-?[0-9]{1,9}",
            "colspan", "[0-9]{1,4}",
            "rowspan", "[0-9]{1,5}",
            "scope", "row|col|rowgroup|colgroup");
    /** Whether {@code src} is a picture of ours, whoever shows it sees to. */
    private static final Map<String, String> ATTRIBUTES_OF_PICTURES =
            Map.of("alt", "(?s).*", "height", "[0-9]{1,9}", "src", "(?is)https?:.*", "width", "[0-9]{1,9}");

    /** A piece of mark-up. */
    sealed interface Part {}

    /**
     * An element begins.
     *
     * @param letters how many characters are in it that are no white space
     * @param links whether there is a link in it, or it is one
     */
    record Begin(String name, Map<String, String> attributes, int letters, boolean links) implements Part {
        Begin {
            attributes = new TreeMap<>(attributes);
        }

        boolean isPicture() {
            return name.equals(PICTURE);
        }

        /** Whether it stands within a line. */
        boolean isInline() {
            return INLINES.contains(name);
        }
    }

    record End(String name) implements Part {}

    record Text(String characters) implements Part {}

    private final List<Part> parts = new ArrayList<>();
    /** Where the elements begin that are open. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private KnownMarkup() {}

    /** The mark-up in order; nothing if any of it is unknown or malformed. */
    static Optional<List<Part>> read(String xhtml) {
        KnownMarkup markup = new KnownMarkup();
        try {
            XMLStreamReader xml = INPUT.createXMLStreamReader(new StringReader("<div>" + xhtml + "</div>"));
            xml.nextTag();
            boolean known = true;
            while (known && xml.hasNext()) {
                known = markup.take(xml);
            }
            return known ? Optional.of(markup.parts) : Optional.empty();
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private boolean take(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                return begin(xml);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (!open.isEmpty()) {
                    open.pop();
                    parts.add(new End(xml.getLocalName()));
                }
                return true;
            }
            case XMLStreamConstants.CHARACTERS -> {
                parts.add(new Text(xml.getText()));
                long letters = xml.getText()
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
                open.forEach(begin -> add(begin, (int) letters, false));
                return true;
            }
            default -> {
                return xml.getEventType() == XMLStreamConstants.END_DOCUMENT;
            }
        }
    }

    private boolean begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (!(BLOCKS.contains(name) || INLINES.contains(name)) || xml.getNamespaceURI() != null) {
            return false;
        }
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> known = name.equals(PICTURE) ? ATTRIBUTES_OF_PICTURES : ATTRIBUTES;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String form = known.get(xml.getAttributeLocalName(i));
            if (form == null || !xml.getAttributeValue(i).matches(form)) {
                return false;
            }
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        if (name.equals(PICTURE) && !attributes.containsKey("src")) {
            return false;
        }
        open.push(parts.size());
        parts.add(new Begin(name, attributes, 0, false));
        if (name.equals("a")) {
            open.forEach(begin -> add(begin, 0, true));
        }
        return true;
    }

    private void add(int begin, int letters, boolean links) {
        if (parts.get(begin) instanceof Begin known) {
            parts.set(
                    begin,
                    new Begin(known.name(), known.attributes(), known.letters() + letters, known.links() || links));
        }
    }
}
