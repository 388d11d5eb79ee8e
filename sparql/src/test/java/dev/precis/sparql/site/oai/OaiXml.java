package dev.precis.sparql.site.oai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.site.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads answers as harvesters do. */
final class OaiXml {
    private OaiXml() {}

    static Document of(Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("no XML", e);
        }
    }

    static List<Element> all(Document answer, String name) {
        return elements(answer.getDocumentElement(), name);
    }

    static Element first(Document answer, String name) {
        return all(answer, name).getFirst();
    }

    static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static List<String> texts(Document answer, String name) {
        return texts(answer.getDocumentElement(), name);
    }

    static List<String> texts(Element within, String name) {
        return elements(within, name).stream().map(Element::getTextContent).toList();
    }

    static String text(Element within, String name) {
        return texts(within, name).getFirst();
    }
}
