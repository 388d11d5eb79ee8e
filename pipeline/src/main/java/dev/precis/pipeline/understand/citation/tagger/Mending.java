package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/** Mends labels of words that stand where such words do not, by what else the line shows: italics, stops, brackets. */
final class Mending {
    private static final int MOST_TORN = 3;

    /** Issues of a year are fewer. */
    private static final int MANY_ISSUES = 13;

    private static final Set<String> IN = Set.of("in", "en", "em", "dans", "im", "i");

    private static final byte TITLE = (byte) Label.TITLE.ordinal();
    private static final byte CONTAINER = (byte) Label.CONTAINER.ordinal();
    private static final byte PAGE = (byte) Label.PAGE.ordinal();
    private static final byte MARK = (byte) Label.MARK.ordinal();

    private final String printed;
    private final int[] starts;
    private final int[] ends;
    private final byte[] labels;

    private Mending(String printed, int[] starts, int[] ends, byte[] labels) {
        this.printed = printed;
        this.starts = starts;
        this.ends = ends;
        this.labels = labels;
    }

    /** The labels mended, of words that begin and end at these places. */
    static byte[] of(String printed, int[] starts, int[] ends, byte[] labels, BitSet emphasised) {
        Mending mending = new Mending(printed, starts, ends, labels.clone());
        if (!emphasised.isEmpty()) {
            mending.italics(emphasised);
        }
        mending.join(TITLE);
        mending.join(CONTAINER);
        mending.abbreviate();
        mending.leaveOutIn();
        mending.readIssuesAsPages();
        if (!mending.has(Label.TITLE) && !mending.has(Label.VOLUME) && !mending.has(Label.PAGE)) {
            mending.replace(CONTAINER, TITLE);
        }
        return mending.labels;
    }

    private boolean has(Label label) {
        for (byte other : labels) {
            if (other == label.ordinal()) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int i) {
        return switch (Label.of(labels[i])) {
            case VOLUME, ISSUE, PAGE, NUMBER, DATE, IDENTIFIER -> !isNumeric(i);
            default -> true;
        };
    }

    private boolean isNumeric(int i) {
        return Character.isDigit(printed.charAt(starts[i]));
    }

    /** What is set in italics as one is one part, if most of it is title or source; a name is not so set. */
    private void italics(BitSet emphasised) {
        int i = 0;
        while (i < labels.length) {
            if (!emphasised.get(starts[i])) {
                i++;
                continue;
            }
            int end = i;
            while (end < labels.length && emphasised.get(starts[end])) {
                end++;
            }
            if (end - i < labels.length - 2) {
                italics(i, end);
            }
            i = end;
        }
    }

    private void italics(int from, int to) {
        int titles = count(from, to, TITLE);
        int containers = count(from, to, CONTAINER);
        boolean named = from > 0
                && count(from, to, (byte) Label.FAMILY.ordinal()) + count(from, to, (byte) Label.GIVEN.ordinal())
                        == to - from;
        boolean titled = titles > containers && 2 * titles >= to - from || named && !has(Label.TITLE);
        if (titled) {
            Arrays.fill(labels, from, to, TITLE);
        } else if (containers > titles && 2 * containers >= to - from) {
            for (int i = from; i < to; i++) {
                labels[i] = isFree(i) ? CONTAINER : labels[i];
            }
        }
    }

    private int count(int from, int to, byte label) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += labels[i] == label ? 1 : 0;
        }
        return count;
    }

    /** A word or two of another part tear a title or a source in two, where no sentence ends. */
    private void join(byte part) {
        int last = -1;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != part) {
                continue;
            }
            if (last >= 0 && i - last > 1 && i - last <= MOST_TORN + 1 && isOfOne(last, i)) {
                Arrays.fill(labels, last + 1, i, part);
            }
            last = i;
        }
    }

    private boolean isOfOne(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Label label = Label.of(labels[i]);
            if (label == Label.DATE || label == Label.IDENTIFIER || label == Label.GIVEN) {
                return false;
            }
        }
        String between = printed.substring(ends[from], starts[to]);
        return !between.contains(". ") && !between.contains("\" ") && !between.contains("In ");
    }

    /** {@code Title. Ed. Psych. Rev. 17}: the one word between a stop and the source is of the source. */
    private void abbreviate() {
        for (int i = 2; i < labels.length; i++) {
            boolean begins = labels[i] == CONTAINER && labels[i - 1] == TITLE && labels[i - 2] == TITLE;
            if (begins && gap(i - 1).equals(". ") && (gap(i).equals(" ") || gap(i).equals(". "))) {
                labels[i - 1] = CONTAINER;
            }
        }
    }

    private String gap(int before) {
        return printed.substring(ends[before - 1], starts[before]);
    }

    /** "In", "En:" before a source is not of it. */
    private void leaveOutIn() {
        for (int i = 1; i + 1 < labels.length; i++) {
            if (labels[i] == CONTAINER && labels[i - 1] != CONTAINER && labels[i + 1] == CONTAINER) {
                String word = printed.substring(starts[i], ends[i]);
                boolean apart = gap(i).indexOf('.') >= 0 || gap(i).indexOf(',') >= 0 || gap(i).indexOf('"') >= 0;
                boolean isName = Character.isUpperCase(printed.charAt(starts[i + 1]));
                if (apart && isName && IN.contains(word.toLowerCase(Locale.ROOT))) {
                    labels[i] = MARK;
                }
            }
        }
    }

    /** {@code (33-56)} are pages where no others are. */
    private void readIssuesAsPages() {
        if (has(Label.PAGE)) {
            return;
        }
        byte issue = (byte) Label.ISSUE.ordinal();
        for (int i = 0; i + 1 < labels.length; i++) {
            if (labels[i] == issue && labels[i + 1] == issue && isRange(i)) {
                labels[i] = PAGE;
                labels[i + 1] = PAGE;
            }
        }
    }

    private boolean isRange(int i) {
        String one = printed.substring(starts[i], ends[i]);
        String other = printed.substring(starts[i + 1], ends[i + 1]);
        return one.matches("\\d{1,5}")
                && other.matches("\\d{1,5}")
                && Integer.parseInt(one) >= MANY_ISSUES
                && Integer.parseInt(other) > Integer.parseInt(one)
                && gap(i + 1).strip().length() == 1;
    }

    private void replace(byte label, byte by) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] == label ? by : labels[i];
        }
    }
}
