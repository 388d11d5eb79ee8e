package dev.precis.pipeline.app;

import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Difference;
import dev.precis.sparql.index.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that files, manifest and index agree. */
@Command(name = "verify", description = "Check that the canonical files, their manifest and the index agree.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Override
    public Integer call() {
        try (GraphArchive archive = GraphArchive.open(settings.existingStore())) {
            List<Difference> differences = Verification.ofStore(archive, Version.number(), Wiring.derivation());
            if (command != null) {
                differences.forEach(command.commandLine().getErr()::println);
                command.commandLine()
                        .getOut()
                        .println(archive.entries().size() + " graphs, " + differences.size() + " differences");
            }
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
