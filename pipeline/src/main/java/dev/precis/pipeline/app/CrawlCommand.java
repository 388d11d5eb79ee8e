package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Crawl;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.SourceProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Crawls blogs as their profiles say, and keeps a report of each run. */
@Command(
        name = "crawl",
        description = "Crawl the blogs whose profiles say where or when (crawl.address, crawl.schedule), or one, now.")
final class CrawlCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--source", paramLabel = "ID", description = "The one to crawl, whatever its profile says.")
    private String source = "";

    @Option(names = "--no-index", description = "Leave the index to a later run.")
    private boolean noIndex;

    @Override
    public Integer call() {
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        settings.checkSource(source, profiles);
        List<SourceProfile> chosen = profiles.values().stream()
                .filter(profile ->
                        source.isEmpty() ? Crawl.isAsked(profile) : profile.id().equals(source))
                .toList();
        if (chosen.isEmpty()) {
            throw settings.usage("no source says where or when it is crawled: give its profile `crawl.schedule` or"
                    + " `crawl.address`, or name it with --source");
        }
        OptionalInt done = settings.elsewhere(StoreRequests.Kind.READING);
        if (done.isPresent()) {
            return done.getAsInt();
        }
        // while this is open, a process that was told to end lives on
        try (StopSignal stop = new StopSignal()) {
            return crawl(chosen, profiles.values(), stop);
        }
    }

    private int crawl(List<SourceProfile> chosen, Collection<SourceProfile> all, StopSignal stop) {
        PrintWriter out = settings.command().commandLine().getOut();
        PrintWriter err = settings.command().commandLine().getErr();
        int code = 0;
        try (Stores.Opened opened = settings.open()) {
            for (SourceProfile profile : chosen) {
                Runs.Run run = new Crawl(opened.archive(), new Progress(err), stop)
                        .of(profile, tally -> IngestCommand.report(tally.notices(), err));
                out.println((chosen.size() > 1 ? profile.id() + ": " : "") + run.result());
                code = Math.max(code, run.code());
                if (stop.isAsked(java.time.Duration.ZERO)) {
                    break;
                }
            }
            if (!noIndex && !opened.shared()) {
                Wiring.index(
                        opened.archive(),
                        settings.base(all, Settings.PORT),
                        settings.keeper().program());
            }
        }
        return code;
    }
}
