package dev.precis.pipeline.app;

import dev.precis.pipeline.app.scale.Scale;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.app.settings.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line. Exit codes: 0 done; 1 something was quarantined, unreachable or failed; 2 wrong usage; 75 there is
 * no room on the disk; 78 settings or store are refused.
 */
@Command(
        name = "precis",
        description = "Turns a blog of research summaries into linked data and publishes it.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IngestCommand.class,
            CrawlCommand.class,
            ReprocessCommand.class,
            ResolveCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            ReadCommand.class,
            TryCommand.class,
            LearnCommand.class,
            ReviewCommand.class,
            QuarantineCommand.class,
            LifeCommands.Remove.class,
            LifeCommands.Reinstate.class,
            LifeCommands.Redirect.class,
            ExportCommand.class,
            ReleaseCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            BackupCommand.class
        })
public final class Main implements Stores.Keeper {
    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    @Option(
            names = "--help",
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help; after a command, the command's.")
    private boolean help;

    private final Stores stores;
    private final String program;

    /** One whose commands have no store of this process at hand. */
    Main() {
        this(Version.number());
    }

    /** @param program the version that this is */
    Main(String program) {
        this(Stores.none(), program);
    }

    private Main(Stores stores, String program) {
        this.stores = stores;
        this.program = program;
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public int run(Stores others, PrintWriter out, PrintWriter err, List<String> arguments) {
        return new Main(others, program).run(out, err, arguments);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new Main().run(out, err, List.of(arguments));
    }

    private int run(PrintWriter out, PrintWriter err, List<String> arguments) {
        try {
            return Scale.join(new CommandLine(this))
                    .setOut(out)
                    .setErr(err)
                    .setExecutionExceptionHandler((failure, command, parsed) -> Failure.tell(failure, command.getErr()))
                    .execute(arguments.toArray(String[]::new));
        } catch (InternalError broken) {
            // a mapped page that the disk has no room for; whatever else it may be is not ours to hide
            if (!Failure.isNoRoom(broken)) {
                throw broken;
            }
            return Failure.tell(broken, err);
        }
    }
}
