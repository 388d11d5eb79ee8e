package dev.precis.pipeline.quarantine;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.quarantine.Withheld.From;
import dev.precis.pipeline.quarantine.Withheld.Stage;
import dev.precis.pipeline.validate.NonConformance;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What one run over documents of a source withholds, and what it clears: what was withheld of a page is cleared when
 * the page is read again and the same is wrong with it no more; a graph, when it is published.
 */
public final class Withholding {
    static final String SHAPE_VIOLATED = "shape-violated";

    private final Quarantine quarantine;
    private final String source;
    private final Map<String, Withheld> before = new HashMap<>();
    private final Map<String, Withheld> found = new HashMap<>();
    private final Map<String, String> captured = new HashMap<>();
    private final Map<Notice, From> pages = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Set<String> published = new HashSet<>();
    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);

    /** @param source id of the source */
    public Withholding(Quarantine quarantine, String source) {
        this.quarantine = quarantine;
        this.source = source;
        quarantine.all().forEach(item -> before.put(item.id(), item));
    }

    /** What a run tells of a graph that does not conform. */
    public static Notice notice(NonConformance failure) {
        return Notice.violation(SHAPE_VIOLATED, failure.graph(), String.valueOf(failure.getMessage()));
    }

    public void captured(Capture capture) {
        capture.captured().ifPresent(instant -> captured.put(capture.digest(), instant.toString()));
    }

    /** That a page was read; what is told of it later on is known by its notices. */
    public void read(Page page) {
        looked.add(page.address().toString());
        From from = from(page.address(), page.snapshot());
        page.notices().forEach(notice -> pages.put(notice, from));
    }

    /** That something was looked at: what stands for it in notices. */
    public void looked(String what) {
        looked.add(what);
    }

    private From from(URI address, String snapshot) {
        return new From(address.toString(), snapshot, captured.getOrDefault(snapshot, ""));
    }

    /** Withholds what a notice tells of, and gives the notice that the run is to tell. */
    public Notice withhold(Notice violation) {
        From from = pages.getOrDefault(violation, From.NOWHERE);
        String content = from.snapshot().isEmpty() ? violation.message() : from.snapshot();
        return add(item(Stage.READ, violation, from, content, ""));
    }

    /**
     * Withholds posts of the source, if they are; that is cleared when one of their pages is read and no more in doubt.
     *
     * @param posts that are withheld
     */
    public Notice withhold(Notice doubt, Collection<Draft> posts) {
        return posts.stream()
                .map(Draft::origin)
                .filter(origin -> doubt.severity() == Severity.VIOLATION)
                .min(Comparator.comparing(origin -> origin.address().toString()))
                .map(origin -> add(item(Stage.JUDGE, doubt, from(origin), doubt.message(), "")))
                .orElse(doubt);
    }

    /**
     * Withholds a graph.
     *
     * @param origin of the post that it is of
     * @param content digest of what it was made from
     */
    public Notice withhold(NonConformance failure, Draft.Origin origin, String content) {
        return add(item(Stage.VALIDATE, notice(failure), from(origin), content, failure.report()));
    }

    private From from(Draft.Origin origin) {
        return from(origin.address(), origin.snapshot());
    }

    private Withheld item(Stage stage, Notice notice, From from, String content, String report) {
        return new Withheld(
                source, notice.where(), stage, notice.code(), notice.message(), from, content, now, report, false);
    }

    private Notice add(Withheld withheld) {
        Withheld known = before.containsKey(withheld.id()) ? withheld.after(before.get(withheld.id())) : withheld;
        found.put(known.id(), known);
        return known.notice();
    }

    /** That a graph was published, or says what is published. */
    public void published(String graph) {
        published.add(graph);
        found.values()
                .removeIf(item -> item.stage() == Stage.VALIDATE && item.what().equals(graph));
    }

    /**
     * Writes down what was withheld and cleared so far.
     *
     * @param complete whether all of it was read: only then what was not met again is cleared
     * @param judged whether its posts were judged together
     */
    public void write(boolean complete, boolean judged) {
        quarantine.change(items -> {
            items.values().removeIf(item -> isCleared(item, item.stage() == Stage.JUDGE ? judged : complete));
            put(items);
        });
    }

    private void put(SequencedMap<String, Withheld> items) {
        found.forEach((id, item) -> items.merge(id, item, (kept, again) -> again.after(kept)));
    }

    private boolean isCleared(Withheld item, boolean complete) {
        boolean ours = item.source().isEmpty() || item.source().equals(source);
        if (!ours || found.containsKey(item.id())) {
            return false;
        }
        // what was kept before sources were told apart has another name now
        if (item.source().isEmpty() && found.values().stream().anyMatch(item::isSameAs)) {
            return true;
        }
        return item.stage() == Stage.VALIDATE
                ? published.contains(item.what())
                : complete && (looked.contains(item.place()) || published.contains(item.what()));
    }
}
