package dev.precis.sparql.site;

import dev.precis.sparql.query.Characters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a small XML document in UTF-8, one element a line; nothing gets into it unescaped. */
public final class XmlText {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;

    private XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** What goes into the document. */
    @FunctionalInterface
    public interface Body {
        void write(XmlText text) throws XMLStreamException;
    }

    public static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeCharacters("\n");
            body.write(new XmlText(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Opens the root element, which has the namespace of all within it. */
    public void open(String name, String namespace) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeDefaultNamespace(namespace);
        writer.writeCharacters("\n");
    }

    public void open(String name) throws XMLStreamException {
        writer.writeStartElement(name);
    }

    public void close() throws XMLStreamException {
        writer.writeEndElement();
        writer.writeCharacters("\n");
    }

    public void element(String name, String text) throws XMLStreamException {
        open(name);
        writer.writeCharacters(text);
        close();
    }

    /** @param attributes names and values by turns */
    public void openWith(String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        write(attributes);
    }

    /** An element with a text, unless that is empty. */
    public void told(String name, String text, String... attributes) throws XMLStreamException {
        if (!text.isBlank()) {
            openWith(name, attributes);
            writer.writeCharacters(Characters.clean(text));
            close();
        }
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], Characters.clean(attributes[i + 1]));
        }
    }

    /** @param attributes names and values by turns */
    public void empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        write(attributes);
        writer.writeCharacters("\n");
    }
}
