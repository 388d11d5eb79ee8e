package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.sparql.archive.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run did: pages, summaries by what became of them, and notices. */
public final class Tally {
    private int pages;
    private final Map<Change, Integer> summaries = new EnumMap<>(Change.class);
    private final List<Notice> notices = new ArrayList<>();

    void page() {
        pages++;
    }

    void count(Change change) {
        summaries.merge(change, 1, Integer::sum);
    }

    void note(Notice notice) {
        notices.add(notice);
    }

    /** Adds what another run did. */
    public void add(Tally other) {
        pages += other.pages;
        other.summaries.forEach((change, count) -> summaries.merge(change, count, Integer::sum));
        notices.addAll(other.notices);
    }

    public int of(Change change) {
        return summaries.getOrDefault(change, 0);
    }

    /** How many summaries there were, changed or not. */
    public int summaries() {
        return summaries.values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** What could not be published, and why. */
    public List<Notice> refused() {
        return notices.stream()
                .filter(notice -> notice.severity() == Severity.VIOLATION)
                .toList();
    }

    /** Whether something could not be fetched, so that what was seen is not all there is. */
    boolean isIncomplete() {
        return notices.stream().anyMatch(Tally::isUnreachable);
    }

    /** Whether the notice tells of an address that did not answer. */
    public static boolean isUnreachable(Notice notice) {
        return notice.code().startsWith("unreachable");
    }

    /** The one line that a run ends with. */
    @Override
    public String toString() {
        return "%d %s read; summaries: %d new, %d unchanged, %d changed, %d quarantined"
                .formatted(
                        pages,
                        pages == 1 ? "page" : "pages",
                        of(Change.NEW),
                        of(Change.UNCHANGED),
                        of(Change.CHANGED),
                        refused().size());
    }
}
