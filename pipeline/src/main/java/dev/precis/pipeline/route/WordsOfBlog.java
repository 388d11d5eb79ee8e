package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.BlogMapper;
import dev.precis.sparql.archive.NamedGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the pages of a run say of the blog itself. */
final class WordsOfBlog {
    /** Pages that show later posts first: only the newest page's blurb is this month's. */
    private static final Comparator<Page> NEWEST = Comparator.comparing(WordsOfBlog::latest)
            .reversed()
            .thenComparing(Page::address, Preference.ADDRESS)
            .thenComparing(Page::snapshot);

    private Optional<Page> newest = Optional.empty();

    void add(Page page) {
        if (!page.introduction().isEmpty() || !page.blurb().isEmpty()) {
            newest = newest.filter(other -> NEWEST.compare(other, page) <= 0).or(() -> Optional.of(page));
        }
    }

    private static String latest(Page page) {
        return page.drafts().stream()
                .map(draft -> draft.date().toString())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** What no page of this run says of the blog stays as it was said before. */
    NamedGraph graph(BlogMapper mapper, Optional<NamedGraph> before) {
        return newest.isEmpty() && before.isPresent()
                ? mapper.blogAsIn(before.get())
                : mapper.blog(
                        newest.map(Page::introduction).orElse(List.of()),
                        newest.map(Page::blurb).orElse(List.of()));
    }
}
