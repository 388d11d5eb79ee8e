package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Crawl;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.app.run.Webhook;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StageOptions;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.app.settings.WebhookAddress;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Mixin
    private StageOptions stages = new StageOptions();

    @Option(names = "--source", paramLabel = "ID", description = "The one to crawl, whatever its profile says.")
    private String source = "";

    @Option(names = "--no-index", description = "Leave the index to a later run.")
    private boolean noIndex;

    @Option(
            names = "--webhook",
            paramLabel = "ADDRESS",
            converter = WebhookAddress.class,
            description = "Post JSON to that address when it ends with 1 or worse, or more is withheld than before;"
                    + " where a server does it, that one's is told.")
    private @Nullable URI webhook;

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
            PrintWriter err = settings.command().commandLine().getErr();
            Optional<Webhook> hook = Optional.ofNullable(webhook).map(address -> new Webhook(address, err));
            try {
                return crawl(chosen, profiles.values(), stop, hook);
            } finally {
                hook.ifPresent(Webhook::finish);
            }
        }
    }

    private int crawl(
            List<SourceProfile> chosen, Collection<SourceProfile> all, StopSignal stop, Optional<Webhook> webhook) {
        PrintWriter out = settings.command().commandLine().getOut();
        PrintWriter err = settings.command().commandLine().getErr();
        int code = 0;
        try (Stores.Opened opened = settings.open()) {
            Optional<Webhook> hook = webhook.filter(one -> !opened.shared());
            Quarantine quarantine = new Quarantine(opened.archive().store());
            for (SourceProfile profile : chosen) {
                int before = hook.isEmpty() ? 0 : quarantine.kept().size();
                Runs.Run run = new Crawl(opened.archive(), new Progress(err), stop, opened.executors())
                        .of(profile, tally -> IngestCommand.report(tally.notices(), err));
                out.println((chosen.size() > 1 ? profile.id() + ": " : "") + run.result());
                code = Math.max(code, run.code());
                hook.ifPresent(one -> one.tell(new Webhook.Event(
                        "crawl",
                        profile.id(),
                        run.code(),
                        run.result(),
                        run.notices(),
                        before,
                        quarantine.kept().size())));
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
