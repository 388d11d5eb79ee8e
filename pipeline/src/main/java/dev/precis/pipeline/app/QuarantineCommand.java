package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Rereading;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.pipeline.quarantine.WithheldLine;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was read and not published: looked at, tried again, ignored. */
@Command(
        name = "quarantine",
        description = "What was read and not published: list it, look at it, try it again, or ignore it.",
        synopsisSubcommandLabel = "(list | show | retry | ignore)",
        subcommands = {
            QuarantineCommand.Listing.class,
            QuarantineCommand.Show.class,
            QuarantineCommand.Retry.class,
            QuarantineCommand.Ignore.class
        })
final class QuarantineCommand {
    private static final String ID = "The name that `quarantine list` has for it, or how that begins.";

    private QuarantineCommand() {}

    private static Withheld find(Quarantine quarantine, String id, Settings settings) {
        return quarantine
                .find(id)
                .orElseThrow(() -> settings.usage(
                        "no single item of the quarantine is called " + id + ": see precis quarantine list"));
    }

    private static PrintWriter out(Settings settings) {
        return settings.command().commandLine().getOut();
    }

    @Command(name = "list", description = "List what was read and not published.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private Settings settings = new Settings();

        @Option(names = "--source", paramLabel = "ID", description = "One source only.")
        private String source = "";

        @Option(names = "--all", description = "What is ignored, too.")
        private boolean ignored;

        @Option(
                names = "--format",
                paramLabel = "text|json",
                description = "For a person (the default), or a line of JSON each.")
        private Form format = Form.text;

        /** For whom it is written; named as on the command line. */
        enum Form {
            text,
            json
        }

        @Override
        public Integer call() {
            PrintWriter out = out(settings);
            Quarantine quarantine = new Quarantine(settings.existingStore());
            List<Withheld> items = (ignored ? quarantine.all() : quarantine.kept())
                    .stream()
                            .filter(item -> source.isEmpty() || item.source().equals(source))
                            .toList();
            for (Withheld item : items) {
                switch (format) {
                    case json -> out.println(WithheldLine.of(item));
                    case text ->
                        out.println(item.id() + "  " + item.stage().label() + "  " + item.since() + "  " + item.what()
                                + (item.ignored() ? "  (ignored)" : "") + "\n    " + item.reason());
                }
            }
            if (format == Form.text) {
                out.println(items.size() + " in quarantine");
            }
            out.flush();
            return 0;
        }
    }

    @Command(name = "show", description = "Show all that is known of an item: where it was read, why it was stopped.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private Settings settings = new Settings();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public Integer call() {
            Path store = settings.existingStore();
            Withheld item = find(new Quarantine(store), id, settings);
            PrintWriter out = out(settings);
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            fields.put("what", item.what());
            fields.put("where", item.from().address());
            fields.put("stage", item.stage().label());
            fields.put("code", item.code());
            fields.put("reason", item.reason());
            fields.put("since", item.since() + (item.ignored() ? " (ignored)" : ""));
            fields.put("source", item.source());
            fields.put("snapshot", snapshot(store, item));
            fields.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    out.println("%-9s %s".formatted(name, value.replace("\n", "\n          ")));
                }
            });
            if (!item.report().isEmpty()) {
                out.println();
                out.println(item.report().strip());
            }
            out.flush();
            return 0;
        }

        /** Where the bytes of the page are. */
        private static String snapshot(Path store, Withheld item) {
            String digest = item.from().snapshot();
            return digest.isEmpty()
                    ? ""
                    : store.resolve("snapshots")
                            .resolve(digest.substring(0, 2))
                            .resolve(digest)
                            .toString();
        }
    }

    @Command(
            name = "retry",
            description = "Read what is kept of it again, by today's settings and without the network; what conforms is"
                    + " published.")
    static final class Retry implements Callable<Integer> {
        @Mixin
        private Settings settings = new Settings();

        @Parameters(arity = "0..*", paramLabel = "ID", description = ID + " (default: all that is not ignored)")
        private List<String> ids = List.of();

        @Override
        public Integer call() {
            Path store = settings.existingStore();
            SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
            OptionalInt done = settings.elsewhere();
            if (done.isPresent()) {
                return done.getAsInt();
            }
            Quarantine quarantine = new Quarantine(store);
            List<Withheld> items = ids.isEmpty()
                    ? quarantine.kept()
                    : ids.stream().map(id -> find(quarantine, id, settings)).toList();
            try (Stores.Opened opened = settings.open()) {
                return retry(opened.archive(), items, profiles);
            }
        }

        private int retry(GraphArchive archive, List<Withheld> items, SequencedMap<String, SourceProfile> profiles) {
            PrintWriter err = settings.command().commandLine().getErr();
            Rereading rereading = new Rereading(archive);
            Map<SourceProfile, Map<String, Capture>> pages = new LinkedHashMap<>();
            boolean failed = false;
            for (Withheld item : items) {
                Optional<Capture> page = rereading.of(item);
                Optional<SourceProfile> profile = Optional.ofNullable(profiles.get(item.source()));
                if (item.stage() != Withheld.Stage.JUDGE && page.isPresent() && profile.isPresent()) {
                    pages.computeIfAbsent(profile.get(), one -> new LinkedHashMap<>())
                            .put(item.from().snapshot(), page.get());
                } else {
                    failed = true;
                    err.println("not tried: " + item.what() + ": " + obstacle(item, profile.isPresent()));
                }
            }
            Tally tally = new Tally();
            pages.forEach(
                    (profile, ofSource) -> tally.add(rereading.read(profile, new ArrayList<>(ofSource.values()))));
            return IngestCommand.report(tally, out(settings), err) == 0 && !failed ? 0 : Failure.FAILED;
        }
    }

    private static String obstacle(Withheld item, boolean known) {
        if (item.stage() == Withheld.Stage.JUDGE) {
            return "the posts of a source are judged together, and not this one alone: mend what the reason names, or"
                    + " let `accept` in the profile have it so, then `./precis reprocess --source " + item.source()
                    + "` reads all of them again; `ingest --force` publishes them once";
        }
        return known ? "no page of it is kept; ingest it again" : "there is no source '" + item.source() + "'";
    }

    @Command(name = "ignore", description = "Hear no more of it until its content changes.")
    static final class Ignore implements Callable<Integer> {
        @Mixin
        private Settings settings = new Settings();

        @Parameters(arity = "1..*", paramLabel = "ID", description = ID)
        private List<String> ids = List.of();

        @Override
        public Integer call() {
            Path store = settings.existingStore();
            OptionalInt done = settings.elsewhere();
            if (done.isPresent()) {
                return done.getAsInt();
            }
            // whoever writes has the store, so that no run writes at the same time
            try (Stores.Opened opened = settings.open()) {
                Quarantine quarantine = new Quarantine(opened.archive().store());
                List<Withheld> items =
                        ids.stream().map(id -> find(quarantine, id, settings)).toList();
                items.forEach(quarantine::ignore);
                out(settings).println(items.size() + " ignored until their content changes");
            }
            return 0;
        }
    }
}
