package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.GraphArchive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A crawl of a source as its profile says, with a report that is kept whatever becomes of it. */
public final class Crawl {
    private final GraphArchive archive;
    private final Progress progress;
    private final StopSignal stop;
    private final StageExecutors executors;

    /** @param executors where stages are run that need nothing but their input */
    public Crawl(GraphArchive archive, Progress progress, StopSignal stop, StageExecutors executors) {
        this.archive = archive;
        this.progress = progress;
        this.stop = stop;
        this.executors = executors;
    }

    /** Whether a profile says that its blog is crawled. */
    public static boolean isAsked(SourceProfile profile) {
        SourceProfile.Visits visits = profile.crawl().visits();
        return visits.address().isPresent() || !visits.schedule().isEmpty();
    }

    /** @param reported tells what was odd, and whether something was withheld or not as before */
    public Runs.Run of(SourceProfile profile, Predicate<Tally> reported) {
        Instant began = Runs.now();
        Runs.Run run = run(profile, began, reported);
        Runs.of(archive.store(), profile.id()).add(run);
        return run;
    }

    private Runs.Run run(SourceProfile profile, Instant began, Predicate<Tally> reported) {
        try {
            Tally tally = new Reading(archive, profile.crawl().visits().allowPrivate(), progress, stop)
                    .by(executors)
                    .read(Map.of(profile, List.of(new Inputs.Input.Address(profile.start()))));
            return Runs.Run.of(Runs.Kind.CRAWL, began, Runs.now(), reported.test(tally) ? Failure.FAILED : 0, tally);
        } catch (RuntimeException | InternalError e) {
            return Runs.Run.failed(Runs.Kind.CRAWL, began, Runs.now(), e);
        }
    }
}
