package dev.precis.pipeline.extract.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that line breaks make of a text, and which of them are one block for a reader. */
final class Lines {
    /** A line that ends so goes on in the next one. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:.*\\W)?(?:[,&–—]|(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|with))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣●○■□➢*-] .*");
    /** Not a word but two, glued by lost mark-up. */
    private static final Pattern GLUED = Pattern.compile("\\p{Ll}+\\p{Lu}\\p{Ll}.*");

    /** A line set between two dashes. */
    private static final Pattern DASHED = Pattern.compile("[–—].*[–—]");

    private static final int TAIL = 12;
    /** How long the lines of a text are that was broken by hand or by a mail program (RFC 5322 section 2.1.1: 78). */
    private static final int FULL = 55;

    private static final int LONGEST = 100;

    private final List<Line> lines = new ArrayList<>();

    /**
     * A line.
     *
     * @param start offset of its first character
     * @param end offset after its last
     * @param text as shown
     * @param strong whether all of it is bold
     * @param beginsStrong whether its first word is bold
     * @param heading whether it is in a heading
     */
    record Line(int start, int end, String text, boolean strong, boolean beginsStrong, boolean heading) {
        boolean isFull() {
            return text.length() >= FULL;
        }

        Line and(Line next) {
            return new Line(start, next.end, next.text, strong && next.strong, beginsStrong, heading);
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    /** The blocks, in order: a blank line ends one, and so does a line after which something else begins. */
    List<Line> blocks() {
        List<Line> blocks = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && !lines.get(to).text().isEmpty()) {
                to++;
            }
            addParagraph(lines.subList(from, to), blocks);
            from = to + 1;
        }
        return blocks;
    }

    private static void addParagraph(List<Line> paragraph, List<Line> blocks) {
        boolean wrapped = isWrapped(paragraph);
        for (int i = 0; i < paragraph.size(); i++) {
            Line line = paragraph.get(i);
            if (i > 0 && goesOn(blocks.getLast(), line, wrapped)) {
                blocks.set(blocks.size() - 1, blocks.getLast().and(line));
            } else {
                blocks.add(line);
            }
        }
    }

    /** Whether lines end where the margin is, not where a thought ends. */
    private static boolean isWrapped(List<Line> paragraph) {
        int breaks = paragraph.size() - 1;
        long full = paragraph.stream()
                .limit(Math.max(0, breaks))
                .filter(Line::isFull)
                .count();
        return breaks >= 2
                && full * 3 >= breaks * 2L
                && paragraph.stream().allMatch(line -> line.text().length() <= LONGEST);
    }

    private static boolean goesOn(Line before, Line line, boolean wrapped) {
        if (before.heading() && line.heading()) {
            return true;
        }
        boolean small = Character.isLowerCase(line.text().charAt(0))
                && !GLUED.matcher(line.text()).matches();
        if (BULLET.matcher(line.text()).matches()
                || (before.strong() != line.beginsStrong() && (before.strong() || line.strong() || !small))) {
            return false;
        }
        String text = before.text();
        return small
                || (wrapped && before.isFull())
                || (before.strong() && text.endsWith(":"))
                || (!DASHED.matcher(text).matches()
                        && GOES_ON.matcher(text.substring(Math.max(0, text.length() - TAIL)))
                                .matches());
    }
}
