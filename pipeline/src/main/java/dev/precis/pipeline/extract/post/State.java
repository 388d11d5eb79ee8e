package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.post.CitedWorks.Place;
import java.util.Optional;

/** What of a post is being read. */
enum State {
    /** Lines about it, before its text. */
    HEADER,
    BODY,
    IMPLICATIONS,
    LABELLED,
    WORKS,
    BACKGROUND,
    /** Below the heading of a note about the post; what is cited below is cited by the post. */
    NOTE,
    /** Below a heading of what is no part of the post; a section of the text ends it. */
    ASIDE,
    /** A box between paragraphs; the next paragraph ends it. */
    BOX,
    /** Comments: nothing ends them. */
    OVER;

    /** Where works that are cited now stand, if a heading says so. */
    Optional<Place> works() {
        return switch (this) {
            case LABELLED -> Optional.of(Place.LABELLED);
            case WORKS -> Optional.of(Place.LIST);
            case BACKGROUND -> Optional.of(Place.BACKGROUND);
            case HEADER, BODY, IMPLICATIONS, NOTE, ASIDE, BOX, OVER -> Optional.empty();
        };
    }

    boolean isAside() {
        return this == ASIDE || this == BOX;
    }

    /** Whether usually no more text comes. */
    boolean isClosing() {
        return isAside() || this == NOTE || works().isPresent();
    }
}
