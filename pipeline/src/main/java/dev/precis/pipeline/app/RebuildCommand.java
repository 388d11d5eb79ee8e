package dev.precis.pipeline.app;

import dev.precis.sparql.store.GraphArchive;
import dev.precis.sparql.store.GraphStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the index anew from the canonical files. */
@Command(name = "rebuild", description = "Make the index anew from the canonical files.")
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() {
        String base = settings.base(settings.profiles(Path.of("")).values(), Settings.PORT);
        try (GraphArchive archive = GraphArchive.open(settings.existingStore());
                GraphStore index = GraphStore.open(archive, base, Version.number(), Wiring.derivation())) {
            index.rebuild();
            if (command != null) {
                command.commandLine().getOut().println(archive.entries().size() + " graphs indexed");
            }
        }
        return 0;
    }
}
