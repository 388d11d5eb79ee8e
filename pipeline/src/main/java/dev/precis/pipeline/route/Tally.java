package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a run did: pages, summaries by what became of them, and notices. */
public final class Tally {
    private int pages;
    private final Map<String, Novelty> summaries = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final SortedSet<String> lost = new TreeSet<>();
    private final SortedMap<String, SortedSet<String>> differences = new TreeMap<>();
    private final List<Notice> notices = new ArrayList<>();
    // a summary that a run comes back to, since more was read of it, has its notices once
    private final SequencedMap<String, List<Notice>> ofSummaries = new LinkedHashMap<>();

    void page() {
        pages++;
    }

    /** What the whole run is to a summary: one that it brought and then mended is new. */
    void count(String summary, Novelty novelty) {
        summaries.merge(summary, novelty, (before, now) -> before == Novelty.UNCHANGED ? now : before);
    }

    /** That a summary was taken out. */
    void remove(String summary) {
        removed.add(summary);
    }

    public void note(Notice notice) {
        notices.add(notice);
    }

    void note(String summary, List<Notice> ofSummary) {
        ofSummaries.put(summary, List.copyOf(ofSummary));
    }

    /** Adds what another run did. */
    public void add(Tally other) {
        pages += other.pages;
        other.summaries.forEach(this::count);
        removed.addAll(other.removed);
        lost.addAll(other.lost);
        differences.putAll(other.differences);
        notices.addAll(other.notices);
        ofSummaries.putAll(other.ofSummaries);
    }

    public int of(Novelty novelty) {
        return (int) summaries.values().stream().filter(novelty::equals).count();
    }

    /** How many summaries there were, changed or not. */
    public int summaries() {
        return summaries.size();
    }

    public List<Notice> notices() {
        return Stream.concat(notices.stream(), ofSummaries.values().stream().flatMap(List::stream))
                .toList();
    }

    /** Which properties of a summary say something else than before. */
    void differs(String summary, SortedSet<String> properties) {
        if (!properties.isEmpty()) {
            differences.put(summary, new TreeSet<>(properties));
        }
    }

    /** That a summary was not read from what it had been read from. */
    void lose(String summary) {
        lost.add(summary);
    }

    /** By the names of summaries that were changed, which of their properties say something else now. */
    public SortedMap<String, SortedSet<String>> differences() {
        return Collections.unmodifiableSortedMap(differences);
    }

    /** Summaries that a run over all that was read before has not met; they stay as they are. */
    public SortedSet<String> lost() {
        return Collections.unmodifiableSortedSet(lost);
    }

    /** How many were taken out, since their source does not show them any more. */
    public int removed() {
        return removed.size();
    }

    /** What could not be published, and why. */
    public List<Notice> refused() {
        return notices().stream()
                .filter(notice -> notice.severity() == Severity.VIOLATION)
                .toList();
    }

    /** Whether nothing was withheld, and all answered. */
    public boolean isGood() {
        return notices().stream().noneMatch(Notice::isFailure);
    }

    /** Whether something could not be fetched, so that what was seen is not all there is. */
    boolean isIncomplete() {
        return notices.stream().anyMatch(Notice::isUnreachable);
    }

    /** The one line that a run ends with. */
    @Override
    public String toString() {
        return "%d %s read; summaries: %d new, %d unchanged, %d changed, %d quarantined"
                        .formatted(
                                pages,
                                pages == 1 ? "page" : "pages",
                                of(Novelty.NEW),
                                of(Novelty.UNCHANGED),
                                of(Novelty.CHANGED),
                                refused().size())
                + (removed.isEmpty() ? "" : ", " + removed.size() + " removed");
    }
}
