package dev.precis.sparql.page;

import dev.precis.sparql.page.KnownMarkup.Begin;
import dev.precis.sparql.page.KnownMarkup.End;
import dev.precis.sparql.page.KnownMarkup.Part;
import dev.precis.sparql.page.KnownMarkup.Text;
import dev.precis.sparql.page.MarkedText.Piece;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a text with its mark-up as HTML, with pieces of it marked: the characters of the plain text and no others. */
final class RichText {
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

    /** How pieces are marked. */
    enum Mark {
        /** Not at all: for feeds. */
        NONE,
        /** The sentence of a finding leads to its numbers, and is led to. */
        FINDING,
        /** A piece of advice is led to. */
        ADVICE
    }

    /** Elements that have no content. */
    private static final Set<String> EMPTY = Set.of("br", "img");

    private final List<Piece> pieces;
    private final Mark mark;
    private final UnaryOperator<String> pictures;
    private final XMLStreamWriter html;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> led = new HashSet<>();
    private int piece;
    private int place;
    private boolean aside;
    private boolean marking;
    /** How many elements were open when the mark was. */
    private int around;

    private RichText(List<Piece> pieces, Mark mark, UnaryOperator<String> pictures, XMLStreamWriter html) {
        this.pieces = pieces;
        this.mark = mark;
        this.pictures = pictures;
        this.html = html;
    }

    /**
     * The text as HTML.
     *
     * @param xhtml the text with its mark-up
     * @param paragraphs the same as plain text, in pieces
     * @param pictures where a picture of that name is shown; empty if it is none of ours
     * @return empty if there is no mark-up, if it is none that is known, or if it says something else
     */
    static Optional<String> html(
            String xhtml, List<List<Piece>> paragraphs, Mark mark, UnaryOperator<String> pictures) {
        List<Piece> pieces = new ArrayList<>();
        paragraphs.forEach(paragraph -> paragraph.stream()
                .map(piece -> new Piece(piece.text().strip(), piece.finding()))
                .filter(piece -> !piece.text().isEmpty())
                .forEach(pieces::add));
        Optional<List<Part>> parts = xhtml.isEmpty() ? Optional.empty() : KnownMarkup.read(xhtml);
        StringWriter written = new StringWriter();
        try {
            RichText text = new RichText(pieces, mark, pictures, OUTPUT.createXMLStreamWriter(written));
            return parts.isPresent() && text.write(parts.get()) ? Optional.of(written.toString()) : Optional.empty();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing in memory", e);
        }
    }

    /** Whether the parts say what the pieces do. */
    private boolean write(List<Part> parts) throws XMLStreamException {
        for (Part part : parts) {
            switch (part) {
                case Begin begin
                when begin.isPicture() -> {
                    if (!picture(begin)) {
                        return false;
                    }
                }
                case Begin begin -> begin(begin);
                case End end -> end(end.name());
                case Text text -> {
                    if (!characters(text.characters())) {
                        return false;
                    }
                }
            }
        }
        html.flush();
        return piece == pieces.size();
    }

    /** Whether it is one of ours: another address would tell a third party who reads. */
    private boolean picture(Begin begin) throws XMLStreamException {
        String address = pictures.apply(begin.attributes().getOrDefault("src", ""));
        open.push(begin.name());
        html.writeEmptyElement(begin.name());
        for (Map.Entry<String, String> attribute : begin.attributes().entrySet()) {
            boolean source = attribute.getKey().equals("src");
            html.writeAttribute(attribute.getKey(), source ? address : attribute.getValue());
        }
        return !address.isEmpty();
    }

    private void begin(Begin begin) throws XMLStreamException {
        boolean inside = begin.isInline() && !begin.links() && begin.letters() <= lettersLeft();
        if (marking && !inside) {
            unmark();
        } else if (!marking && inside && begin.letters() > 0 && !begin.name().equals("span") && isToMark()) {
            mark(pieces.get(piece).finding());
        }
        aside |= begin.name().equals("span"); // words that stand for a picture are none of the text's
        open.push(begin.name());
        if (begin.name().equals("br")) {
            html.writeEmptyElement("br");
            return;
        }
        if (isWide(begin.name())) {
            html.writeStartElement("div");
            html.writeAttribute("class", "wide");
            html.writeAttribute("tabindex", "0"); // else a keyboard could not scroll it
        }
        html.writeStartElement(begin.name());
        for (Map.Entry<String, String> attribute : begin.attributes().entrySet()) {
            html.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    /** Whether an element has a box of its own to scroll in; readers of feeds have theirs. */
    private boolean isWide(String name) {
        return name.equals("table") && mark != Mark.NONE;
    }

    private void end(String name) throws XMLStreamException {
        if (marking && open.size() == around) {
            unmark();
        }
        open.pop();
        aside = aside && !name.equals("span");
        if (!EMPTY.contains(name)) {
            html.writeEndElement();
        }
        if (isWide(name)) {
            html.writeEndElement();
        }
        if (marking && place == 0 && open.size() == around) {
            unmark(); // the piece ended within the element
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
            if (!space && isEnd() && open.size() == around) {
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

    private long lettersLeft() {
        return piece == pieces.size()
                ? 0
                : pieces.get(piece)
                        .text()
                        .substring(place)
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
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
            html.writeAttribute("id", fragment);
        }
        if (leads) {
            html.writeAttribute("href", "#" + Frame.numbers(iri));
            if (!first) {
                html.writeAttribute("tabindex", "-1"); // the keyboard stops once at each sentence
            }
        }
        marking = true;
        around = open.size();
    }

    private void unmark() throws XMLStreamException {
        if (marking) {
            html.writeEndElement();
            marking = false;
        }
    }
}
