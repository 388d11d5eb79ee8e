package dev.precis.pipeline.app.serve;

import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.route.drop.DropRoutes;
import dev.precis.pipeline.route.drop.DropRoutes.Outcome;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Publishes dropped files, or tells why not. */
final class Drops {
    private final GraphArchive archive;
    private final Runnable follow;
    private final SourceProfile source;
    private final PrintWriter log;
    private final Consumer<String> counted;

    /**
     * Publishes into an archive.
     *
     * @param follow brings what was committed to readers
     * @param source of what is dropped
     * @param log told of every file
     * @param counted told what became of each
     */
    Drops(GraphArchive archive, Runnable follow, SourceProfile source, PrintWriter log, Consumer<String> counted) {
        this.archive = archive;
        this.follow = follow;
        this.source = source;
        this.log = log;
        this.counted = counted;
    }

    /** Whatever happens, a file is published, or rejected with a report, or waits and is told of. */
    Outcome publish(Path file) {
        try {
            return read(file);
        } catch (RuntimeException | InternalError e) {
            Failure failure = Failure.of(e);
            boolean world = failure.code() == Failure.NO_ROOM || e instanceof UncheckedIOException;
            return world ? told(Outcome.WAITING, file, failure.sentence()) : rejected(file, failure.sentence());
        }
    }

    private Outcome read(Path file) {
        Tally tally = new Reading(archive, false, new Progress(log, false)).read(Inputs.one(source, file));
        follow.run();
        if (tally.refused().isEmpty() && tally.summaries() > 0) {
            return told(Outcome.PUBLISHED, file, tally.toString());
        }
        List<Notice> notices = tally.refused().isEmpty() ? tally.notices() : tally.refused();
        return rejected(
                file,
                notices.isEmpty()
                        ? file.getFileName() + ": there is no summary in it"
                        : notices.stream().map(Notice::toString).collect(Collectors.joining("\n")));
    }

    private Outcome rejected(Path file, String reasons) {
        Path folder = file.resolveSibling(Outcome.REJECTED.folder());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file.getFileName() + DropRoutes.REPORT), reasons + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of " + file, e);
        }
        return told(Outcome.REJECTED, file, reasons);
    }

    private Outcome told(Outcome outcome, Path file, String words) {
        String name = outcome.name().toLowerCase(Locale.ROOT);
        log.println(name + " " + file.getFileName() + ": " + words);
        counted.accept(name);
        return outcome;
    }
}
