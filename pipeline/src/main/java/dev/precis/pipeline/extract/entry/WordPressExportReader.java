package dev.precis.pipeline.extract.entry;

import com.rometools.rome.io.XmlReader;
import dev.precis.pipeline.domain.page.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what WordPress exports (WXR: RSS 2.0 with elements of its own,
 * https://wordpress.org/documentation/article/tools-export-screen/) as a stream, so that a large one needs no tree.
 */
final class WordPressExportReader {
    private static final Map<String, String> PREFIXES = Map.of(
            "http://purl.org/dc/elements/1.1/", "dc:",
            "http://purl.org/rss/1.0/modules/content/", "content:");

    private final WordPressExport export = new WordPressExport();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> fields = new HashMap<>();

    private WordPressExportReader() {}

    static Entries read(Capture capture) {
        Entries.Collector found = new Entries.Collector(capture.address());
        WordPressExportReader reader = new WordPressExportReader();
        String broken = reader.parse(capture.content());
        reader.export.tell(found, capture.address());
        if (!broken.isEmpty()) {
            found.broken("export-unreadable", "no whole export of WordPress: " + broken);
        }
        return found.entries();
    }

    /** Reads as far as it goes; tells why it went no further, or nothing. */
    private String parse(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // no entities but XML's own five, so nothing is expanded or fetched
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try (Reader characters =
                new XmlCharacters(new XmlReader(new ByteArrayInputStream(content), "application/xml", true))) {
            XMLStreamReader xml = factory.createXMLStreamReader(characters);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (isField()) {
                            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> close();
                    case XMLStreamConstants.DTD -> {
                        return "a document type is not expected";
                    }
                    default -> {}
                }
            }
            return "";
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
            return "line " + line + ": " + reason.lines().findFirst().orElse("is not readable");
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String name(XMLStreamReader xml) {
        String namespace = String.valueOf(xml.getNamespaceURI());
        String prefix = PREFIXES.getOrDefault(namespace, "");
        // the number in it is that of the format: 1.0 to 1.2 so far
        if (namespace.matches("https?://wordpress\\.org/export/[^/]*/")) {
            prefix = "wp:";
        } else if (prefix.isEmpty() && !namespace.isEmpty() && !namespace.equals("null")) {
            prefix = "other:";
        }
        return prefix + xml.getLocalName();
    }

    private void open(XMLStreamReader xml) {
        open.addLast(name(xml));
        if (open.size() == 3) {
            fields = new HashMap<>();
        }
        if (isField()) {
            text.setLength(0);
            if (open.getLast().equals("category")) {
                fields.put("domain", attribute(xml, "domain"));
                fields.put("nicename", attribute(xml, "nicename"));
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void close() {
        if (isLanguage()) {
            export.language(text.toString().strip());
        } else if (isField()) {
            String field = open.getLast();
            if (open.contains("item") && field.equals("category")) {
                export.filed(fields.getOrDefault("domain", ""), fields.getOrDefault("nicename", ""), text.toString());
            } else {
                fields.putIfAbsent(field, text.toString().strip());
            }
        } else if (open.size() == 3) {
            switch (open.getLast()) {
                case "item" -> export.item(fields);
                case "wp:author" -> export.author(fields);
                case "wp:category" -> export.category(fields);
                default -> {}
            }
        }
        open.removeLast();
    }

    /**
     * Whether what is open is a field of an item, an author or a category, as rss/channel/item/title, or the language.
     */
    private boolean isField() {
        return open.size() == 4 || isLanguage();
    }

    private boolean isLanguage() {
        return open.size() == 3 && open.getLast().equals("language");
    }
}
