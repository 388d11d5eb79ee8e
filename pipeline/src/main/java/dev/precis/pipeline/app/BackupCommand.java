package dev.precis.pipeline.app;

import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.sparql.archive.Backup;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the canonical files of a store, also while it is served. */
@Command(
        name = "backup",
        description = "Copy the canonical files of the store, its pages, register and history, and the settings of the"
                + " sources, also while it is served; the copy is a store itself. What an earlier backup in the same"
                + " place has already is not copied again; it is replaced at once, by a whole one only.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Parameters(paramLabel = "DIR", description = "A folder that is not there, empty, or holds an earlier backup.")
    private Path target = Path.of("");

    @Option(
            names = "--force",
            description =
                    "Replace an earlier backup also where less than half of it would be left, or where it is one of"
                            + " another store.")
    private boolean force;

    @Override
    public Integer call() {
        Map<String, Path> files = settings.files();
        Backup.Result result =
                Backup.of(settings.existingStore()).with(files).forced(force).into(target);
        if (command != null) {
            result.damaged().forEach(command.commandLine().getErr()::println);
            command.commandLine()
                    .getOut()
                    .println(result.graphs() + " graphs and " + files.size() + " files of settings in " + target + ", "
                            + result.copied() + " files copied");
        }
        return result.damaged().isEmpty() ? 0 : Failure.FAILED;
    }
}
