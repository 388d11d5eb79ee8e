package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declaration;
import dev.precis.pipeline.extract.block.Declaration.Field;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import dev.precis.pipeline.extract.entry.Entry;
import dev.precis.pipeline.extract.entry.EntryDocuments;
import dev.precis.pipeline.extract.entry.FeedHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page, or an entry of a feed or an export, tells of its blog to someone who knows nothing of it. Any of it is
 * empty where nothing is told.
 *
 * @param blog names that the document gives the whole blog
 * @param title of the document
 * @param home address of the blog's first page
 * @param language as declared
 * @param headings inside of it, as printed, each once
 * @param beforeTags words that stand before links to topics
 * @param tags words of links to topics, categories
 */
public record Clues(
        List<String> blog,
        String title,
        String home,
        String language,
        List<String> headings,
        List<String> beforeTags,
        List<String> tags) {
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_LABEL = 40;

    public Clues {
        blog = List.copyOf(blog);
        headings = List.copyOf(headings);
        beforeTags = List.copyOf(beforeTags);
        tags = List.copyOf(tags);
    }

    /**
     * The clues of a capture, one for each post of a blog that comes as data.
     *
     * @param home of the blog as far as it is known, for formats that do not tell it
     */
    public static List<Clues> of(Capture capture, URI home) {
        CaptureKind kind = CaptureKind.of(capture);
        return switch (kind) {
            case PAGE -> List.of(page(capture));
            case FEED, WORDPRESS_EXPORT, WORDPRESS_POSTS, GHOST_EXPORT -> entries(capture, kind, home);
            case SUMMARY -> List.of();
        };
    }

    private static Clues page(Capture capture) {
        HtmlBlocks page = HtmlBlocks.read(Charsets.decode(capture.content(), capture.contentType()), capture.address());
        List<String> sites =
                page.declared().of(Field.SITE).stream().map(Declaration::value).toList();
        List<String> before = new ArrayList<>();
        Set<String> tags = new LinkedHashSet<>();
        for (Block block : page.blocks()) {
            List<String> ofBlock = block.meaning().tags();
            if (!ofBlock.isEmpty()) {
                tags.addAll(ofBlock);
                String label = block.text()
                        .substring(0, Math.max(0, block.text().indexOf(ofBlock.getFirst())))
                        .replaceFirst("\\s*:?\\s*$", "");
                if (!label.isEmpty() && label.length() <= LONGEST_LABEL) {
                    before.add(label);
                }
            }
        }
        return new Clues(sites, page.title(), "", page.language(), headings(page), before, List.copyOf(tags));
    }

    private static List<Clues> entries(Capture capture, CaptureKind kind, URI home) {
        FeedHead head = FeedHead.read(capture);
        return EntryDocuments.read(capture, kind, home).all().stream()
                .map(entry -> new Clues(
                        head.name().isEmpty() ? List.of() : List.of(head.name()),
                        "",
                        head.home(),
                        head.language(),
                        headings(HtmlBlocks.read(entry.html(), entry.address())),
                        List.of(),
                        labels(entry)))
                .toList();
    }

    private static List<String> labels(Entry entry) {
        return entry.labels(KnownLabels.ALL).stream()
                .filter(label -> !label.isBlank())
                .toList();
    }

    private static List<String> headings(HtmlBlocks page) {
        return page.blocks().stream()
                .filter(block -> (block.level() > 0 || block.strong()) && !block.linked())
                .map(Block::text)
                .filter(text ->
                        text.length() <= LONGEST_HEADING && !page.title().startsWith(text))
                .map(text -> text.replaceFirst("\\s*:$", ""))
                .distinct()
                .toList();
    }
}
