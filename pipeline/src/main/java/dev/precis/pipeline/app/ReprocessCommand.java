package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.run.Reprocessing;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StageOptions;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads again what was captured, with the settings and the program of today, and tells what reads otherwise. */
@Command(
        name = "reprocess",
        description = "Read again what was captured, without the network, with the settings and the program of today;"
                + " tell what reads otherwise.")
final class ReprocessCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private StageOptions stages = new StageOptions();

    @Option(names = "--source", paramLabel = "ID", description = "One source (default: all that there is anything of).")
    private String source = "";

    @Option(names = "--no-index", description = "Leave the index to a later run.")
    private boolean noIndex;

    @Override
    public Integer call() {
        settings.existingStore();
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        settings.checkSource(source, profiles);
        OptionalInt done = settings.elsewhere(StoreRequests.Kind.READING);
        if (done.isPresent()) {
            return done.getAsInt();
        }
        PrintWriter err = settings.command().commandLine().getErr();
        // while this is open, a process that was told to end lives on
        try (StopSignal stop = new StopSignal();
                Stores.Opened opened = settings.open()) {
            List<SourceProfile> chosen = profiles.values().stream()
                    .filter(profile -> source.isEmpty()
                            ? has(opened.archive(), profile)
                            : profile.id().equals(source))
                    .toList();
            Tally tally = new Tally();
            Reading reading = new Reading(opened.archive(), false, new Progress(err), stop).by(opened.executors());
            Reprocessing again = new Reprocessing(opened.archive(), reading);
            chosen.forEach(profile -> tally.add(again.of(profile)));
            int code = report(tally, err);
            if (!noIndex && !opened.shared()) {
                String base = settings.base(profiles.values(), Settings.PORT);
                Wiring.index(opened.archive(), base, settings.keeper().program());
            }
            return code;
        } catch (StopSignal.StoppedException stopped) {
            return Failure.tell(stopped, err);
        }
    }

    private static boolean has(GraphArchive archive, SourceProfile profile) {
        return archive.entries().stream().map(ArchiveEntry::graph).anyMatch(name -> name.startsWith(profile.root()));
    }

    private int report(Tally tally, PrintWriter err) {
        PrintWriter out = settings.command().commandLine().getOut();
        tally.differences()
                .forEach((name, properties) -> out.println("changed " + name + ": " + String.join(", ", properties)));
        tally.lost().forEach(name -> out.println("not met " + name + ": it stays as it is"));
        int code = IngestCommand.report(tally, out, err);
        return tally.lost().isEmpty() ? code : Failure.FAILED;
    }
}
