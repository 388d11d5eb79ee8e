package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.map.ContentDigest;
import dev.precis.pipeline.quarantine.Withholding;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.archive.Registration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which posts of a run are new to the archive, and what becomes of them. */
final class Publishing implements AutoCloseable {
    private static final String SO_FAR = "so far ";

    private final GraphArchive archive;
    private final Stages stages;
    private final InputDigest digests;
    private final Naming naming;
    private final Labelling labelling;
    private final Works works;
    private final Standing standing;
    private final Withholding withholding;
    private final Tally tally;
    private final Succession succession;
    private final Map<String, Draft> inWork = new HashMap<>();
    private final Set<String> ofThisRun = new HashSet<>();
    private final Set<String> current = new HashSet<>();
    private boolean complete;
    private boolean again;
    private ArchiveBatch kept;

    Publishing(
            GraphArchive archive,
            Stages stages,
            InputDigest digests,
            Naming naming,
            Labelling labelling,
            Works works,
            Standing standing,
            Withholding withholding,
            Tally tally) {
        this.archive = archive;
        this.stages = stages;
        this.digests = digests;
        this.naming = naming;
        this.labelling = labelling;
        this.works = works;
        this.standing = standing;
        this.withholding = withholding;
        this.tally = tally;
        this.succession = new Succession(archive);
        this.kept = archive.batch();
    }

    /** That nothing is read but what was read before: what was taken out stays away. */
    void again() {
        again = true;
    }

    /** Whether all there is was read. */
    boolean isComplete() {
        return complete;
    }

    boolean isAgain() {
        return again;
    }

    /**
     * Begins to publish what was read so far.
     *
     * @param all whether that is all there is
     */
    void begin(boolean all) {
        complete = all;
    }

    /** Those of all posts that are not kept as they are read. */
    List<Draft> notCurrent(List<Draft> drafts) {
        current.clear();
        drafts.stream().filter(this::isCurrent).map(naming::of).forEach(current::add);
        return drafts.stream()
                .filter(draft -> !current.contains(naming.of(draft)))
                .toList();
    }

    /** Takes a summary out that its source does not show any more. */
    void remove(String name) {
        kept.remove(name, Absences.REASON, Registration.By.SOURCE);
        tally.remove(name);
    }

    /** What is to be committed. */
    ArchiveBatch kept() {
        return kept;
    }

    /** Keeps it durably; others may follow. */
    void commit() {
        succession.write(); // afterwards nobody would know the names that are let go
        kept.commit();
        kept.close();
        kept = archive.batch();
    }

    private String inputs(Draft draft) {
        return digests.of(draft, labelling.beside(draft));
    }

    private Kept before(String graph) {
        return naming.known(graph);
    }

    /** What is to be done about a draft; nothing if there is nothing in it that the archive does not have. */
    Optional<PostTask> task(Draft draft) {
        return isNew(draft)
                ? Optional.of(
                        new PostTask(draft, naming.of(draft), labelling.corrections(draft), labelling.answers(draft)))
                : Optional.empty();
    }

    private boolean isNew(Draft draft) {
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
        row.ifPresent(one -> kept.restate(one, new Origin(inputs, one.content(), one.snapshot(), naming.keys(draft))));
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

    /** Keeps a post that has become a graph, or withholds it. */
    void keep(Described post) {
        NamedGraph graph = post.graph();
        post.unfit().forEach(notice -> odd(notice.where(), notice));
        Draft draft = Objects.requireNonNull(inWork.remove(graph.name()), graph::name);
        if (post.refusal().isPresent()) {
            NonConformance why = post.refusal().get();
            odd(graph.name(), withholding.withhold(why, draft.origin(), inputs(draft)));
            return;
        }
        String content = ContentDigest.of(graph);
        Optional<Notice> away = before(graph.name()).staysAway(content, again);
        if (away.isPresent()) {
            odd(graph.name(), away.get());
            return;
        }
        Succession.Difference difference = succession.of(graph, content);
        Origin origin = new Origin(
                (complete ? "" : SO_FAR) + inputs(draft),
                difference.content(),
                draft.origin().snapshot(),
                naming.keys(draft));
        Novelty novelty = kept.put(graph, origin);
        tally.differs(graph.name(), difference.properties());
        // what moved, or was read alike by another version of the software, is no other summary
        boolean alike = current.contains(graph.name()) || difference.alike();
        tally.count(graph.name(), alike ? Novelty.UNCHANGED : novelty);
        ofThisRun.add(graph.name());
        tally.note(graph.name(), post.notices());
        withholding.published(graph.name());
    }

    /** Forgets what was not committed. */
    @Override
    public void close() {
        kept.close();
    }
}
