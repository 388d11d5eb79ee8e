package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.ContentDigest;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withholding;
import dev.precis.pipeline.source.picture.KeptPictures;
import dev.precis.pipeline.source.picture.PagePictures;
import dev.precis.pipeline.source.picture.PictureSource;
import dev.precis.pipeline.source.warc.CaptureHistory;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.archive.Registration;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** One run over documents of one source: what was read so far, and what became of it. */
public final class Batch implements AutoCloseable {
    private static final String SO_FAR = "so far ";

    private final GraphArchive archive;
    private final Stages stages;
    private final InputDigest digests;
    private final Withholding withholding;
    private final Naming naming;
    private final Collation collation;
    private final Works works;
    private final Labelling labelling;
    private final Standing standing = new Standing();
    private final Undated undated = new Undated();
    private final Map<String, Draft> inWork = new HashMap<>();
    private final Set<String> ofThisRun = new HashSet<>();
    private final Tally tally = new Tally();
    private final Admission admission;
    private final Absences absences;
    private final Succession succession;
    private final Set<String> current = new HashSet<>();
    private boolean complete;
    private boolean partly;
    private boolean again;
    private final BlogGraphs ofBlog;
    private final CaptureHistory history;
    private ArchiveBatch kept;

    /**
     * A run that has read nothing yet.
     *
     * @param digests of what summaries are made from, to tell what has changed
     * @param forced whether what many posts have alike is no reason to withhold them
     */
    public Batch(GraphArchive archive, Stages stages, InputDigest digests, boolean forced) {
        this.archive = archive;
        this.stages = stages;
        this.digests = digests;
        this.withholding = new Withholding(
                new Quarantine(archive.store()), stages.profile().id());
        this.ofBlog = new BlogGraphs(archive, stages);
        this.history = CaptureHistory.of(archive.store());
        this.works = new Works(stages.understanding()::citations);
        this.naming = new Naming(archive, stages.profile(), works);
        this.labelling = new Labelling(archive, stages, naming);
        this.collation = new Collation(stages.profile(), works);
        this.admission = new Admission(archive, stages.profile(), naming, forced);
        this.absences = new Absences(archive, stages.profile(), naming);
        this.succession = new Succession(archive);
        this.kept = archive.batch();
    }

    Capture snapshot(Capture capture) {
        boolean seen = archive.snapshots().contentType(capture.digest()).isPresent();
        archive.snapshots().put(capture.content(), capture.contentType());
        withholding.captured(capture);
        history.add(stages.profile().id(), capture, seen);
        return capture;
    }

    /** That something was fetched which is no document: a picture. */
    void fetched(Capture capture) {
        history.add(stages.profile().id(), capture, true);
    }

    Page withPictures(Page page, PictureSource source) {
        Iris iris = new Iris(stages.profile());
        String before = archive.snapshots().pictures(page.snapshot());
        PagePictures pictures = new PagePictures(
                source.or(new KeptPictures(before, archive.pictures()::bytes)),
                stages.profile().pictures().maxBytes(),
                picture ->
                        archive.pictures().put(picture.content(), picture.kind().mediaType()));
        Page filled = stages.reader().withPictures(page, pictures, picture -> iris.picture(picture.name()));
        if (pictures.hasLooked() && !pictures.found().equals(before)) {
            archive.snapshots().putPictures(page.snapshot(), pictures.found());
        }
        pictures.notice(page.address()).ifPresent(this::note);
        return filled;
    }

    Page add(Page page) {
        tally.page();
        standing.read(page.address());
        withholding.read(page);
        absences.read(page.address(), !page.drafts().isEmpty());
        if (page.drafts().isEmpty() && absences.isSource(page.address())) {
            standing.failed(page.address().toString());
        }
        archive.snapshots().putText(page.snapshot(), page.text());
        collation.add(page);
        page.notices().stream().filter(notice -> !undated.add(notice)).forEach(this::note);
        ofBlog.add(page);
        return page;
    }

    /** What something outside the pages had to say: an address that did not answer, a file that is no page. */
    public void note(Notice notice) {
        tally.note(notice.severity() == Severity.VIOLATION ? withholding.withhold(notice) : notice);
        if (Tally.isUnreachable(notice)) {
            standing.failed(notice.where());
        }
    }

    /** That pages which may tell more of these posts are not read. */
    void partly() {
        partly = true;
    }

    /** That something was looked at that is no page yet, such as a file, by the name that notices have for it. */
    void looked(String what) {
        withholding.looked(what);
    }

    /** That a crawl from that address has come to its end; see {@link Ingest#crawled}. */
    void crawled(URI address, boolean whole, Set<URI> missing) {
        if (absences.crawled(address, whole, missing)) {
            looked(stages.profile().id()); // what is withheld of the site as a whole
        }
    }

    boolean isSource(URI address) {
        return absences.isSource(address);
    }

    List<URI> unmet() {
        List<Draft> drafts = collation.drafts().drafts();
        naming.name(drafts);
        return absences.addresses(names(drafts));
    }

    /** That what is read is all there is of the source. */
    void complete() {
        absences.complete();
    }

    /** That nothing is read but what was read before: it brings nothing back, and what it lacks is told. */
    void again() {
        again = true;
    }

    private Set<String> names(List<Draft> drafts) {
        return drafts.stream().map(naming::of).collect(Collectors.toSet());
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
        boolean mayLack = !all || partly || tally.isIncomplete();
        Collation.Collated collated = collation.drafts();
        naming.name(collated.drafts()).forEach(odd -> odd(odd.where() + odd.code(), odd));
        if (all) {
            collated.notices().forEach(this::note);
            undated.left(collated.drafts()).forEach(this::note);
            stages.corrections().strangers(naming::isKnown).forEach(this::note);
            admission.learn(collated.drafts());
        }
        List<Draft> drafts = collated.drafts().stream()
                .map(admission::read)
                .map(draft -> labelling.resolved(draft, mayLack))
                .map(draft -> draft.withNotices(Standing.notices(draft)))
                .toList();
        Set<Draft> withheld = withheld(drafts);
        return drafts.stream().filter(draft -> !withheld.contains(draft)).toList();
    }

    private Set<Draft> withheld(List<Draft> drafts) {
        current.clear();
        drafts.stream().filter(this::isCurrent).map(naming::of).forEach(current::add);
        Gate.Verdict verdict = admission.judge(drafts.stream()
                .filter(draft -> !current.contains(naming.of(draft)))
                .toList());
        if (complete) {
            verdict.notices().forEach(notice -> tally.note(withholding.withhold(notice, verdict.withheld())));
            absences.judge(names(drafts), verdict.withheld().isEmpty()).forEach(this::note);
            if (again) {
                absences.unmet(names(drafts)).forEach(tally::lose);
            }
            absences.gone().forEach(name -> {
                kept.remove(name, Absences.REASON, Registration.By.SOURCE);
                tally.remove(name);
            });
        }
        return verdict.withheld();
    }

    private String inputs(Draft draft) {
        return digests.of(draft, labelling.corrections(draft).toString());
    }

    private Kept before(String graph) {
        return naming.known(graph);
    }

    /** Whether there is anything in the draft that the archive does not have. */
    boolean isNew(Draft draft) {
        String graph = naming.of(draft);
        Kept before = before(graph);
        boolean isCurrent = current.contains(graph) && !(complete && standing.moves(before, draft));
        boolean stays = !isCurrent && standing.keeps(before, draft, complete);
        if (complete && !stays) {
            standing.doubt(draft).ifPresent(tally::note);
        }
        if (isCurrent || stays) {
            if (isCurrent) {
                withholding.published(graph);
            }
            if (isCurrent || archive.entry(graph).isPresent()) {
                stays(graph, draft);
            }
            return false;
        }
        if (!ofThisRun.contains(graph) && isConflict(before, draft)) {
            return false;
        }
        if (Standing.isPast(before, draft)) {
            stays(graph, draft);
            return false;
        }
        inWork.put(graph, draft);
        return true;
    }

    private void stays(String graph, Draft draft) {
        tally.count(graph, Novelty.UNCHANGED);
        kept.know(graph, naming.keys(draft)); // another page may tell nothing new but an address
    }

    private boolean isCurrent(Draft draft) {
        String graph = naming.of(draft);
        String inputs = inputs(draft);
        return kept.isCurrent(graph, inputs) || isCurrentSoFar(graph, inputs, draft);
    }

    /** What was kept before all was read is kept for good, unless another page tells it better by then. */
    private boolean isCurrentSoFar(String graph, String inputs, Draft draft) {
        boolean soFar = kept.isCurrent(graph, SO_FAR + inputs);
        if (!complete || !soFar) {
            return soFar;
        }
        Optional<ArchiveEntry> row = archive.entry(graph)
                .filter(one -> one.snapshot().equals(draft.origin().snapshot()));
        row.ifPresent(one -> kept.put(
                archive.read(one), new Origin(inputs, one.content(), one.snapshot(), one.page(), naming.keys(draft))));
        return row.isPresent();
    }

    /** A reading that cites another work than what is kept is another study, or one of them is wrong: none replaces. */
    private boolean isConflict(Kept before, Draft draft) {
        Optional<Notice> conflict = before.conflict(draft, works);
        conflict.ifPresent(notice -> odd(naming.of(draft) + notice.code(), notice));
        return conflict.isPresent() && !before.yieldsTo(draft);
    }

    /** A long run comes back to what is odd; it is told once. */
    private void odd(String what, Notice notice) {
        tally.note(what, List.of(notice));
    }

    /** The summary as a graph; what was odd about it may have come to light only now. */
    NamedGraph map(Summary summary) {
        String graph = naming.of(summary.draft());
        inWork.put(graph, summary.draft());
        Summary corrected =
                labelling.corrections(summary.draft()).apply(summary, notice -> odd(notice.where(), notice));
        return stages.mapper().map(corrected, graph);
    }

    void keep(NamedGraph graph) {
        Draft draft = Objects.requireNonNull(inWork.remove(graph.name()), graph::name);
        String content = ContentDigest.of(graph);
        Optional<Notice> away = before(graph.name()).staysAway(content, again);
        if (away.isPresent()) {
            odd(graph.name(), away.get());
            return;
        }
        Origin origin = new Origin(
                (complete ? "" : SO_FAR) + inputs(draft),
                content,
                draft.origin().snapshot(),
                page(graph),
                naming.keys(draft));
        SortedSet<String> differences = succession.of(graph);
        Novelty novelty = kept.put(graph, origin);
        tally.differs(graph.name(), differences);
        tally.count(graph.name(), current.contains(graph.name()) ? Novelty.UNCHANGED : novelty); // its source moved
        ofThisRun.add(graph.name());
        tally.note(graph.name(), draft.notices());
        withholding.published(graph.name());
    }

    /** The address that the graph tells as its source; empty for a file that told none. */
    private static String page(NamedGraph graph) {
        return Iter.asStream(graph.graph().find(graph.node(), DCTerms.source.asNode(), Node.ANY))
                .map(triple -> triple.getObject().toString())
                .findFirst()
                .orElse("");
    }

    void refuse(NonConformance failure) {
        Draft draft = Objects.requireNonNull(inWork.remove(failure.graph()), failure::graph);
        odd(failure.graph(), withholding.withhold(failure, draft.origin(), inputs(draft)));
    }

    /** Keeps all that was read so far, with the blog's own graphs, durably; the run may go on afterwards. */
    Tally commit() {
        ofBlog.put(kept);
        // what only the next reading would tell again comes before the graphs; what it tells anyhow, after them
        history.write();
        succession.write();
        kept.commit();
        absences.write();
        kept.close();
        kept = archive.batch();
        withholding.write(complete, complete && !partly);
        return tally;
    }

    /** Forgets what was read and not committed. */
    @Override
    public void close() {
        kept.close();
    }
}
