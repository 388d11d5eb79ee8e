package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PostKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts that some page shows without a month or without any text, until all pages are read: a list may show the
 * beginnings of posts without their days, or their titles alone, and tells no more than where these are.
 */
final class Undated {
    private static final Set<String> CODES = Set.of(Notice.UNDATED, Notice.EMPTY);

    private final List<Notice> waiting = new ArrayList<>();

    /** Keeps what a page says of a post that nothing dates there, or that has no text; {@code false} for any other notice. */
    boolean add(Notice notice) {
        return CODES.contains(notice.code()) && waiting.add(notice);
    }

    /**
     * What is told of those that were read in full nowhere else; of the others nothing is missing.
     *
     * @param read all posts with a month
     */
    List<Notice> left(Collection<Draft> read) {
        Set<PostKey> known = read.stream()
                .filter(draft -> !Excerpts.isExcerpt(draft))
                .flatMap(draft -> draft.origin().keys().stream())
                .map(PostKey::normal)
                .collect(Collectors.toSet());
        List<Notice> left = waiting.stream()
                .filter(notice -> !known.contains(PostKey.ofAddress(notice.where())))
                .toList();
        waiting.clear();
        return left;
    }
}
