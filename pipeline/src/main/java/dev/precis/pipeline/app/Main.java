package dev.precis.pipeline.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 done; 1 something was quarantined, unreachable or failed; 2 wrong usage. */
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
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments);
    }

    /** The world failed: one sentence for the user; the stack is for who asks for it. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println("precis: " + message + reason(failure.getCause()));
        if (Boolean.getBoolean("precis.debug")) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What Java tells of a file by the exception's name alone: its message is nothing but the path. */
    private static String reason(@Nullable Throwable cause) {
        if (!(cause instanceof FileSystemException of) || of.getReason() != null) {
            return "";
        }
        return switch (of) {
            case NoSuchFileException missing -> ": no such file or folder";
            case AccessDeniedException denied -> ": access denied";
            case FileAlreadyExistsException there -> ": there is a file of that name";
            default -> "";
        };
    }
}
