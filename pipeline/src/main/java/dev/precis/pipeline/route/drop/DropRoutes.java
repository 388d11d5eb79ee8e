package dev.precis.pipeline.route.drop;

import static dev.precis.pipeline.route.stage.Steps.step;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * The watched folder: what is dropped into it is published, then moved to {@code published/} or {@code rejected/}; it
 * stays where it is while the world does not let it be published, and is tried again, later and later. All is taken, so
 * that nothing lies there without a word, but what programs keep beside a file while they write it. What its writer
 * goes on with after a pause is taken once more.
 */
public final class DropRoutes extends RouteBuilder {
    /** What the name of the report of a rejected file ends in, after the file's. */
    public static final String REPORT = ".report.txt";

    private static final String OUTCOME = "outcome";
    private static final String PATIENCE = "patience";
    /** Half-written files grow between two looks; a pause of the writer is no end. An empty file is a file, too. */
    private static final String WATCH = "?delay=200&initialDelay=0&readLock=changed&readLockCheckInterval=200"
        + "&readLockMinLength=0&readLockMinAge=400&readLockLoggingLevel=OFF&autoCreate=true&idempotent=false&recursive=false"
        + "&include=RAW((?i)[^.~#].*)&exclude=RAW((?i).*(~|[.](part|partial|filepart|crdownload|download|te?mp|swp)"
        + "|desktop[.]ini|thumbs[.]db))&move=${exchangeProperty." + OUTCOME + "}/${file:name}&filter=#" + PATIENCE;

    private static final String LOOK_AGAIN = "scheduler:drop-again?initialDelay=500&delay=500";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Path folder;
    private final Function<Path, Outcome> publish;
    private final Patience patience;
    private final Afterwards afterwards;

    /** What became of a dropped file. Its name is that of the folder that it is moved to. */
    public enum Outcome {
        PUBLISHED,
        REJECTED,
        /** Nothing is wrong with it: it is to be tried again. */
        WAITING;

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
        this(folder, publish, FIRST_WAIT);
    }

    /** @param firstWait until what waits is tried again; each next one is twice as long */
    DropRoutes(Path folder, Function<Path, Outcome> publish, Duration firstWait) {
        this.folder = folder;
        this.publish = publish;
        this.patience = new Patience(firstWait, LONGEST_WAIT);
        this.afterwards = new Afterwards(folder, REPORT);
    }

    @Override
    public void configure() {
        GenericFileFilter<Object> ready = file -> patience.isOver(file.getFileName());
        getContext().getRegistry().bind(PATIENCE, GenericFileFilter.class, ready);
        // what fails stays where it is; that is told by who publishes
        errorHandler(noErrorHandler());
        from("file:" + folder.toAbsolutePath() + WATCH)
                .routeId("drop")
                .process(step(File.class, this::outcome))
                .setProperty(OUTCOME, body());
        from(LOOK_AGAIN).routeId("drop-again").process(exchange -> afterwards.bringBack());
    }

    /** The names of files that wait, each with the seconds until it is tried again. */
    public SortedMap<String, Long> waiting() {
        SortedMap<String, Long> waiting = patience.left();
        waiting.keySet().removeIf(name -> !Files.exists(folder.resolve(name))); // taken away by a person
        return waiting;
    }

    private String outcome(File file) {
        Afterwards.Look before = Afterwards.look(file.toPath());
        Outcome outcome = publish.apply(file.toPath());
        if (outcome == Outcome.WAITING) {
            patience.begin(file.getName());
            throw new NotNow();
        }
        patience.end(file.getName());
        afterwards.remember(file.getName(), outcome.folder(), before);
        return outcome.folder();
    }

    /** Lets a file stay where it is. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotNow() {
            super("is tried again later", null, false, false);
        }
    }
}
