package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.run.Inputs.Input;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads inputs into an archive, one batch a source. What is read is kept in slices, each of them whole, so that a
 * process that dies loses the last one only; one that is told to end keeps what it has. Who reads the same again gets
 * what an undisturbed run gives.
 */
public final class Reading {
    private static final byte[] NOT_KEPT = new byte[0];
    private static final Duration MOST_LOST = Duration.ofSeconds(15);
    /** Who is told to end reads no more, but goes on so long to publish what was read; whoever told it waits longer. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final GraphArchive archive;
    private final boolean allowPrivate;
    private final Progress progress;
    private final Duration mostLost;
    private final Predicate<Duration> stopped;
    private final Manner manner;
    private final StageExecutors executors;

    /**
     * How it is read.
     *
     * @param forced whether what many posts have alike is published, too
     * @param again whether it was read before
     * @param complete whether it is all there is
     * @param start where the site of a source begins in web archives
     * @param reported whether a report is kept of each source
     */
    private record Manner(
            boolean forced, boolean again, boolean complete, Function<SourceProfile, URI> start, boolean reported) {}

    public Reading(GraphArchive archive, boolean allowPrivate, Progress progress) {
        this(archive, allowPrivate, progress, MOST_LOST);
    }

    /** @param stop tells that the process is to end */
    public Reading(GraphArchive archive, boolean allowPrivate, Progress progress, StopSignal stop) {
        this(archive, allowPrivate, progress, MOST_LOST, stop::isAsked);
    }

    /** @param mostLost of a run, if the process dies */
    public Reading(GraphArchive archive, boolean allowPrivate, Progress progress, Duration mostLost) {
        this(archive, allowPrivate, progress, mostLost, ago -> false);
    }

    /** @param stopped whether it is to end, and has been for so long */
    public Reading(
            GraphArchive archive,
            boolean allowPrivate,
            Progress progress,
            Duration mostLost,
            Predicate<Duration> stopped) {
        this(
                archive,
                allowPrivate,
                progress,
                mostLost,
                stopped,
                new Manner(false, false, false, SourceProfile::home, false),
                StageExecutors.DIRECT);
    }

    private Reading(
            GraphArchive archive,
            boolean allowPrivate,
            Progress progress,
            Duration mostLost,
            Predicate<Duration> stopped,
            Manner manner,
            StageExecutors executors) {
        this.archive = archive;
        this.allowPrivate = allowPrivate;
        this.progress = progress;
        this.mostLost = mostLost;
        this.stopped = stopped;
        this.manner = manner;
        this.executors = executors;
    }

    /** One that publishes also what many posts have alike. */
    public Reading forced() {
        return in(new Manner(true, manner.again(), manner.complete(), manner.start(), manner.reported()));
    }

    /** One that takes web archives to be of a site at that address, and not at the blog's home. */
    public Reading from(URI address) {
        return in(
                new Manner(manner.forced(), manner.again(), manner.complete(), profile -> address, manner.reported()));
    }

    /** One of what was read before: it brings nothing back that was taken out, and what it does not meet is told. */
    public Reading again() {
        return in(new Manner(manner.forced(), true, manner.complete(), SourceProfile::start, manner.reported()));
    }

    /** One of inputs that are all there is of their sources: what they do not show is taken out. */
    public Reading complete() {
        return in(new Manner(manner.forced(), manner.again(), true, manner.start(), manner.reported()));
    }

    /** One of which a report is kept, as of a crawl; it does not change when a crawl is due. */
    public Reading reported() {
        return in(new Manner(manner.forced(), manner.again(), manner.complete(), manner.start(), true));
    }

    /** One whose stages that need nothing but their input are run there. */
    public Reading by(StageExecutors others) {
        return new Reading(archive, allowPrivate, progress, mostLost, stopped, manner, others);
    }

    private Reading in(Manner other) {
        return new Reading(archive, allowPrivate, progress, mostLost, stopped, other, executors);
    }

    /** @throws StopSignal.StoppedException if it was told to end before all was read and published */
    public Tally read(Map<SourceProfile, List<Input>> inputs) {
        Tally tally = new Tally();
        List<Notice> nothing = new ArrayList<>();
        Set<Notice> told = new HashSet<>();
        inputs.forEach((profile, ofSource) -> {
            Supplier<Tally> run = () -> read(profile, ofSource, told::add, nothing::add);
            Runs runs = Runs.of(archive.store(), profile.id());
            tally.add(manner.reported() ? runs.reported(Runs.Kind.INGEST, run) : run.get());
        });
        // which of the sources a web archive is of it tells itself; it should be one of them
        if (nothing.size() == inputs.size()) {
            nothing.forEach(tally::note);
        }
        progress.end();
        return tally;
    }

    private Tally read(SourceProfile profile, List<Input> inputs, Predicate<Notice> isNew, Consumer<Notice> nothing) {
        Stages stages = Wiring.stages(profile);
        Checkpoint slices = new Checkpoint(mostLost);
        try (Ingest ingest =
                Wiring.ingest(stages, archive, manner.forced(), executors, one -> published(one, slices))) {
            if (manner.complete()) {
                ingest.complete();
            }
            if (manner.again()) {
                ingest.again();
            }
            Checkpoint checkpoint = new Checkpoint(mostLost);
            Gathering gathering =
                    new Gathering(stages, new IntoIngest(ingest, () -> read(checkpoint, ingest::keepSoFar)), progress);
            for (Input input : inputs) {
                switch (input) {
                    case Input.Files files -> gathering.files(files.path());
                    case Input.Address address -> address(address.uri(), stages, ingest, checkpoint);
                }
            }
            gathering
                    .archives(manner.start().apply(profile), this::snapshot, isNew)
                    .ifPresent(nothing);
            return ingest.finish();
        }
    }

    private void address(URI address, Stages stages, Ingest ingest, Checkpoint checkpoint) {
        CaptureLog log = CaptureLog.read(archive.store().resolve("captures.json"));
        Runnable keep = () -> {
            ingest.keepSoFar();
            log.write();
        };
        Gathering.Web web = new Gathering.Web(allowPrivate, true, log, this::snapshot);
        new Gathering(stages, new IntoIngest(ingest, () -> read(checkpoint, keep)), progress).address(address, web);
    }

    private byte[] snapshot(String digest) {
        return Captures.bytes(archive, digest).orElse(NOT_KEPT);
    }

    /** Between two pages. */
    private void read(Checkpoint checkpoint, Runnable keep) {
        if (stopped.test(Duration.ZERO)) {
            keep.run();
            progress.end();
            throw new StopSignal.StoppedException();
        }
        checkpoint.look(keep);
    }

    /** Between two posts. */
    private void published(Ingest ingest, Checkpoint slices) {
        if (stopped.test(LAST_WORDS)) {
            ingest.commit();
            progress.end();
            throw new StopSignal.StoppedException();
        }
        slices.look(ingest::commit);
    }
}
