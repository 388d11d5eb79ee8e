package dev.precis.pipeline.app;

import dev.precis.pipeline.app.Inputs.Input;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.Stages;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads inputs into an archive, one batch a source. */
final class Reading {
    private static final byte[] NOT_KEPT = new byte[0];
    private static final Duration MOST_LOST = Duration.ofMinutes(1);

    private final GraphArchive archive;
    private final boolean allowPrivate;
    private final Progress progress;
    private final Duration mostLost;
    private final boolean forced;

    Reading(GraphArchive archive, boolean allowPrivate, Progress progress) {
        this(archive, allowPrivate, progress, MOST_LOST);
    }

    /** @param mostLost of a crawl, if the process dies */
    Reading(GraphArchive archive, boolean allowPrivate, Progress progress, Duration mostLost) {
        this(archive, allowPrivate, progress, mostLost, false);
    }

    private Reading(GraphArchive archive, boolean allowPrivate, Progress progress, Duration mostLost, boolean forced) {
        this.archive = archive;
        this.allowPrivate = allowPrivate;
        this.progress = progress;
        this.mostLost = mostLost;
        this.forced = forced;
    }

    /** One that publishes also what many posts have alike. */
    Reading forced() {
        return new Reading(archive, allowPrivate, progress, mostLost, true);
    }

    Tally read(Map<SourceProfile, List<Input>> inputs) {
        Tally tally = new Tally();
        inputs.forEach((profile, ofSource) -> tally.add(read(profile, ofSource)));
        progress.end();
        return tally;
    }

    private Tally read(SourceProfile profile, List<Input> inputs) {
        Stages stages = Wiring.stages(profile);
        try (Ingest ingest = Wiring.ingest(stages, archive, forced)) {
            for (Input input : inputs) {
                switch (input) {
                    case Input.Files files ->
                        new Gathering(stages, new IntoIngest(ingest, () -> {}), progress).files(files.path());
                    case Input.Address address -> address(address.uri(), stages, ingest);
                }
            }
            return ingest.finish();
        }
    }

    private void address(URI address, Stages stages, Ingest ingest) {
        CaptureLog log = CaptureLog.read(archive.store().resolve("captures.json"));
        Checkpoint checkpoint = new Checkpoint(mostLost, () -> {
            ingest.keepSoFar();
            log.write();
        });
        Gathering.Web web = new Gathering.Web(
                allowPrivate,
                true,
                log,
                digest -> archive.snapshots().bytes(digest).orElse(NOT_KEPT));
        new Gathering(stages, new IntoIngest(ingest, checkpoint::look), progress).address(address, web);
    }

    /** Hands what is gathered to the routes. */
    private record IntoIngest(Ingest ingest, Runnable checkpoint) implements Gathering.Recipient {
        @Override
        public Page look(Capture capture) {
            return ingest.look(capture);
        }

        @Override
        public void add(Page page) {
            ingest.add(page);
        }

        @Override
        public void miss(String title) {
            ingest.miss(title);
        }

        @Override
        public void note(Notice notice) {
            ingest.note(notice);
        }

        @Override
        public void pause() {
            checkpoint.run();
        }
    }
}
