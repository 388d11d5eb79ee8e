package dev.precis.pipeline.route;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.vocabulary.DCTerms;

/** One run over documents of one source: what was read so far, and what became of it. */
public final class Batch {
    /** Pages that show later posts first: only the newest page's blurb is this month's. */
    private static final Comparator<Page> NEWEST = Comparator.comparing(Batch::latest)
            .reversed()
            .thenComparing(Page::address, Preference.ADDRESS)
            .thenComparing(Page::snapshot);

    private final GraphArchive archive;
    private final Stages stages;
    private final ContentDigest digests;
    private final Quarantine quarantine;
    private final Iris iris;
    private final Collation collation;
    private final Map<String, Draft> inWork = new HashMap<>();
    private final Tally tally = new Tally();
    private Optional<Page> newest = Optional.empty();

    /** @param digests of what summaries are made from, to tell what has changed */
    public Batch(GraphArchive archive, Stages stages, ContentDigest digests) {
        this.archive = archive;
        this.stages = stages;
        this.digests = digests;
        this.quarantine = new Quarantine(archive.store());
        this.iris = new Iris(stages.profile());
        this.collation = new Collation(stages.profile());
    }

    Capture snapshot(Capture capture) {
        archive.snapshots().put(capture.content(), capture.contentType());
        return capture;
    }

    Page add(Page page) {
        tally.page();
        archive.snapshots().putText(page.snapshot(), page.text());
        collation.add(page);
        page.notices().forEach(this::note);
        if (!page.introduction().isEmpty() || !page.blurb().isEmpty()) {
            newest = newest.filter(other -> NEWEST.compare(other, page) <= 0).or(() -> Optional.of(page));
        }
        return page;
    }

    private static String latest(Page page) {
        return page.drafts().stream()
                .map(draft -> draft.date().toString())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** What something outside the pages had to say: an address that did not answer, a file that is no page. */
    public void note(Notice notice) {
        tally.note(notice);
        if (notice.severity() == Severity.VIOLATION) {
            quarantine.keep(notice);
        }
    }

    /** The posts of all pages so far, each once, their labels as IRIs of concepts where these are known. */
    List<Draft> drafts() {
        return collation.drafts().stream().map(this::resolved).toList();
    }

    private Draft resolved(Draft draft) {
        SequencedSet<String> labels = new LinkedHashSet<>();
        TopicTagger.Tagging tagging = stages.tagger().tag(draft.labels());
        Stream.concat(tagging.topics().stream(), tagging.types().stream())
                .forEach(topic -> labels.add(topic.concept().toString()));
        labels.addAll(tagging.unknown());
        if (draft.labels().isEmpty() || tally.isIncomplete()) {
            labels.addAll(knownLabels(draft)); // a page that prints no topics takes none away
        }
        return draft.withLabels(new ArrayList<>(labels));
    }

    private List<String> knownLabels(Draft draft) {
        return archive
                .entry(iris.summary(draft))
                .filter(archive::isWhole) // a damaged graph is made anew: reading its source is how it is mended
                .stream()
                .map(archive::read)
                .flatMap(graph -> Stream.of(DCTerms.subject, DCTerms.type)
                        .flatMap(property ->
                                Iter.asStream(graph.graph().find(graph.node(), property.asNode(), Node.ANY))))
                .map(triple -> triple.getObject().getURI())
                .sorted()
                .toList();
    }

    /** Whether there is anything in the draft that the archive does not have. */
    boolean isNew(Draft draft) {
        String graph = iris.summary(draft);
        if (archive.isCurrent(graph, digests.of(draft))) {
            tally.count(Change.UNCHANGED);
            return false;
        }
        inWork.put(graph, draft);
        return true;
    }

    /** What was odd about it may have come to light only now. */
    Summary understood(Summary summary) {
        inWork.put(iris.summary(summary.draft()), summary.draft());
        return summary;
    }

    void keep(NamedGraph graph) {
        Draft draft = Optional.ofNullable(inWork.remove(graph.name()))
                .orElseThrow(() -> new IllegalStateException("not in work: " + graph.name()));
        tally.count(archive.stage(graph, digests.of(draft), draft.origin().snapshot()));
        draft.notices().forEach(tally::note);
        quarantine.release(graph.name());
    }

    void refuse(NonConformance failure) {
        inWork.remove(failure.graph());
        tally.note(Notice.violation(Quarantine.SHAPE_VIOLATED, failure.graph(), String.valueOf(failure.getMessage())));
        quarantine.keep(failure);
    }

    /** Keeps all that was read, with the blog's own graphs, durably; the batch may go on afterwards. */
    Tally finish() {
        boolean blogKnown = archive.entry(iris.blog()).isPresent();
        if (newest.isPresent() || !blogKnown) {
            stage(stages.blogMapper()
                    .blog(
                            newest.map(Page::introduction).orElse(List.of()),
                            newest.map(Page::blurb).orElse(List.of())));
        }
        stage(stages.blogMapper().catalogue());
        String base = stages.profile().base().toString();
        stage(
                stages.concepts().topics().iri().toString(),
                base,
                stages.concepts().of(stages.concepts().topics()));
        stage(
                stages.concepts().types().iri().toString(),
                base,
                stages.concepts().of(stages.concepts().types()));
        stage(Precis.STATISTICS, "", Ontology.statisticsModel());
        stage(Precis.FLAGS, "", Ontology.flagsModel());
        stage("https://w3id.org/precis/ns", "", Ontology.terms());
        archive.commit();
        return tally;
    }

    private void stage(String name, String base, Model model) {
        stage(new NamedGraph(name, base, model.getGraph()));
    }

    private void stage(NamedGraph graph) {
        archive.stage(graph, "", "");
    }
}
