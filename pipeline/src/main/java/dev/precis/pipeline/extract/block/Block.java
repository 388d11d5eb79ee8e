package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Passage;
import java.util.List;

/**
 * A piece of a page that a reader sees as one block: a paragraph, a heading, a line.
 *
 * @param passage its text and place
 * @param frame the block element it stands in
 * @param style what it looks like, as an opaque key: blocks of one style look alike
 * @param level 1 to 6 for a heading, else 0
 * @param strong whether all of it is bold (or a heading)
 * @param linked whether all of it is a link
 * @param lead how many of its first characters are bold, if only those are
 * @param item whether it is an item of a list
 * @param links the texts of the links in it
 * @param meaning what mark-up says that parts of it are
 */
public record Block(
        Passage passage,
        Frame frame,
        String style,
        int level,
        boolean strong,
        boolean linked,
        int lead,
        boolean item,
        List<String> links,
        Meaning meaning) {
    public Block {
        links = List.copyOf(links);
    }

    public static Block heading(String text) {
        return new Block(Passage.of(text), Frame.PAGE, "heading", 2, true, false, 0, false, List.of(), Meaning.NONE);
    }

    /** The same block at another place. */
    public Block movedTo(int start) {
        return new Block(new Passage(text(), start), frame, style, level, strong, linked, lead, item, links, meaning);
    }

    /** The machine-readable date in it; empty if there is none. */
    public String time() {
        return meaning.time();
    }

    /** Where a title leads that is a link; empty if it is none. */
    public String leadsTo() {
        return linked ? frame.leadsTo() : "";
    }

    public String text() {
        return passage.text();
    }

    public int length() {
        return passage.text().length();
    }

    /** The part from {@code from} on, for what stands on a line after a label. */
    public Block from(int from) {
        String text = text();
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Block(
                passage.part(start, text.length()), frame, style + "~", 0, false, linked, 0, item, links, meaning);
    }

    /** The part before {@code end}, which looks as the whole does. */
    public Block upTo(int end) {
        int last = end;
        while (last > 0 && Character.isWhitespace(text().charAt(last - 1))) {
            last--;
        }
        return part(0, last);
    }

    /** The same without its first characters, which are no part of it: "blog" glued to a title. */
    public Block without(int first) {
        return part(first, length());
    }

    private Block part(int start, int end) {
        return new Block(
                passage.part(start, end),
                frame,
                style,
                level,
                strong,
                linked,
                Math.max(0, lead - start),
                item,
                links,
                meaning);
    }

    /** Whether it is the rest of a line whose beginning was a label. */
    public boolean isPart() {
        return style.endsWith("~");
    }

    /** Whether it is a cell of a table. */
    public boolean isCell() {
        return frame.name().startsWith("td.") || frame.name().startsWith("th.");
    }

    public boolean endsSentence() {
        return ".!?\"”’)…".indexOf(text().charAt(length() - 1)) >= 0;
    }

    /** Whether it is set like the other block; what follows a run-in label is set like the rest of its paragraph. */
    public boolean looksLike(Block other) {
        return style.replace("~", "").equals(other.style.replace("~", ""));
    }

    /** Whether it reads like running text: long, or a sentence of some length that nothing marks. */
    public boolean isProse() {
        int length = length();
        boolean set = linked || strong || level > 0;
        return length >= 200 || (length >= 60 && !set && endsSentence());
    }
}
