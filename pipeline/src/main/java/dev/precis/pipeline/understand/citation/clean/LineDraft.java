package dev.precis.pipeline.understand.citation.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line while it is cleaned, in passes over the whole of it; each character knows what of the print it stands for. */
final class LineDraft {
    private final String printed;
    private final List<String> repairs = new ArrayList<>();
    private String text;
    private int[] starts;
    private int[] ends;

    LineDraft(String printed) {
        this.printed = printed;
        text = printed;
        starts = new int[printed.length()];
        ends = new int[printed.length()];
        Arrays.setAll(starts, i -> i);
        Arrays.setAll(ends, i -> i + 1);
    }

    String text() {
        return text;
    }

    CleanLine finished(BitSet emphasised) {
        return new CleanLine(printed, text, starts, ends, repairs, emphasised);
    }

    /** Says what was done, once. */
    void repaired(String repair) {
        if (!repairs.contains(repair)) {
            repairs.add(repair);
        }
    }

    /** What becomes of a match. */
    interface Change {
        void of(Matcher match, Copy copy);
    }

    /** Leaves out every match; true where there was one. */
    boolean leaveOut(Pattern pattern) {
        return change(pattern, (match, copy) -> {});
    }

    /** Writes for every match what is told; true where there was one. */
    boolean change(Pattern pattern, Change change) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            return false;
        }
        Copy copy = new Copy();
        int at = 0;
        do {
            copy.keep(at, match.start());
            change.of(match, copy);
            at = match.end();
        } while (match.find());
        copy.keep(at, text.length());
        copy.finish();
        return true;
    }

    /** Nothing but the characters from one place to another. */
    void keepOnly(int from, int to) {
        Copy copy = new Copy();
        copy.keep(from, to);
        copy.finish();
    }

    Copy copy() {
        return new Copy();
    }

    /** The next text, written from left to right; what is put off stands at its end. */
    final class Copy {
        private final StringBuilder next = new StringBuilder(text.length());
        private int[] nextStarts = new int[text.length() + 16];
        private int[] nextEnds = new int[text.length() + 16];
        private final List<int[]> later = new ArrayList<>();

        /** These characters of the text. */
        void keep(int from, int to) {
            for (int i = from; i < to; i++) {
                add(text.charAt(i), starts[i], ends[i]);
            }
        }

        /** Other characters for these of the text, of which there is at least one. */
        void put(String other, int from, int to) {
            for (int i = 0; i < other.length(); i++) {
                add(other.charAt(i), starts[from], ends[to - 1]);
            }
        }

        /** These characters of the text, after a space at the end. */
        void keepForTheEnd(int from, int to) {
            later.add(new int[] {from, to});
        }

        private void add(char c, int start, int end) {
            if (next.length() == nextStarts.length) {
                nextStarts = Arrays.copyOf(nextStarts, 2 * next.length());
                nextEnds = Arrays.copyOf(nextEnds, 2 * next.length());
            }
            nextStarts[next.length()] = start;
            nextEnds[next.length()] = end;
            next.append(c);
        }

        void finish() {
            for (int[] range : later) {
                add(' ', starts[range[0]], starts[range[0]]);
                keep(range[0], range[1]);
            }
            text = next.toString();
            starts = nextStarts;
            ends = nextEnds;
        }
    }
}
