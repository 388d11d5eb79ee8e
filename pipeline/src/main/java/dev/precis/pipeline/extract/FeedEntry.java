package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.extract.post.MonthHeading;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of a feed, whatever its format.
 *
 * @param title as HTML
 * @param html its content, or its summary where it has no content
 * @param published date or instant in ISO 8601; empty where the feed gives none
 */
record FeedEntry(String title, URI address, String author, List<String> categories, String html, String published) {
    FeedEntry {
        categories = List.copyOf(categories);
    }

    Optional<PublicationDate> date() {
        return new MonthHeading(List.of(), Locale.ENGLISH).machineReadable(published);
    }
}
