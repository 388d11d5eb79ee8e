package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Store and settings are lost, and are had again from a backup, in another place. */
class RestoreDrillTest {
    @TempDir
    private Path folder;

    @Test
    void aBackupIsAllThatIsNeeded() throws IOException {
        Path sources = folder.resolve("sources");
        DurableFiles.copyTree(Sources.FOLDER.resolve("sleep-letter"), sources.resolve("sleep-letter"));
        Path inputs = folder.resolve("inputs");
        Files.move(sources.resolve("sleep-letter/archive"), inputs);
        Path store = folder.resolve("store");
        Path copy = folder.resolve("copy");
        assertThat(run("ingest", store, sources, inputs).code()).isZero();
        String export = export(store);
        List<Registration> names = names(store);
        assertThat(run("backup", store, sources, copy).code()).isZero();
        DurableFiles.deleteTree(store);
        DurableFiles.deleteTree(sources);

        Path restored = folder.resolve("elsewhere/store");
        DurableFiles.copyTree(copy, restored);
        Path settings = restored.resolve("sources");
        assertThat(settings.resolve("sleep-letter/profile.yaml")).exists();
        assertThat(settings.resolve("sleep-letter/topics.ttl")).exists();
        assertThat(settings.resolve("sleep-letter/samples")).doesNotExist();
        assertThat(export(restored)).isEqualTo(export);
        assertThat(names(restored)).isEqualTo(names);
        assertThat(run("rebuild", restored, settings).code()).isZero();
        Outcome verified = Cli.run("verify", "--store", restored);
        assertThat(verified.code()).as(verified.err()).isZero();

        Outcome again = run("ingest", restored, settings, inputs);
        assertThat(again.out()).contains("summaries: 0 new", "0 changed, 0 quarantined");
        assertThat(export(restored)).isEqualTo(export);
        assertThat(run("backup", restored, settings, copy).code()).isZero();
    }

    private static Outcome run(String command, Path store, Path sources, Object... more) {
        Object[] words = new Object[5 + more.length];
        words[0] = command;
        words[1] = "--store";
        words[2] = store;
        words[3] = "--sources";
        words[4] = sources;
        System.arraycopy(more, 0, words, 5, more.length);
        return Cli.run(words);
    }

    private static List<Registration> names(Path store) {
        try (GraphArchive archive = GraphArchive.openForReading(store)) {
            return archive.registrations();
        }
    }

    private String export(Path store) throws IOException {
        Path file = folder.resolve("export.nq");
        Outcome outcome = Cli.run("export", "--store", store, "--format", "nquads", file);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return Files.readString(file);
    }
}
