package dev.precis.pipeline.extract.entry;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.net.URI;

/** Finds the reader of a blog that comes as data. */
public final class EntryDocuments {
    private EntryDocuments() {}

    /**
     * Reads a document as the kind that it is; what cannot be read is a notice.
     *
     * @param home of the blog, for formats that do not tell it
     * @throws IllegalArgumentException for kinds without entries
     */
    public static Entries read(Capture capture, CaptureKind kind, URI home) {
        return switch (kind) {
            case FEED -> FeedReader.read(capture);
            case WORDPRESS_EXPORT -> WordPressExportReader.read(capture);
            case WORDPRESS_POSTS -> WordPressPostsReader.read(capture);
            case GHOST_EXPORT -> GhostExportReader.read(capture, home);
            case SUMMARY, PAGE -> throw new IllegalArgumentException("no entries in a " + kind);
        };
    }
}
