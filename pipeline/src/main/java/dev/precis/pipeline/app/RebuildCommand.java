package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.GraphStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the index anew from the canonical files. */
@Command(name = "rebuild", description = "Make the index anew from the canonical files, also while it is served.")
final class RebuildCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() {
        String base = settings.base(settings.profiles(Path.of("")).values(), Settings.PORT);
        Path store = settings.existingStore();
        if (GraphArchive.isInUse(store)) {
            return StoreRequests.ask(store, StoreRequests.Kind.REBUILD, PATIENCE)
                    .tell(command);
        }
        try (GraphArchive archive = GraphArchive.open(store)) {
            GraphStore.build(archive, base, settings.keeper().program(), Wiring.derivation())
                    .close();
            return StoreRequests.Answer.indexed(archive).tell(command);
        }
    }
}
