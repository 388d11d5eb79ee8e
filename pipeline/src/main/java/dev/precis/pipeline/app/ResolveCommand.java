package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Resolving;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.SourceProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks cited works up in a registry of publications, where a profile says so. */
@Command(
        name = "resolve",
        description = "Look cited works up in the registry that the profile names (resolver.address,"
                + " resolver.contact): DOIs, ORCID iDs, retractions, corrections.")
final class ResolveCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--source", paramLabel = "ID", description = "One source (default: all that name a registry).")
    private String source = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Ask for so many works of each source at most (default: all that are due).")
    private int limit;

    @Option(
            names = "--allow-private",
            description = "Let the registry be on a loopback or private address, such as http://localhost/.")
    private boolean allowPrivate;

    @Option(names = "--no-index", description = "Leave the index to a later run.")
    private boolean noIndex;

    @Override
    public Integer call() {
        settings.existingStore();
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        settings.checkSource(source, profiles);
        if (limit < 0) {
            throw settings.usage("--limit " + limit + ": expected a number of works");
        }
        List<SourceProfile> chosen = profiles.values().stream()
                .filter(profile -> source.isEmpty() || profile.id().equals(source))
                .filter(profile -> profile.resolver().isOn())
                .toList();
        if (chosen.isEmpty()) {
            throw settings.usage((source.isEmpty() ? "no source names" : source + " does not name")
                    + " a registry and whom it may write to: give the profile `resolver.address` and"
                    + " `resolver.contact`");
        }
        OptionalInt done = settings.elsewhere(StoreRequests.Kind.READING);
        if (done.isPresent()) {
            return done.getAsInt();
        }
        // while this is open, a process that was told to end lives on
        try (StopSignal stop = new StopSignal();
                Stores.Opened opened = settings.open()) {
            return resolve(chosen, profiles, stop, opened);
        }
    }

    private int resolve(
            List<SourceProfile> chosen,
            SequencedMap<String, SourceProfile> profiles,
            StopSignal stop,
            Stores.Opened opened) {
        PrintWriter out = settings.command().commandLine().getOut();
        PrintWriter err = settings.command().commandLine().getErr();
        int code = 0;
        for (SourceProfile profile : chosen) {
            Resolving.Resolved resolved =
                    new Resolving(opened.archive(), allowPrivate, new Progress(err), stop).of(profile, limit);
            boolean failed = IngestCommand.report(resolved.published().notices(), err);
            resolved.flagged().forEach(what -> out.println("flagged " + what));
            out.println((chosen.size() > 1 ? profile.id() + ": " : "") + resolved);
            code = failed ? 1 : code;
            if (stop.isAsked(Duration.ZERO)) {
                break;
            }
        }
        if (!noIndex && !opened.shared()) {
            Wiring.index(
                    opened.archive(),
                    settings.base(profiles.values(), Settings.PORT),
                    settings.keeper().program());
        }
        return code;
    }
}
