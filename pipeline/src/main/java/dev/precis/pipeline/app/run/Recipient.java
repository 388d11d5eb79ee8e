package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.picture.PictureSource;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Takes what is gathered. */
interface Recipient {
    /** What a document says; its posts count for nothing, unless it is added. */
    Page look(Capture capture);

    /** How many documents may be foreseen before the first of them is looked at. */
    default int ahead() {
        return 0;
    }

    /** That a document will be looked at. */
    default void foresee(Capture capture) {}

    void add(Page page);

    default void read(Capture capture) {
        add(look(capture));
    }

    /** The page with its pictures, for who wants them. */
    default Page withPictures(Page page, PictureSource source) {
        return page;
    }

    /** That the page of a post could not be had, which others call so. */
    default void miss(String title) {}

    void note(Notice notice);

    /** That a picture was fetched, or lay beside a page. */
    default void fetched(Capture picture) {}

    /** That something is looked at that is no page yet, by the name that notices have for it. */
    default void looked(String what) {}

    /**
     * That a crawl of the site of that address has come to its end.
     *
     * @param complete whether all that leads to posts was looked at, and answered
     * @param missing addresses where nothing is
     */
    default void crawled(URI address, boolean complete, Set<URI> missing) {}

    /** Whether something was read at an address before. */
    default boolean isSource(URI address) {
        return false;
    }

    /** Addresses of posts that are known and were not met by now. */
    default List<URI> unmet() {
        return List.of();
    }

    /** Told between two pages of a long run. */
    default void pause() {}
}
