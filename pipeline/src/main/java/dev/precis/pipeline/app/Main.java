package dev.precis.pipeline.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
            ServeCommand.class,
            DemoCommand.class,
            ReadCommand.class,
            TryCommand.class,
            LearnCommand.class,
            ReviewCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            BackupCommand.class
        })
public final class Main {
    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    @Option(
            names = "--help",
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help; after a command, the command's.")
    private boolean help;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return new CommandLine(new Main())
                    .setOut(out)
                    .setErr(err)
                    .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()))
                    .execute(arguments);
        } catch (InternalError broken) {
            // a mapped page that the disk has no room for; whatever else it may be is not ours to hide
            if (!Failure.isNoRoom(broken)) {
                throw broken;
            }
            return failed(broken, err);
        }
    }

    /** The world failed: one sentence for the user; the stack is for who asks for it. */
    static int failed(Throwable failure, PrintWriter err) {
        Failure told = Failure.of(failure);
        err.println("precis: " + told.sentence());
        if (Boolean.getBoolean("precis.debug")) {
            failure.printStackTrace(err);
        }
        return told.code();
    }
}
