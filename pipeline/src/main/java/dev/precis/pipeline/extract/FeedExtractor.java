package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import dev.precis.pipeline.extract.post.Landmarks;
import dev.precis.pipeline.extract.post.Mark;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.post.MonthHeading;
import dev.precis.pipeline.extract.post.PostReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a captured feed to the drafts in it: each entry is read like a page that shows one post. */
final class FeedExtractor {
    private final SourceProfile profile;
    private final MonthHeading months;
    private final Landmarks landmarks;

    FeedExtractor(SourceProfile profile) {
        this.profile = profile;
        this.months = new MonthHeading(profile.labels().months(), Locale.forLanguageTag(profile.language()));
        this.landmarks = new Landmarks(profile, months);
    }

    Page extract(Capture capture) {
        List<Draft> drafts = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        List<Page.Link> links = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String snapshot = capture.digest();
        try {
            for (FeedEntry entry : FeedReader.read(capture)) {
                if (!entry.address().equals(capture.address())) {
                    links.add(new Page.Link(entry.address(), Texts.normalise(entry.title()), true, false));
                }
                Draft.Origin origin = new Draft.Origin(
                        profile.id(), entry.address(), snapshot, capture.captured(), entry.keys(capture.address()));
                PostReader reader = new PostReader(profile, months, entry.date());
                reader.readPost(marks(entry, text));
                for (Draft draft : reader.drafts(origin, notices)) {
                    drafts.add(draft.withLabels(entry.categories()).withAuthor(Texts.normalise(entry.author())));
                }
            }
        } catch (IOException e) {
            notices.add(
                    Notice.violation("feed-unreadable", capture.address().toString(), String.valueOf(e.getMessage())));
        }
        return new Page(capture.address(), snapshot, text.toString(), drafts, List.of(), List.of(), links, notices);
    }

    /** The entry's title and blocks, placed in the text of the whole feed, which grows by them. */
    private List<Mark> marks(FeedEntry entry, StringBuilder text) {
        List<Mark> marks = new ArrayList<>();
        String title =
                Texts.normalise(HtmlBlocks.read(entry.title(), entry.address()).text());
        if (!title.isEmpty()) {
            marks.add(new Mark(Kind.TITLE, Block.heading(title).movedTo(line(text, title))));
        }
        HtmlBlocks content = HtmlBlocks.read(entry.html(), entry.address());
        if (!content.text().isEmpty()) {
            int start = line(text, content.text());
            content.blocks().stream()
                    .map(block -> block.movedTo(start + block.passage().start()))
                    .forEach(block -> marks.addAll(landmarks.of(List.of(block))));
        }
        return marks;
    }

    private static int line(StringBuilder text, String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(words);
        return start;
    }
}
