package dev.precis.pipeline.app.run;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Cito;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.reconcile.Reconciliation;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.net.URI;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** The works that the stored summaries of a source are about, read from their printed citations as a run reads them. */
final class CitedWorks {
    private static final Draft NOTHING_BUT_CITATIONS = new Draft(
            new Draft.Origin("", URI.create(""), "", Optional.empty()),
            Passage.NONE,
            PublicationDate.of(YearMonth.of(2000, 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            List.of());

    private final GraphArchive archive;
    private final Stages stages;
    private final SourceProfile profile;

    CitedWorks(GraphArchive archive, Stages stages) {
        this.archive = archive;
        this.stages = stages;
        this.profile = stages.profile();
    }

    /** A work that a summary is about. */
    record CitedWork(String summary, Citation citation) {
        /** As printed, or as an editor has set it; empty if there is none. */
        String doi() {
            return Reconciliation.doi(citation);
        }
    }

    /** All of them, by the names of the summaries. */
    List<CitedWork> all() {
        return archive.entries().stream()
                .filter(ArchiveEntry::isRead)
                .filter(entry -> IriTemplate.SUMMARY.isOf(profile.root(), entry.graph()))
                .flatMap(entry -> of(archive.read(entry)))
                .toList();
    }

    private Stream<CitedWork> of(NamedGraph graph) {
        List<Citation> printed = printed(graph)
                .flatMap(line -> stages.understanding().citations(line).stream())
                .toList();
        return corrected(graph.name(), printed).stream().map(citation -> new CitedWork(graph.name(), citation));
    }

    /** The study first, of which alone editors speak. */
    private static Stream<String> printed(NamedGraph graph) {
        List<Node> studies = graph.own(Cito.citesAsSourceDocument).toList();
        return graph.own(Schema.citation)
                .sorted(Comparator.comparing((Node work) -> !studies.contains(work))
                        .thenComparing(work -> work.toString()))
                .flatMap(work -> graph
                        .graph()
                        .find(work, DCTerms.bibliographicCitation.asNode(), Node.ANY)
                        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                        .toList()
                        .stream());
    }

    private List<Citation> corrected(String name, List<Citation> citations) {
        Corrections.OfSummary corrections = stages.corrections().of(name, keys(name));
        Summary summary = new Summary(
                NOTHING_BUT_CITATIONS, citations, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return corrections.apply(summary, unfit -> {}).citations();
    }

    private List<PostKey> keys(String name) {
        String prefix = profile.id() + " address ";
        return archive.registration(name).stream()
                .flatMap(row -> row.keys().stream())
                .filter(key -> key.startsWith(prefix))
                .map(key -> PostKey.ofAddress(key.substring(prefix.length())))
                .toList();
    }
}
