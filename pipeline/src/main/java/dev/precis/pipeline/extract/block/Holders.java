package dev.precis.pipeline.extract.block;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Which elements hold the characters of a page's text, and where its pictures stand: the way back to mark-up. */
final class Holders {
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private String words = "";
    private int start;
    private int next;

    /**
     * Characters that one element holds.
     *
     * @param start offset of the first in the page's text
     * @param end offset after the last
     */
    record Stretch(int start, int end, Element holder) {}

    /**
     * A picture.
     *
     * @param at offset after the last character before it
     */
    record Picture(int at, Element element) {}

    /**
     * Begins a block.
     *
     * @param text of it, normalised
     * @param at where that stands in the page's text
     */
    void block(String text, int at) {
        words = text;
        start = at;
        next = 0;
    }

    /**
     * The block goes on with these characters as the page has them: what is no white space stands in its text or was
     * dropped.
     */
    void run(String raw, Element holder) {
        int first = -1;
        for (int i = 0; i < raw.length() && next < words.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            int at = words.charAt(next) == ' ' ? next + 1 : next;
            if (c != ' ' && words.codePointAt(at) == c) {
                first = first < 0 ? at : first;
                next = at + Character.charCount(c);
            }
        }
        if (first >= 0) {
            stretches.add(new Stretch(start + first, start + next, holder));
        }
    }

    /** A picture follows. */
    void picture(Element element) {
        pictures.add(new Picture(start + next, element));
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Those of the characters between two offsets, cut to these, in order. */
    List<Stretch> within(int from, int to) {
        List<Stretch> within = new ArrayList<>();
        for (int i = firstAfter(from); i < stretches.size() && stretches.get(i).start() < to; i++) {
            Stretch stretch = stretches.get(i);
            within.add(new Stretch(Math.max(from, stretch.start()), Math.min(to, stretch.end()), stretch.holder()));
        }
        return within;
    }

    private int firstAfter(int offset) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
