package dev.precis.pipeline.domain.serving;

import java.util.List;
import java.util.Optional;

/**
 * What the pages of a blog look like, and the pages that are its own.
 *
 * @param logo stands for its name at the top of each page
 * @param colours what is said of them
 * @param pages in the order in which they are offered
 * @param footer what each page says at its end; may be empty
 */
public record Look(Optional<Logo> logo, Colours colours, List<OwnPage> pages, String footer) {
    /** That of a blog that says nothing of it. */
    public static final Look NONE = new Look(Optional.empty(), Colours.NONE, List.of(), "");

    public Look {
        pages = List.copyOf(pages);
    }
}
