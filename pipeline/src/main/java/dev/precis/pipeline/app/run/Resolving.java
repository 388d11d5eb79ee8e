package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.run.CitedWorks.CitedWork;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.reconcile.Answer;
import dev.precis.pipeline.reconcile.Answers;
import dev.precis.pipeline.reconcile.Match;
import dev.precis.pipeline.reconcile.Reconciliation;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.UnreachableException;
import dev.precis.pipeline.source.registry.Crossref;
import dev.precis.sparql.archive.GraphArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks the works that a source cites up in a registry, keeps what it answers, and publishes what follows: the pages
 * are read again as they are kept, as after a correction. What is never asked before goes first, then what was asked
 * longest ago.
 */
public final class Resolving {
    private static final int KEEP_EVERY = 20;
    private static final int MOST_FAILURES = 3;

    private final GraphArchive archive;
    private final boolean allowPrivate;
    private final Progress progress;
    private final StopSignal stop;

    /** @param allowPrivate whether the registry may be on loopback or a private address */
    public Resolving(GraphArchive archive, boolean allowPrivate, Progress progress, StopSignal stop) {
        this.archive = archive;
        this.allowPrivate = allowPrivate;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * What was done.
     *
     * @param asked works that the registry gave an answer about
     * @param known those of them that it has a record of, as far as that is sure
     * @param left works that wait for another day
     * @param flagged works that were retracted, corrected or doubted, one sentence each
     * @param published what the reading of the pages did
     */
    public record Resolved(int asked, int known, int left, List<String> flagged, Tally published) {
        public Resolved {
            flagged = List.copyOf(flagged);
        }

        @Override
        public String toString() {
            return "%d %s looked up: %d with a record, %d without; %d left; %s"
                    .formatted(asked, asked == 1 ? "work" : "works", known, asked - known, left, published);
        }
    }

    /**
     * One source after the other.
     *
     * @param profile whose resolver is on
     * @param limit of works that are asked for; 0 for none
     */
    public Resolved of(SourceProfile profile, int limit) {
        Answers answers = Answers.of(archive.store(), profile.id());
        List<CitedWork> due = due(profile, answers);
        Run run = new Run(profile, answers, due);
        CaptureLog log = CaptureLog.read(archive.store().resolve("captures.json"));
        try (Crossref registry = new Crossref(profile.resolver(), profile.crawl(), allowPrivate, log)) {
            run.ask(registry, limit > 0 ? limit : Integer.MAX_VALUE);
        } finally {
            log.write();
            answers.write();
            progress.end();
        }
        return run.resolved(publish(profile, answers));
    }

    private List<CitedWork> due(SourceProfile profile, Answers answers) {
        Instant before = Instant.now().minus(profile.resolver().askAgain());
        return new CitedWorks(archive, Wiring.stages(profile))
                .all().stream()
                        .filter(work -> !work.citation().printed().isEmpty())
                        .filter(work -> asked(work, answers).isBefore(before))
                        .sorted(Comparator.comparing((CitedWork work) -> asked(work, answers))
                                .thenComparing(CitedWork::summary))
                        .toList();
    }

    /** A citation that was corrected since is another question. */
    private static Instant asked(CitedWork work, Answers answers) {
        return answers.find(work.summary(), work.citation().printed())
                .filter(row -> row.answer().doi().equals(work.doi()))
                .map(row -> Instant.parse(row.asked()))
                .orElse(Instant.MIN);
    }

    /** Publishes what waits for it, also from a run that died. */
    private Tally publish(SourceProfile profile, Answers answers) {
        Rereading rereading = new Rereading(archive);
        Map<String, Capture> pages = new LinkedHashMap<>();
        List<Notice> lost = new ArrayList<>();
        for (String summary : answers.pending()) {
            rereading
                    .ofSummary(summary)
                    .ifPresentOrElse(
                            page -> pages.put(page.digest() + page.address(), page),
                            () -> lost.add(Notice.warning(
                                    "not-kept",
                                    summary,
                                    "its page is not kept: the next run that reads it publishes what the registry"
                                            + " says")));
        }
        Tally tally = pages.isEmpty() ? new Tally() : rereading.read(profile, List.copyOf(pages.values()));
        lost.forEach(tally::note);
        answers.published();
        answers.write();
        return tally;
    }

    /** One run over what is due. */
    private final class Run {
        private final SourceProfile profile;
        private final Answers answers;
        private final List<CitedWork> due;
        private final Allowance allowance;
        private final List<Notice> failures = new ArrayList<>();
        private final List<String> flagged = new ArrayList<>();
        private int asked;
        private int known;
        private int counted;

        Run(SourceProfile profile, Answers answers, List<CitedWork> due) {
            this.profile = profile;
            this.answers = answers;
            this.due = due;
            this.allowance = new Allowance(
                    archive.store(),
                    profile.resolver().address().orElseThrow(),
                    profile.resolver().requestsADay());
        }

        void ask(Crossref registry, int limit) {
            int inARow = 0;
            for (CitedWork work : due.subList(0, Math.min(limit, due.size()))) {
                if (stop.isAsked(Duration.ZERO) || inARow == MOST_FAILURES) {
                    return;
                }
                if (allowance.isSpent()) {
                    failures.add(Notice.info(
                            "allowance-spent",
                            profile.id(),
                            "the registry was asked as often as `resolver.requests-a-day` allows; go on tomorrow"));
                    return;
                }
                progress.step(work.summary(), Math.min(limit, due.size()));
                try {
                    keep(work, answer(work, registry));
                    inARow = 0;
                } catch (UnreachableException e) {
                    inARow++;
                    failures.add(
                            Notice.warning("unreachable-registry", e.address().toString(), e.reason()));
                } finally {
                    allowance.count(registry.requests() - counted);
                    counted = registry.requests();
                }
            }
        }

        private Answer answer(CitedWork work, Crossref registry) {
            String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            String printed = work.citation().printed();
            Optional<Answer> elsewhere = recent(work);
            if (elsewhere.isPresent()) {
                Answer same = elsewhere.get();
                return new Answer(work.summary(), printed, work.doi(), same.address(), since, same.works());
            }
            if (!work.doi().isEmpty()) {
                List<RegistryWork> record = registry.work(work.doi()).stream().toList();
                String address = registry.address(work.doi()).toString();
                return new Answer(work.summary(), printed, work.doi(), address, since, record);
            }
            List<RegistryWork> candidates = new ArrayList<>(registry.candidates(printed));
            Optional<String> found = Match.among(work.citation(), candidates).map(RegistryWork::doi);
            // lists do not tell what became of a work later
            found.flatMap(registry::work)
                    .ifPresent(record -> candidates.replaceAll(one -> one.doi().equals(record.doi()) ? record : one));
            String address = found.map(doi -> registry.address(doi).toString()).orElse("");
            return new Answer(work.summary(), printed, "", address, since, candidates);
        }

        /** What was answered about the same citation in another summary in this run or shortly before. */
        private Optional<Answer> recent(CitedWork work) {
            Instant before = Instant.now().minus(profile.resolver().askAgain());
            return answers.anywhere(work.citation().printed(), work.doi())
                    .filter(row -> !Instant.parse(row.asked()).isBefore(before))
                    .map(Answers.Row::answer);
        }

        private void keep(CitedWork work, Answer answer) {
            boolean isNew = answers.put(answer, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            Optional<Registered> registered = Reconciliation.of(work.citation(), answer)
                    .filter(one -> !one.doi().isEmpty());
            known += registered.isPresent() ? 1 : 0;
            asked++;
            if (isNew) {
                registered.stream()
                        .flatMap(one -> one.notices().stream())
                        .forEach(
                                notice -> flagged.add(work.summary() + ": " + notice.type() + ", doi:" + notice.doi()));
            }
            if (asked % KEEP_EVERY == 0) {
                answers.write();
            }
        }

        Resolved resolved(Tally published) {
            failures.forEach(published::note);
            return new Resolved(asked, known, due.size() - asked, flagged, published);
        }
    }
}
