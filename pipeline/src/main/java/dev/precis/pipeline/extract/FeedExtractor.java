package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.entry.Entries;
import dev.precis.pipeline.extract.entry.Entry;
import dev.precis.pipeline.extract.entry.EntryDocuments;
import dev.precis.pipeline.extract.post.PagePosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a captured blog that comes as data to the drafts in it: each entry is read like a page that shows one post. */
final class FeedExtractor {
    private final SourceProfile profile;
    private final PagePosts posts;
    private final KnownLabels known;

    /** @param known labels of the source, by which those of entries are spelled */
    FeedExtractor(SourceProfile profile, KnownLabels known) {
        this.profile = profile;
        this.known = known;
        this.posts = new PagePosts(
                profile, new MonthHeading(profile.labels().dates(), Locale.forLanguageTag(profile.language())));
    }

    /** @param kind of the document, one that has entries */
    Page extract(Capture capture, CaptureKind kind) {
        List<Draft> drafts = new ArrayList<>();
        FeedText text = new FeedText();
        String snapshot = capture.digest();
        Entries entries = EntryDocuments.read(capture, kind, profile.home());
        List<Notice> notices = new ArrayList<>(entries.notices());
        List<Page.Link> links = new ArrayList<>();
        entries.attachments().forEach(address -> links.add(new Page.Link(address, "")));
        for (Entry entry : entries.all()) {
            if (!entry.address().equals(capture.address())) {
                links.add(new Page.Link(entry.address(), Texts.normalise(entry.title()), true, false));
            }
            Draft.Origin origin = new Draft.Origin(
                    profile.id(), entry.address(), snapshot, capture.captured(), entry.keys(capture.address()));
            Passage title = title(entry, text);
            HtmlBlocks content = HtmlBlocks.read(entry.html(), entry.address());
            int start = content.text().isEmpty() ? text.characters : text.line(content.text());
            List<Block> blocks = content.blocks().stream()
                    .map(block -> block.movedTo(start + block.passage().start()))
                    .toList();
            posts.entry(blocks, title, entry.declared(known), origin, notices)
                    .map(draft -> draft.withRich(content.rich(draft.body(), draft.implications(), start)))
                    .map(draft -> draft.withAuthor(
                            entry.author().isEmpty() ? draft.author() : Texts.normalise(entry.author())))
                    .ifPresent(drafts::add);
        }
        return new Page(capture.address(), snapshot, text.toString(), drafts, List.of(), List.of(), links, notices);
    }

    /** The entry's title, placed in the text of the whole feed, which grows by it. */
    private static Passage title(Entry entry, FeedText text) {
        String title =
                Texts.normalise(HtmlBlocks.read(entry.title(), entry.address()).text());
        return title.isEmpty() ? Passage.NONE : new Passage(title, text.line(title));
    }

    /** The lines of a feed, and how many characters they have so far; see {@link Passage#start}. */
    private static final class FeedText {
        private final StringBuilder lines = new StringBuilder();
        private int characters;

        /** Where the line begins that this adds. */
        private int line(String words) {
            if (!lines.isEmpty()) {
                lines.append('\n');
                characters++;
            }
            int start = characters;
            lines.append(words);
            characters += words.codePointCount(0, words.length());
            return start;
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
