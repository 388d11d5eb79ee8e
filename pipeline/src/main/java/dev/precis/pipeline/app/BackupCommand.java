package dev.precis.pipeline.app;

import dev.precis.sparql.archive.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the canonical files of a store, also while it is served. */
@Command(
        name = "backup",
        description = "Copy the canonical files of the store, also while it is served; the copy is a store itself."
                + " What an earlier backup in the same place has already is not copied again.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Parameters(paramLabel = "DIR", description = "A folder that is not there, empty, or holds an earlier backup.")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Backup.Result result = Backup.of(settings.existingStore()).into(target);
        if (command != null) {
            command.commandLine()
                    .getOut()
                    .println(result.graphs() + " graphs in " + target + ", " + result.copied() + " files copied");
        }
        return 0;
    }
}
