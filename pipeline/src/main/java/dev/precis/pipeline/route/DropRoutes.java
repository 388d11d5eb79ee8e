package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Steps.step;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;

/**
 * The watched folder: what is dropped into it is published, then moved to {@code published/} or {@code rejected/}. All
 * is taken, so that nothing lies there without a word, but what programs keep beside a file while they write it.
 */
public final class DropRoutes extends RouteBuilder {
    private static final String OUTCOME = "outcome";
    /** Half-written files grow between two looks; a pause of the writer is no end. An empty file is a file, too. */
    private static final String WATCH = "?delay=200&initialDelay=0&readLock=changed&readLockCheckInterval=200"
        + "&readLockMinLength=0&readLockMinAge=400&readLockLoggingLevel=OFF&autoCreate=true&idempotent=false&recursive=false"
        + "&include=RAW((?i)[^.~#].*)&exclude=RAW((?i).*(~|[.](part|partial|filepart|crdownload|download|te?mp|swp)"
        + "|desktop[.]ini|thumbs[.]db))&move=${exchangeProperty." + OUTCOME + "}/${file:name}&moveFailed="
            + Outcome.REJECTED.folder() + "/${file:name}";

    private final Path folder;
    private final Function<Path, Outcome> publish;

    /** What became of a dropped file: the name of the folder that it is moved to. */
    public enum Outcome {
        PUBLISHED,
        REJECTED;

        public String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The routes of one folder.
     *
     * @param publish reads one file and publishes it, or writes a report of why not
     */
    public DropRoutes(Path folder, Function<Path, Outcome> publish) {
        this.folder = folder;
        this.publish = publish;
    }

    @Override
    public void configure() {
        from("file:" + folder.toAbsolutePath() + WATCH)
                .routeId("drop")
                .process(step(File.class, file -> publish.apply(file.toPath()).folder()))
                .setProperty(OUTCOME, body());
    }
}
