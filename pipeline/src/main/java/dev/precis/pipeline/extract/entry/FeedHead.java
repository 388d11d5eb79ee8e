package dev.precis.pipeline.extract.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.io.XmlReader;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a blog that comes as data says of itself: RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287),
 * JSON Feed, exports of WordPress and Ghost. Any of it is empty where nothing is told.
 *
 * @param home address of its first page
 * @param language as told
 */
public record FeedHead(String name, String home, String language) {

    /** Reads as far as the first entry. */
    public static FeedHead read(Capture capture) {
        Map<String, String> told = new HashMap<>();
        byte[] content = capture.content();
        if (content.length > 0 && (content[0] == '{' || content[0] == '[')) {
            json(content, told);
        } else {
            try (XmlReader characters = new XmlReader(new ByteArrayInputStream(content), "application/xml", true)) {
                XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
                // no entities but XML's own five, so nothing is expanded or fetched
                factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                xml(factory.createXMLStreamReader(new XmlCharacters(characters)), told);
            } catch (IOException | XMLStreamException e) {
                // whoever reads the entries tells what is wrong; what was told before that counts
                told.putIfAbsent("name", "");
            }
        }
        return new FeedHead(
                Texts.normalise(told.getOrDefault("name", "")),
                told.getOrDefault("home", "").strip(),
                told.getOrDefault("language", "").strip());
    }

    private static void json(byte[] content, Map<String, String> told) {
        Map<String, String> settings = Map.of("title", "name", "lang", "language", "locale", "language");
        Consumer<JsonNode> setting = row -> {
            String key = settings.getOrDefault(JsonRows.text(row, "key"), "");
            if (!key.isEmpty()) {
                told.put(key, JsonRows.text(row, "value"));
            }
        };
        JsonRows.read(
                content,
                Map.of(
                        "title", value -> told.put("name", value.asText("")),
                        "home_page_url", value -> told.put("home", value.asText("")),
                        "language", value -> told.put("language", value.asText("")),
                        "db/data/settings", setting,
                        "data/settings", setting));
    }

    private static void xml(XMLStreamReader xml, Map<String, String> told) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (name.equals("item") || name.equals("entry")) {
                    return;
                }
                String language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
                if (language != null && depth <= 2) {
                    told.putIfAbsent("language", language);
                }
                if (depth <= 3 && field(xml, name, told)) {
                    depth--;
                }
            }
        }
    }

    /** Whether the element was read to its end. */
    private static boolean field(XMLStreamReader xml, String name, Map<String, String> told) throws XMLStreamException {
        switch (name) {
            case "title" -> told.putIfAbsent("name", xml.getElementText());
            case "language" -> told.putIfAbsent("language", xml.getElementText());
            case "link" -> {
                String href = xml.getAttributeValue(null, "href");
                String rel = xml.getAttributeValue(null, "rel");
                String text = xml.getElementText();
                if (href == null && !text.isBlank()) {
                    told.putIfAbsent("home", text);
                } else if (href != null && (rel == null || rel.equals("alternate"))) {
                    told.putIfAbsent("home", href);
                }
            }
            case "image", "author", "textInput" -> {
                // they have titles and links of their own
                for (int open = 1; open > 0; ) {
                    int event = xml.next();
                    open += event == XMLStreamConstants.START_ELEMENT
                            ? 1
                            : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
