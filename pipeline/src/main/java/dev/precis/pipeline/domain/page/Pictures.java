package dev.precis.pipeline.domain.page;

import java.util.Optional;

/** The pictures that were captured with a page. */
public interface Pictures {
    /** The one that the page has there; empty if it could not be had. */
    Optional<Picture> find(PictureLink link);

    /**
     * One is not asked for.
     *
     * @param reason what is wrong with it: the end of a sentence that it begins
     */
    default void passOver(PictureLink link, String reason) {}
}
