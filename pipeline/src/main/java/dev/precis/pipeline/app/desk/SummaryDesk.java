package dev.precis.pipeline.app.desk;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.Registration.Tombstone;
import dev.precis.sparql.page.Desk.Room;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.Desk.Summary;
import dev.precis.sparql.page.DeskPages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;

/** Finds summaries, and takes them back, brings them again, lets another stand for them. */
final class SummaryDesk {
    private static final int MOST = 50;

    private final Office office;
    private final GraphArchive archive;
    private final Rooms rooms;
    private final Tidings tidings;

    SummaryDesk(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.archive = office.archive();
        this.rooms = rooms;
        this.tidings = tidings;
    }

    DeskAnswer list(DeskRequest request) {
        String words = request.value("q");
        String sought = words.startsWith("http")
                ? words
                : words.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        List<Registration> all = archive.registrations().stream()
                .filter(row -> IriTemplate.SUMMARY.isOf(row.graph()))
                .toList();
        // the newest months come first
        List<Summary> found = all.reversed().stream()
                .filter(row -> row.graph().contains(sought))
                .limit(MOST)
                .map(this::view)
                .toList();
        return DeskAnswer.page(DeskPages.summaries(rooms.of("Summaries", request), words, found, all.size()));
    }

    private Summary view(Registration row) {
        Optional<ArchiveEntry> entry = archive.entry(row.graph());
        return new Summary(
                row.graph(),
                title(archive, row.graph()),
                row.removed().map(SummaryDesk::state).orElse("published"),
                row.removed().isEmpty() && entry.isPresent(),
                row.removed().flatMap(Tombstone::successor).isPresent(),
                entry.map(ArchiveEntry::page)
                        .filter(page -> page.startsWith("http"))
                        .orElse(""));
    }

    private static String state(Tombstone tombstone) {
        String when = Overview.WHEN.format(tombstone.removed());
        return tombstone.successor().map(to -> "leads to " + to).orElse("taken back") + " since " + when
                + (tombstone.reason().isEmpty() ? "" : ": " + tombstone.reason());
    }

    /** The title of a summary that is or was there; its name where nothing tells it. */
    static String title(GraphArchive archive, String name) {
        Optional<NamedGraph> graph =
                archive.entry(name).filter(archive::isWhole).map(archive::read).or(() -> archive.removed(name));
        return graph.stream()
                .flatMap(one -> Iter.asStream(one.graph().find(one.node(), Schema.headline.asNode(), Node.ANY)))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse(name);
    }

    DeskAnswer summary(DeskRequest request) {
        Optional<Registration> row = archive.registration(request.value("iri"));
        if (row.isEmpty()) {
            return tidings.tell("summaries", List.of(new Said("There is no summary of that address.", false)));
        }
        Summary summary = view(row.get());
        return DeskAnswer.page(DeskPages.summary(rooms.of(summary.title(), request), summary));
    }

    DeskAnswer remove(DeskRequest request) {
        return decide(request, Stream.of("remove", "--reason=" + request.value("reason")), Stream.of());
    }

    DeskAnswer reinstate(DeskRequest request) {
        return decide(request, Stream.of("reinstate"), Stream.of());
    }

    DeskAnswer redirect(DeskRequest request) {
        return decide(request, Stream.of("redirect"), Stream.of(request.value("to")));
    }

    private DeskAnswer decide(DeskRequest request, Stream<String> words, Stream<String> others) {
        String iri = request.value("iri");
        if (archive.registration(iri).isEmpty()) {
            return tidings.tell("summaries", List.of(new Said("There is no summary of that address.", false)));
        }
        Answer answer =
                office.run(words.toList(), Stream.concat(Stream.of(iri), others).toArray(String[]::new));
        return tidings.tell("summary?iri=" + Room.encoded(iri), answer);
    }
}
