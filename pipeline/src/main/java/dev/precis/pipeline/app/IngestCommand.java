package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StageOptions;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads pages, blogs, feeds and new summaries into the store. */
@Command(name = "ingest", description = "Read pages, blogs, feeds and new summaries into the store.")
final class IngestCommand implements Callable<Integer> {
    private static final int MOST_NOTICES = 20;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private StageOptions stages = new StageOptions();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "The source whose profile applies: a folder's name in the folder of sources.")
    private String source = "";

    @Option(names = "--no-index", description = "Leave the index to a later run.")
    private boolean noIndex;

    @Option(names = "--allow-private", description = "Let a crawl go to loopback and private addresses.")
    private boolean allowPrivate;

    @Option(
            names = "--complete",
            description = "The inputs are all there is of their sources: take out what they do not show.")
    private boolean complete;

    @Option(names = "--force", description = "Publish also what is in doubt, since many posts are alike in it.")
    private boolean force;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "The address that the blog had when it was captured in a web archive (default: its home).")
    private @Nullable URI from;

    @Option(
            names = "--register",
            paramLabel = "FILE",
            description = "Start a fresh store with the register.jsonl of another: what has a name there keeps it, what"
                    + " was removed stays away.")
    private @Nullable Path register;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "An HTML file, a folder of saved pages, the address of a blog, a feed (address or file), an export"
                            + " of WordPress or Ghost, WordPress's list of posts (.../wp-json; address or file), new"
                            + " summaries (Markdown, JSON; file or folder), web archives (.warc, .warc.gz), or a folder"
                            + " that holds sources/.")
    private List<String> inputs = List.of();

    @Override
    public Integer call() {
        PrintWriter out = command().commandLine().getOut();
        PrintWriter err = command().commandLine().getErr();
        Inputs work = new Inputs(settings, source, inputs, from != null);
        OptionalInt done = settings.elsewhere(StoreRequests.Kind.READING);
        if (done.isPresent()) {
            return done.getAsInt();
        }
        // while this is open, a process that was told to end lives on
        try (StopSignal stop = new StopSignal()) {
            try {
                return report(ingest(work, stop, err), out, err);
            } catch (StopSignal.StoppedException stopped) {
                return Failure.tell(stopped, err);
            }
        }
    }

    private Tally ingest(Inputs work, StopSignal stop, PrintWriter err) {
        List<Registration> known = register == null ? List.of() : known(register);
        try (Stores.Opened opened = settings.open()) {
            GraphArchive archive = opened.archive();
            if (register != null) {
                archive.begin(known);
            }
            Reading reading = new Reading(archive, allowPrivate, new Progress(err), stop)
                    .reported()
                    .by(opened.executors());
            reading = from == null ? reading : reading.from(from);
            reading = complete ? reading.complete() : reading;
            Tally tally = (force ? reading.forced() : reading).read(work.bySource());
            if (!noIndex && !opened.shared()) {
                String base = settings.base(work.profiles(), Settings.PORT);
                Wiring.index(archive, base, settings.keeper().program());
            }
            return tally;
        }
    }

    private List<Registration> known(Path file) {
        if (!Files.exists(file)) {
            throw settings.usage("no such file: " + file);
        }
        return GraphArchive.registrations(file);
    }

    /** Ends a run: what was refused on standard error, the one-line summary on standard output, the exit code. */
    static int report(Tally tally, PrintWriter out, PrintWriter err) {
        boolean failed = report(tally.notices(), err);
        out.println(tally);
        return failed ? 1 : 0;
    }

    /** Tells what was odd, and whether something was refused or unreachable. */
    static boolean report(List<Notice> notices, PrintWriter err) {
        List<Notice> others = new ArrayList<>();
        boolean failed = false;
        for (Notice notice : notices) {
            if (notice.isFailure()) {
                err.println((notice.isUnreachable() ? "unreachable: " : "quarantined: ") + notice);
                failed = true;
            } else {
                others.add(notice);
            }
        }
        others.stream().limit(MOST_NOTICES).forEach(notice -> err.println("note: " + notice));
        if (others.size() > MOST_NOTICES) {
            err.println("note: and " + (others.size() - MOST_NOTICES) + " more, kept as flags in the graph");
        }
        return failed;
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it calls it");
        }
        return command;
    }
}
