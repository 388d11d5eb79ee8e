package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import java.util.BitSet;

/** What the grammar takes from italics: most styles set the title of a book and the name of a journal so. */
final class Italics {
    /** Longer is no title, but a line that is set in italics as a whole. */
    private static final int LONGEST = 250;

    private static final int SHORTEST = 3;

    private Italics() {}

    /** The first run in italics that begins at this place or later; none where it is too long or short to be a part. */
    static Span run(CitationReading reading, int from) {
        BitSet emphasised = reading.emphasised;
        int start = emphasised.nextSetBit(Math.max(from, 0));
        int end = start < 0 ? -1 : emphasised.nextClearBit(start);
        boolean isPart = start >= 0
                && end - start >= SHORTEST
                && end - start <= LONGEST
                && end <= reading.unread().length();
        return isPart ? new Span(start, end) : Span.NONE;
    }

    /** {@code Sinclair, David A. *Lifespan*}: names that go on to the first italics, and no further. */
    static NameReader.Names names(CitationReading reading) {
        Span run = run(reading, reading.start);
        if (run.isEmpty() || run.start() <= reading.start) {
            return NameReader.NONE;
        }
        CitationReading before = new CitationReading(reading.printed(0, run.start()));
        int length = before.unread().length();
        boolean isAsPrinted = length <= run.start()
                && before.unread().toString().contentEquals(reading.unread().subSequence(0, length));
        if (!isAsPrinted) {
            return NameReader.NONE;
        }
        NameReader.Names names = NameReader.late(before, reading.start);
        boolean isAll = !names.people().isEmpty()
                && before.trimmed(names.end(), before.end).isEmpty();
        return isAll ? names : NameReader.NONE;
    }

    /** Where what is to be read begins with italics, these are the title; where it ends, or the end of the line. */
    static int readTitle(CitationReading reading) {
        Span run = run(reading, reading.start);
        if (!run.isEmpty()
                && run.end() <= reading.end
                && reading.trimmed(reading.start, run.start()).isEmpty()) {
            reading.keep(CitationField.TITLE, run.start(), run.end());
            reading.take(run.start(), run.end());
            reading.start = run.end();
            return run.end();
        }
        return reading.unread().length();
    }

    /** Where italics begin after a title, or -1. */
    static int containerStart(CitationReading reading) {
        Span run = run(reading, reading.start);
        boolean isAfter = run.start() > reading.start + 1 && run.start() < reading.end;
        char before = isAfter ? reading.unread(run.start() - 2) : ' ';
        return isAfter && reading.unread(run.start() - 1) == ' ' && ".?!,\":".indexOf(before) >= 0 ? run.start() : -1;
    }
}
