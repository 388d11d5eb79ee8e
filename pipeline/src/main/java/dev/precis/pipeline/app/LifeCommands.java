package dev.precis.pipeline.app;

import dev.precis.ontology.Reused.Prov;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.Spelling;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.Registration.Tombstone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an editor decides of single summaries: that one goes, that it comes back, that another stands for it. */
final class LifeCommands {
    private static final String SUMMARY = "A summary's IRI as the store knows it, or the address of its page.";

    private LifeCommands() {}

    /** A decision, carried out by whoever has the store. */
    private abstract static class Decision implements Callable<Integer> {
        @Mixin
        private Settings settings = new Settings();

        @Override
        public final Integer call() {
            settings.existingStore();
            OptionalInt done = settings.elsewhere();
            if (done.isPresent()) {
                return done.getAsInt();
            }
            try (Stores.Opened opened = settings.open();
                    ArchiveBatch batch = opened.archive().batch()) {
                String told = decide(opened.archive(), batch);
                batch.commit();
                settings.command().commandLine().getOut().println(told);
                return 0;
            }
        }

        /** Puts what is decided into a batch; gives a sentence. */
        abstract String decide(GraphArchive archive, ArchiveBatch batch);

        Settings settings() {
            return settings;
        }

        /** What the store knows of a summary. */
        Registration named(GraphArchive archive, String given) {
            return archive.registration(given)
                    .or(() -> at(archive, given))
                    .orElseThrow(
                            () -> settings.usage("no summary is or was known as " + given + nearest(archive, given)));
        }

        private static Optional<Registration> at(GraphArchive archive, String address) {
            String key = PostKey.ofAddress(address).toString();
            return archive.registrations().stream()
                    .filter(row -> row.keys().stream().anyMatch(known -> known.endsWith(" " + key)))
                    .findFirst();
        }

        private static String nearest(GraphArchive archive, String given) {
            List<String> names =
                    archive.registrations().stream().map(Registration::graph).toList();
            return names.isEmpty() ? "" : "; the nearest known is " + Spelling.nearest(given, names);
        }
    }

    @Command(
            name = "remove",
            description = "Take a summary back: its address says so (410), and it does not come back by itself.")
    static final class Remove extends Decision {
        @Parameters(paramLabel = "SUMMARY", description = SUMMARY)
        private String summary = "";

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "For readers; it stands on the page that is left.")
        private String reason = "";

        @Override
        String decide(GraphArchive archive, ArchiveBatch batch) {
            Registration row = named(archive, summary);
            batch.remove(row.graph(), reason.strip(), Registration.By.EDITOR);
            return row.removed().isPresent()
                    ? row.graph() + " was gone already; it stays away now"
                    : "removed " + row.graph();
        }
    }

    @Command(
            name = "reinstate",
            description = "Bring a summary back that was taken out, with the address and the guid that it had.")
    static final class Reinstate extends Decision {
        @Parameters(paramLabel = "SUMMARY", description = SUMMARY)
        private String summary = "";

        @Override
        String decide(GraphArchive archive, ArchiveBatch batch) {
            Registration row = named(archive, summary);
            Tombstone tombstone = row.removed()
                    .orElseThrow(() -> settings().usage(row.graph() + " is there: nobody has taken it out"));
            if (tombstone.successor().isPresent()) {
                throw settings()
                        .usage(row.graph() + " leads to "
                                + tombstone.successor().get() + ": it cannot be both");
            }
            NamedGraph graph = archive.removed(row.graph())
                    .orElseThrow(() -> new IllegalStateException("the graph of " + row.graph()
                            + " is not kept any more; ingest its page with another store"));
            // made of nothing that is known: the next reading of its page makes it anew
            batch.put(graph, new Origin("", row.content(), snapshot(graph), List.copyOf(row.keys())));
            return "reinstated " + row.graph();
        }

        private static String snapshot(NamedGraph graph) {
            return graph.own(Prov.wasDerivedFrom)
                    .map(Node::getURI)
                    .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    @Command(
            name = "redirect",
            description =
                    "Say that two summaries are one: the address of the first leads to the second for good (308).")
    static final class Redirect extends Decision {
        @Parameters(index = "0", paramLabel = "OLD", description = SUMMARY)
        private String old = "";

        @Parameters(index = "1", paramLabel = "NEW", description = SUMMARY)
        private String successor = "";

        @Override
        String decide(GraphArchive archive, ArchiveBatch batch) {
            Registration from = named(archive, old);
            Registration to = named(archive, successor);
            if (from.graph().equals(to.graph())) {
                throw settings().usage("both are " + to.graph());
            }
            if (archive.entry(to.graph()).isEmpty()) {
                throw settings().usage(to.graph() + " is not there: nothing can lead to it");
            }
            batch.redirect(from.graph(), to.graph(), "the same as " + to.graph());
            return from.graph() + " leads to " + to.graph();
        }
    }
}
