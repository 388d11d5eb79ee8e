package dev.precis.pipeline.route;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.ContentDigest;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Novelty;
import dev.precis.sparql.archive.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.vocabulary.DCTerms;

/** One run over documents of one source: what was read so far, and what became of it. */
public final class Batch implements AutoCloseable {
    private static final String SO_FAR = "so far ";

    private final GraphArchive archive;
    private final Stages stages;
    private final InputDigest digests;
    private final Quarantine quarantine;
    private final Iris iris;
    private final Naming naming;
    private final Collation collation;
    private final Works works;
    private final Standing standing = new Standing();
    private final Map<String, Draft> inWork = new HashMap<>();
    private final Set<String> ofThisRun = new HashSet<>();
    private final Tally tally = new Tally();
    private boolean complete;
    private final WordsOfBlog ofBlog = new WordsOfBlog();
    private ArchiveBatch kept;

    /** @param digests of what summaries are made from, to tell what has changed */
    public Batch(GraphArchive archive, Stages stages, InputDigest digests) {
        this.archive = archive;
        this.stages = stages;
        this.digests = digests;
        this.quarantine = new Quarantine(archive.store());
        this.iris = new Iris(stages.profile());
        this.works = new Works(stages.understanding()::citations);
        this.naming = new Naming(archive, stages.profile(), works);
        this.collation = new Collation(stages.profile(), works);
        this.kept = archive.batch();
    }

    Capture snapshot(Capture capture) {
        archive.snapshots().put(capture.content(), capture.contentType());
        return capture;
    }

    Page add(Page page) {
        tally.page();
        standing.read(page.address());
        archive.snapshots().putText(page.snapshot(), page.text());
        collation.add(page);
        page.notices().forEach(this::note);
        ofBlog.add(page);
        return page;
    }

    /** What something outside the pages had to say: an address that did not answer, a file that is no page. */
    public void note(Notice notice) {
        tally.note(notice);
        if (Tally.isUnreachable(notice)) {
            standing.failed(notice.where());
        }
        if (notice.severity() == Severity.VIOLATION) {
            quarantine.keep(notice);
        }
    }

    /** That the page of a post could not be had: what lists show under this title may not be all of it. */
    void miss(String title) {
        standing.missed(title);
    }

    /**
     * The posts of all pages so far, each once, their labels as IRIs of concepts where these are known.
     *
     * @param all whether every page was read: a page yet to come may tell more topics
     */
    List<Draft> drafts(boolean all) {
        complete = all;
        boolean mayLack = !all || tally.isIncomplete();
        Collation.Collated collated = collation.drafts();
        naming.name(collated.drafts()).forEach(odd -> odd(odd.where() + odd.code(), odd));
        if (all) {
            collated.notices().forEach(this::note);
        }
        return collated.drafts().stream().map(draft -> resolved(draft, mayLack)).toList();
    }

    private Draft resolved(Draft draft, boolean mayLack) {
        SequencedSet<String> labels = new LinkedHashSet<>();
        TopicTagger.Tagging tagging = stages.tagger().tag(draft.labels());
        Stream.concat(tagging.topics().stream(), tagging.types().stream())
                .forEach(topic -> labels.add(topic.concept().toString()));
        labels.addAll(tagging.unknown());
        if (draft.labels().isEmpty() || mayLack) {
            labels.addAll(knownLabels(draft)); // a page that prints no topics takes none away
        }
        return draft.withLabels(new ArrayList<>(labels)).withNotices(Standing.notices(draft));
    }

    private List<String> knownLabels(Draft draft) {
        Kept before = before(naming.of(draft));
        return Stream.of(DCTerms.subject, DCTerms.type)
                .flatMap(before::own)
                .map(Node::getURI)
                .sorted()
                .toList();
    }

    private Kept before(String graph) {
        return new Kept(archive, stages.profile().id(), graph);
    }

    boolean isNew(Draft draft) {
        String graph = naming.of(draft);
        Kept before = before(graph);
        boolean current = kept.isCurrent(graph, digests.of(draft)) || isCurrentSoFar(graph, draft);
        boolean stays = !current && standing.keeps(before, draft, complete);
        if (complete && !stays) {
            standing.doubt(draft).ifPresent(tally::note);
        }
        if (current || stays) {
            if (current || archive.entry(graph).isPresent()) {
                tally.count(graph, Novelty.UNCHANGED);
                kept.know(graph, naming.keys(draft)); // another page may tell nothing new but an address
            }
            return false;
        }
        if (!ofThisRun.contains(graph) && isConflict(before, draft)) {
            return false;
        }
        inWork.put(graph, draft);
        return true;
    }

    /** What was kept before all was read is kept for good, unless another page tells it better by then. */
    private boolean isCurrentSoFar(String graph, Draft draft) {
        String inputs = digests.of(draft);
        boolean soFar = kept.isCurrent(graph, SO_FAR + inputs);
        if (!complete || !soFar) {
            return soFar;
        }
        Optional<ArchiveEntry> row = archive.entry(graph)
                .filter(one -> one.snapshot().equals(draft.origin().snapshot()));
        row.ifPresent(one ->
                kept.put(archive.read(one), new Origin(inputs, one.content(), one.snapshot(), naming.keys(draft))));
        return row.isPresent();
    }

    /** A reading that cites another work than what is kept is another study, or one of them is wrong: none replaces. */
    private boolean isConflict(Kept before, Draft draft) {
        Optional<Notice> conflict = before.conflict(draft, works);
        conflict.ifPresent(notice -> odd(naming.of(draft) + notice.code(), notice));
        return conflict.isPresent() && !before.yieldsTo(draft);
    }

    private void odd(String what, Notice notice) {
        tally.note(what, List.of(notice));
    }

    /** The summary as a graph; what was odd about it may have come to light only now. */
    NamedGraph map(Summary summary) {
        String graph = naming.of(summary.draft());
        inWork.put(graph, summary.draft());
        return stages.mapper().map(summary, graph);
    }

    void keep(NamedGraph graph) {
        Draft draft = Optional.ofNullable(inWork.remove(graph.name()))
                .orElseThrow(() -> new IllegalStateException("not in work: " + graph.name()));
        Origin origin = new Origin(
                (complete ? "" : SO_FAR) + digests.of(draft),
                ContentDigest.of(graph),
                draft.origin().snapshot(),
                naming.keys(draft));
        tally.count(graph.name(), kept.put(graph, origin));
        ofThisRun.add(graph.name());
        tally.note(graph.name(), draft.notices());
        quarantine.release(graph.name());
    }

    void refuse(NonConformance failure) {
        inWork.remove(failure.graph());
        tally.note(
                failure.graph(),
                List.of(Notice.violation(
                        Quarantine.SHAPE_VIOLATED, failure.graph(), String.valueOf(failure.getMessage()))));
        quarantine.keep(failure);
    }

    /** Keeps all that was read so far, with the blog's own graphs, durably; the run may go on afterwards. */
    Tally commit() {
        putBlog();
        kept.put(stages.blogMapper().catalogue());
        String base = stages.profile().base().toString();
        SourceConcepts concepts = stages.concepts();
        put(concepts.topics().iri().toString(), base, concepts.of(concepts.topics()));
        put(concepts.types().iri().toString(), base, concepts.of(concepts.types()));
        put(Precis.STATISTICS, "", Ontology.statisticsModel());
        put(Precis.FLAGS, "", Ontology.flagsModel());
        put("https://w3id.org/precis/ns", "", Ontology.terms());
        kept.commit();
        kept.close();
        kept = archive.batch();
        return tally;
    }

    private void putBlog() {
        Optional<NamedGraph> before = archive.entry(iris.blog())
                .filter(archive::isWhole) // a damaged graph is made anew
                .map(archive::read);
        kept.put(ofBlog.graph(stages.blogMapper(), before));
    }

    private void put(String name, String base, Model model) {
        kept.put(new NamedGraph(name, base, model.getGraph()));
    }

    @Override
    public void close() {
        kept.close();
    }
}
