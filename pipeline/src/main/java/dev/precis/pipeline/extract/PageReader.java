package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.domain.page.Pictures;
import dev.precis.pipeline.extract.block.PictureMarks;
import java.util.List;
import java.util.function.Function;

/** Reads any captured document of one source: a page, a blog that comes as data, a summary that someone wrote. */
public final class PageReader {
    private final SourceProfile profile;
    private final HtmlExtractor pages;
    private final FeedExtractor feeds;
    private final SummaryFileExtractor summaries;

    /** A reader that leaves it to others to look labels up. */
    public PageReader(SourceProfile profile) {
        this(profile, KnownLabels.ALL);
    }

    /** @param known labels of topics and types of research of the source */
    public PageReader(SourceProfile profile, KnownLabels known) {
        this.profile = profile;
        this.pages = new HtmlExtractor(profile);
        this.feeds = new FeedExtractor(profile, known);
        this.summaries = new SummaryFileExtractor(known);
    }

    public Page read(Capture capture) {
        CaptureKind kind = CaptureKind.of(capture);
        return switch (kind) {
            case PAGE -> pages.extract(capture);
            case FEED, WORDPRESS_EXPORT, WORDPRESS_POSTS, GHOST_EXPORT -> feeds.extract(capture, kind);
            case SUMMARY -> summary(capture);
        };
    }

    /**
     * The page with the pictures that were captured with it in the texts of its posts.
     *
     * @param names under which pictures are published
     */
    public Page withPictures(Page page, Pictures captured, Function<Picture, String> names) {
        int most = profile.pictures().most();
        return page.withDrafts(page.drafts().stream()
                .map(draft -> PictureMarks.fill(draft, captured, names, most))
                .toList());
    }

    private Page summary(Capture capture) {
        SummaryFileExtractor.Reading reading = summaries.read(capture, profile);
        String text = Charsets.decode(capture.content(), capture.contentType());
        return new Page(
                capture.address(),
                capture.digest(),
                text,
                reading.drafts(),
                List.of(),
                List.of(),
                List.of(),
                reading.problems());
    }
}
