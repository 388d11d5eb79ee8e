package dev.precis.sparql.page;

import dev.precis.sparql.page.MarkedText.Piece;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a text with its mark-up as HTML, with pieces of it marked. Whatever the graph says, nothing is written but the
 * elements, attributes and kinds of address that are known here, and the characters of the plain text.
 */
final class RichText {
    private static final XMLInputFactory INPUT = XMLInputFactory.newDefaultFactory();
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

    static {
        // no entities but XML's own five, so nothing is expanded or fetched
        INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        INPUT.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private static final Set<String> ELEMENTS = Set.of(("p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote table caption"
        + " thead tbody tfoot tr td th figure figcaption a strong em cite q sub sup code kbd samp var abbr br span")
            .split(" "));
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "href", "(?is)(?:https?:|mailto:).*",
            "title", "(?s).*",
            "class", "picture",
            "start", "-?[0-9]{1,9}",
            "colspan", "[0-9]{1,4}",
            "rowspan", "[0-9]{1,5}",
            "scope", "row|col|rowgroup|colgroup");

    /** How pieces are marked. */
    enum Mark {
        /** Not at all: for feeds. */
        NONE,
        /** The sentence of a finding leads to its numbers, and is led to. */
        FINDING,
        /** A piece of advice is led to. */
        ADVICE
    }

    private final List<Piece> pieces;
    private final Mark mark;
    private final XMLStreamWriter html;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> led = new HashSet<>();
    private int piece;
    private int place;
    private boolean marking;
    private boolean aside;

    private RichText(List<Piece> pieces, Mark mark, XMLStreamWriter html) {
        this.pieces = pieces;
        this.mark = mark;
        this.html = html;
    }

    /**
     * The text as HTML.
     *
     * @param xhtml the text with its mark-up
     * @param paragraphs the same as plain text, in pieces
     * @return empty if there is no mark-up, if it is none that is known, or if it says something else
     */
    static Optional<String> html(String xhtml, List<List<Piece>> paragraphs, Mark mark) {
        List<Piece> pieces = new ArrayList<>();
        paragraphs.forEach(paragraph -> paragraph.stream()
                .map(piece -> new Piece(piece.text().strip(), piece.finding()))
                .filter(piece -> !piece.text().isEmpty())
                .forEach(pieces::add));
        StringWriter written = new StringWriter();
        try {
            RichText text = new RichText(pieces, mark, OUTPUT.createXMLStreamWriter(written));
            boolean said = !xhtml.isEmpty() && text.read("<div>" + xhtml + "</div>");
            return said ? Optional.of(written.toString()) : Optional.empty();
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private boolean read(String document) throws XMLStreamException {
        XMLStreamReader xml = INPUT.createXMLStreamReader(new StringReader(document));
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth++ > 0 && !begin(xml)) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (--depth > 0) {
                        end(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!characters(xml.getText())) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {}
                default -> {
                    return false;
                }
            }
        }
        html.flush();
        return piece == pieces.size();
    }

    /** Whether the element is one that is known. */
    private boolean begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (!ELEMENTS.contains(name)
                || xml.getPrefix() != null && !xml.getPrefix().isEmpty()) {
            return false;
        }
        unmark();
        if (name.equals("br")) {
            html.writeEmptyElement(name);
            return true;
        }
        aside |= name.equals("span"); // words that stand for a picture are none of the text's
        if (name.equals("table") && mark != Mark.NONE) {
            html.writeStartElement("div");
            html.writeAttribute("class", "wide");
            html.writeAttribute("tabindex", "0"); // else a keyboard could not scroll it
        }
        html.writeStartElement(name);
        open.push(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String form = ATTRIBUTES.get(attribute);
            if (form == null || !xml.getAttributeValue(i).matches(form)) {
                return false;
            }
            html.writeAttribute(attribute, xml.getAttributeValue(i));
        }
        return true;
    }

    private void end(String name) throws XMLStreamException {
        if (name.equals("br")) {
            return;
        }
        unmark();
        aside = aside && !name.equals("span");
        open.pop();
        html.writeEndElement();
        if (name.equals("table") && mark != Mark.NONE) {
            html.writeEndElement();
        }
    }

    /** Writes characters, those of each piece within its mark; white space between two is in neither. */
    private boolean characters(String text) throws XMLStreamException {
        int from = 0;
        for (int i = 0; i < text.length() && !aside; i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && (piece == pieces.size() || pieces.get(piece).text().charAt(place) != text.charAt(i))) {
                return false;
            }
            if (!marking && (place > 0 || !space) && isToMark()) {
                html.writeCharacters(text.substring(from, i));
                from = i;
                mark(pieces.get(piece).finding());
            }
            if (!space && isEnd()) {
                html.writeCharacters(text.substring(from, i + 1));
                from = i + 1;
                unmark();
            }
        }
        html.writeCharacters(text.substring(from));
        return true;
    }

    /** Goes on in the plain text; whether a piece ended. */
    private boolean isEnd() {
        String words = pieces.get(piece).text();
        place++;
        while (place < words.length() && Character.isWhitespace(words.charAt(place))) {
            place++;
        }
        if (place < words.length()) {
            return false;
        }
        piece++;
        place = 0;
        return true;
    }

    private boolean isToMark() {
        return piece < pieces.size()
                && pieces.get(piece).isMarked()
                && (mark == Mark.FINDING
                        || (mark == Mark.ADVICE
                                && !led.contains(pieces.get(piece).finding())));
    }

    private void mark(String iri) throws XMLStreamException {
        String fragment = Frame.fragment(iri);
        boolean first = led.add(iri);
        boolean leads = mark == Mark.FINDING && !open.contains("a"); // a link holds no other
        html.writeStartElement(leads ? "a" : "span");
        if (mark == Mark.FINDING) {
            html.writeAttribute("class", "said");
        }
        if (first) {
            html.writeAttribute("id", mark == Mark.FINDING ? "said-" + fragment : fragment);
        }
        if (leads) {
            html.writeAttribute("href", "#" + fragment);
            if (!first) {
                html.writeAttribute("tabindex", "-1"); // the keyboard stops once at each sentence
            }
        }
        marking = true;
    }

    private void unmark() throws XMLStreamException {
        if (marking) {
            html.writeEndElement();
            marking = false;
        }
    }
}
