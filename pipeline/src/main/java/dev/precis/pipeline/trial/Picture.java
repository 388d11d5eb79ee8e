package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.trial.Trial.TriedPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Draws a page as one HTML file that needs no other: its blocks in order, each in the colour of what it was taken for,
 * which also stands beside it in words.
 */
public final class Picture {
    private static final String STYLE = "picture.css";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter html;

    private Picture() throws XMLStreamException {
        this.html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** The picture of a page. */
    public static String of(TriedPage page) {
        try {
            return new Picture().draw(page);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can be written", e);
        }
    }

    private String draw(TriedPage tried) throws XMLStreamException {
        Page page = tried.page();
        html.writeDTD("<!DOCTYPE html>");
        html.writeStartElement("html");
        html.writeAttribute("lang", "en");
        html.writeStartElement("head");
        html.writeEmptyElement("meta");
        html.writeAttribute("charset", "utf-8");
        html.writeEmptyElement("meta");
        html.writeAttribute("name", "viewport");
        html.writeAttribute("content", "width=device-width, initial-scale=1");
        element("title", "", "What was read of " + page.address());
        element("style", "", style());
        html.writeEndElement();
        html.writeStartElement("body");
        element("h1", "", page.address().toString());
        legend();
        html.writeStartElement("main");
        for (Roles.Part part : Roles.of(tried)) {
            html.writeStartElement("div");
            html.writeAttribute("class", "block " + part.role().name().toLowerCase(Locale.ROOT));
            element("span", "role", part.role().words());
            element("p", "", part.text());
            html.writeEndElement();
        }
        html.writeEndElement();
        html.writeEndElement();
        html.writeEndElement();
        html.writeEndDocument();
        html.flush();
        return text + "\n";
    }

    private void legend() throws XMLStreamException {
        html.writeStartElement("ul");
        for (Roles.Role role : Roles.Role.values()) {
            element("li", role.name().toLowerCase(Locale.ROOT), role.words());
        }
        html.writeEndElement();
    }

    private void element(String name, String kind, String words) throws XMLStreamException {
        html.writeStartElement(name);
        if (!kind.isEmpty()) {
            html.writeAttribute("class", kind);
        }
        html.writeCharacters(words); // never empty: HTML knows no <p/>
        html.writeEndElement();
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Picture.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STYLE, e);
        }
    }
}
