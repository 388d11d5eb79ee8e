package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Difference;
import dev.precis.sparql.index.Verification;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that files, manifest and index agree. */
@Command(
        name = "verify",
        description =
                "Check that the canonical files, the pages, the manifest and the index agree, also while it is served"
                        + " and where nothing may be written.")
final class VerifyCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() {
        return verify(settings.existingStore(), settings.keeper().program()).tell(command);
    }

    private static Answer verify(Path store, String program) {
        if (GraphArchive.isInUse(store)) {
            return verifyBeside(store);
        }
        try (GraphArchive archive = GraphArchive.openForReading(store)) {
            List<Difference> differences = Verification.ofStore(archive, program, Wiring.derivation());
            if (differences.isEmpty() || !GraphArchive.isInUse(store)) {
                return StoreRequests.Answer.compared(archive, differences);
            }
        }
        return verifyBeside(store); // somebody began to write meanwhile
    }

    /** The index is its user's, who is asked to look at it; if nobody takes requests, the files are looked at alone. */
    private static Answer verifyBeside(Path store) {
        try {
            return StoreRequests.ask(store, StoreRequests.Kind.VERIFY, PATIENCE);
        } catch (IllegalStateException | UncheckedIOException nobody) {
            try (GraphArchive archive = GraphArchive.openForReading(store)) {
                Answer files = StoreRequests.Answer.compared(archive, Verification.ofFiles(store));
                List<String> complaints = new ArrayList<>(files.complaints());
                complaints.add("note: the index was not looked at: " + nobody.getMessage());
                return new Answer(files.code(), files.result(), complaints);
            }
        }
    }
}
