package dev.precis.pipeline.route;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which summaries stay as they are stored whatever this run has read of them: a text is never replaced by an excerpt,
 * and not by less while the page that it was read from does not answer, or was not asked yet.
 */
final class Standing {
    private final Set<String> read = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> missed = new HashSet<>();

    void read(URI address) {
        read.add(address.toString());
    }

    /** That nothing could be had from an address. */
    void failed(String address) {
        failed.add(address);
    }

    /** That the page of a post could not be had, which lists call so. */
    void missed(String title) {
        missed.add(Texts.key(title));
    }

    /** The notices of a draft, with one more if its text says that it goes on elsewhere. */
    static List<Notice> notices(Draft draft) {
        Notice partial =
                notice(draft, "only the beginning of \"" + draft.name() + "\" could be read, expected its page");
        return Excerpts.isExcerpt(draft)
                ? Stream.concat(draft.notices().stream(), Stream.of(partial)).toList()
                : draft.notices();
    }

    /** That a text looks whole, and may not be, since its own page could not be had. */
    Optional<Notice> doubt(Draft draft) {
        return isMissed(draft) && !Excerpts.isExcerpt(draft)
                ? Optional.of(
                        notice(draft, "\"" + draft.name() + "\" may be an excerpt: its own page could not be had"))
                : Optional.empty();
    }

    private static Notice notice(Draft draft, String message) {
        return Notice.warning("excerpt-only", draft.origin().address().toString(), message);
    }

    private boolean isMissed(Draft draft) {
        return missed.contains(Texts.key(draft.name()));
    }

    /**
     * Whether a draft changes nothing for now.
     *
     * @param stored the summary as it is stored, if it is
     * @param all whether every page was read
     */
    boolean keeps(Kept stored, Draft draft, boolean all) {
        boolean partial = Excerpts.isExcerpt(draft) || isMissed(draft);
        if (!partial && all && failed.isEmpty()) {
            return false;
        }
        return stored.isReadable()
                ? isLess(draft, stored) && (partial || isOpen(stored, draft, all))
                : partial && !all; // its page may be yet to come
    }

    /** Whether a draft is of an earlier capture of the page that is stored. */
    static boolean isPast(Kept stored, Draft draft) {
        return stored.isAt(draft.origin().address()) && stored.isLaterThan(draft);
    }

    /**
     * Whether a post that says what is stored has another source now: a later capture of its page, another page where
     * that one shows it no more, or one that is preferred to it.
     */
    boolean moves(Kept stored, Draft draft) {
        URI now = draft.origin().address();
        return stored.source()
                .filter(address -> !stored.isAt(now))
                .map(address -> read.contains(address.toString()) || Preference.ADDRESS.compare(now, address) < 0)
                .orElseGet(
                        () -> (!stored.hasSnapshotOf(draft) || isElsewhere(stored, now)) && !stored.isLaterThan(draft));
    }

    /** Whether the address of its page is spelt otherwise now: the site has moved. */
    private static boolean isElsewhere(Kept stored, URI now) {
        return stored.source().filter(page -> !page.equals(now)).isPresent();
    }

    /** Whether the page that the stored text was read from has not said in this run what it says now. */
    private boolean isOpen(Kept stored, Draft draft, boolean all) {
        return stored.source()
                .map(URI::toString)
                .filter(source -> !source.equals(draft.origin().address().toString()))
                .filter(source -> failed.contains(source) || (!all && !read.contains(source)))
                .isPresent();
    }

    private static boolean isLess(Draft draft, Kept stored) {
        int length = draft.body().stream()
                .map(Passage::text)
                .mapToInt(String::length)
                .sum();
        boolean shorter = stored.own(Schema.articleBody)
                .anyMatch(body ->
                        length < body.getLiteralLexicalForm().replace("\n", "").length());
        return shorter
                || (draft.implications().isEmpty()
                        && stored.own(Precis.practiceImplication).findAny().isPresent());
    }
}
