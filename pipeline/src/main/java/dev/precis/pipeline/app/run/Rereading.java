package dev.precis.pipeline.app.run;

import dev.precis.ontology.Reused.Prov;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Exchange;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.picture.PictureSource;
import dev.precis.pipeline.source.warc.CaptureHistory;
import dev.precis.pipeline.source.warc.PastCapture;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;

/** Reads pages again that are kept, as they were captured: what is new in settings or program is published. */
public final class Rereading {
    private final GraphArchive archive;
    private final Map<String, PastCapture> history = new HashMap<>();
    private boolean looked;

    public Rereading(GraphArchive archive) {
        this.archive = archive;
    }

    /** Reads single pages of a source; what others of its pages tell of the same posts stays as it is stored. */
    public Tally read(SourceProfile profile, List<Capture> captures) {
        try (Ingest ingest = Wiring.ingest(Wiring.stages(profile), archive, false, StageExecutors.DIRECT, one -> {})) {
            ingest.partly();
            captures.forEach(capture -> ingest.add(ingest.withPictures(ingest.look(capture), PictureSource.NONE)));
            return ingest.finish();
        }
    }

    /** The page that a summary was read from; nothing if it is not kept. */
    public Optional<Capture> ofSummary(String name) {
        return archive.entry(name).flatMap(entry -> ofSummary(archive.read(entry), entry));
    }

    private Optional<Capture> ofSummary(NamedGraph graph, ArchiveEntry entry) {
        Optional<URI> page = Optional.of(graph.source())
                .filter(address -> !address.isEmpty())
                .map(URI::create);
        Optional<Instant> captured = Iter.asStream(
                        graph.graph().find(Node.ANY, Prov.generatedAtTime.asNode(), Node.ANY))
                .map(triple -> Instant.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst();
        return page.or(() -> file(entry)).flatMap(address -> capture(entry.snapshot(), address, captured));
    }

    /**
     * The name of the file that a summary is known by, as an address; one that tells how it begins where there is none.
     */
    private Optional<URI> file(ArchiveEntry entry) {
        String kind = " " + PostKey.Kind.FILE.name().toLowerCase(Locale.ROOT) + " ";
        Optional<String> name = archive.registration(entry.graph()).stream()
                .flatMap(row -> row.keys().stream())
                .filter(key -> key.contains(kind))
                .map(key -> key.substring(key.indexOf(kind) + kind.length()))
                .findFirst();
        return name.or(() -> archive.snapshots().bytes(entry.snapshot()).map(Rereading::nameByBeginning))
                .map(file -> Path.of("/", file).toUri());
    }

    private static String nameByBeginning(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, 64), StandardCharsets.UTF_8).stripLeading();
        return "file" + (text.startsWith("---") ? ".md" : text.matches("(?s)[{\\[].*") ? ".json" : ".html");
    }

    /** The page of something that was withheld; nothing if it is not kept. */
    public Optional<Capture> of(Withheld withheld) {
        Withheld.From from = withheld.from();
        return from.address().isEmpty()
                ? Optional.empty()
                : capture(
                        from.snapshot(),
                        URI.create(from.address()),
                        Optional.of(from.captured()).filter(at -> !at.isEmpty()).map(Instant::parse));
    }

    /** The last capture of each digest; the history is read once, however many pages are wanted. */
    private Map<String, PastCapture> history() {
        if (!looked) {
            looked = true;
            CaptureHistory.of(archive.store()).read(damaged -> {}).forEach(past -> history.put(past.digest(), past));
        }
        return history;
    }

    /** As it was read last; as it is told here, where no history tells it. */
    private Optional<Capture> capture(String snapshot, URI address, Optional<Instant> captured) {
        PastCapture past = Optional.ofNullable(history().get(snapshot))
                .orElseGet(() -> new PastCapture(
                        "",
                        address,
                        captured,
                        snapshot,
                        archive.snapshots().contentType(snapshot).orElse(""),
                        Exchange.NONE));
        return archive.snapshots().bytes(snapshot).map(past::with);
    }
}
