package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;

/** A block and what it is for a reader of the page. */
record Mark(Kind kind, Block block) {

    enum Kind {
        /** "September 2020". */
        MONTH,
        /** "Posted on 3 May 2021 by ...". */
        DATELINE,
        /** The words "Practice Implications" (or the source's own). */
        IMPLICATIONS,
        /** The words "This month". */
        BLURB,
        /** "Posted in Attachment, Training". */
        TOPICS,
        /** A line that cites a study. */
        CITATION,
        /** A paragraph about the series, not the study. */
        BOILERPLATE,
        /** "2 Comments", "Related posts": the heading of something that is no post. */
        AFTER_POST,
        /** What is passed over: signatures, "Leave a comment", copyright lines. */
        NOISE,
        /** A block that is the title of a post; found in a second look, by {@link Titles}. */
        TITLE,
        TEXT
    }

    Mark as(Kind other) {
        return new Mark(other, block);
    }

    boolean is(Kind... kinds) {
        for (Kind one : kinds) {
            if (kind == one) {
                return true;
            }
        }
        return false;
    }
}
