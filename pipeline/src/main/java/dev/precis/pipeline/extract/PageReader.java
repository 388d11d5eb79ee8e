package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.CaptureKind;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import java.util.List;

/** Reads any captured document of one source: a page, a feed, a summary that someone wrote. */
public final class PageReader {
    private final SourceProfile profile;
    private final HtmlExtractor pages;
    private final FeedExtractor feeds;
    private final SummaryFileExtractor summaries = new SummaryFileExtractor();

    public PageReader(SourceProfile profile) {
        this.profile = profile;
        this.pages = new HtmlExtractor(profile);
        this.feeds = new FeedExtractor(profile);
    }

    public Page read(Capture capture) {
        return switch (CaptureKind.of(capture)) {
            case PAGE -> pages.extract(capture);
            case FEED -> feeds.extract(capture);
            case SUMMARY -> summary(capture);
        };
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
