package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.List;

/** The marks of a page and what stands above and below each, passing over what may stand between parts of a post. */
record Neighbours(List<Mark> marks) {
    static final Kind[] BETWEEN = {Kind.DATELINE, Kind.TOPICS, Kind.NOISE, Kind.BOILERPLATE};

    Block block(int i) {
        return marks.get(i).block();
    }

    /** Whether there is a mark at this place, of one of these kinds. */
    boolean is(int i, Kind... kinds) {
        return i >= 0 && i < marks.size() && marks.get(i).is(kinds);
    }

    /** Index of the mark above, or -1. */
    int above(int i) {
        int above = i - 1;
        while (above >= 0 && marks.get(above).is(BETWEEN)) {
            above--;
        }
        return above;
    }

    /** Index of the mark below, or the number of marks. */
    int below(int i) {
        int below = i + 1;
        while (below < marks.size() && marks.get(below).is(BETWEEN)) {
            below++;
        }
        return below;
    }

    /** Whether the block is the first text after an implications label: then it is what the label announces. */
    boolean isAnnounced(int i) {
        return is(i - 1, Kind.IMPLICATIONS);
    }

    boolean sayTheSame(int one, int other) {
        return is(one, Kind.TEXT) && is(other, Kind.TEXT) && TitleLook.isSame(block(one), block(other));
    }

    /** Index of the mark below; of the one below that if the first repeats this one. */
    int belowRepetition(int i) {
        int below = below(i);
        return sayTheSame(i, below) ? below(below) : below;
    }
}
