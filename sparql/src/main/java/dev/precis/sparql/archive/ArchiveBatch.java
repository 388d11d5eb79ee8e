package dev.precis.sparql.archive;

import dev.precis.sparql.archive.ArchiveEntry.Facts;
import dev.precis.sparql.archive.NextState.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Graphs that are to be kept or taken out together. They wait in a place of their own: another batch never sees them,
 * and what is not committed when this is closed is gone. For one thread; any number of batches may be open at once, and
 * of two that put the same graph the one that is committed last wins.
 */
public final class ArchiveBatch implements AutoCloseable {
    private final GraphArchive archive;
    private final ArchiveFolder folder;
    private final String name;
    private final SortedMap<String, Step> steps = new TreeMap<>();
    private final SortedMap<String, Step> known = new TreeMap<>();
    private boolean ended;

    ArchiveBatch(GraphArchive archive, ArchiveFolder folder) throws IOException {
        this.archive = archive;
        this.folder = folder;
        this.name = folder.open();
    }

    /** Whether that graph is there, put by this or kept and undamaged, made from inputs with that digest. */
    public boolean isCurrent(String graph, String inputs) {
        return switch (steps.get(graph)) {
            case Step.Put put -> put.origin().inputs().equals(inputs);
            case Step.Remove gone -> false;
            case Step.Know know -> archive.isCurrent(graph, inputs);
            case Step.Copy copy ->
                copy.row().filter(row -> row.inputs().equals(inputs)).isPresent();
            case null -> archive.isCurrent(graph, inputs);
        };
    }

    /** As {@link #put(NamedGraph, Origin)}, for a graph that is made every time and was read nowhere. */
    public Novelty put(NamedGraph graph) {
        byte[] quads = quads(graph);
        return put(graph, quads, Origin.of(quads));
    }

    /**
     * Prepares to keep a graph, whole, in place of what has its name. Nothing holds before {@link #commit}. What was
     * unchanged when it was put, and is changed by another batch meanwhile, stays as that one left it.
     *
     * @throws IllegalArgumentException if the graph is empty, has blank nodes, or terms that N-Quads cannot say
     */
    public Novelty put(NamedGraph graph, Origin origin) {
        return put(graph, quads(graph), origin);
    }

    private Novelty put(NamedGraph graph, byte[] quads, Origin origin) {
        take(graph.name());
        String sha256 = Sha256.of(quads);
        Optional<ArchiveEntry> row = archive.entry(graph.name());
        boolean kept = row.filter(one -> one.sha256().equals(sha256) && archive.isWhole(one))
                .isPresent();
        if (!kept) {
            try {
                folder.stage(name, sha256, quads);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot stage <" + graph.name() + ">: " + e.getMessage(), e);
            }
        }
        steps.put(
                graph.name(),
                new Step.Put(graph.name(), graph.base(), sha256, origin, Optional.of(Facts.of(graph)), !kept));
        return kept ? Novelty.UNCHANGED : row.isEmpty() ? Novelty.NEW : Novelty.CHANGED;
    }

    /** Prepares to note that a graph, which stays as it is, came of other inputs, or is known by other keys. */
    public void restate(ArchiveEntry row, Origin origin) {
        take(row.graph());
        steps.put(row.graph(), new Step.Put(row.graph(), row.base(), row.sha256(), origin, row.facts(), false));
    }

    /**
     * Prepares to take over a graph of another archive with all that is told of it there: versions and instants are
     * those.
     *
     * @param row of that archive
     * @throws IllegalArgumentException if the graph is not what the row says
     */
    public void copy(NamedGraph graph, ArchiveEntry row, Optional<Registration> registration) {
        byte[] quads = quads(graph);
        if (!Sha256.of(quads).equals(row.sha256()) || !graph.name().equals(row.graph())) {
            throw new IllegalArgumentException("<" + graph.name() + "> is not what is told of it");
        }
        ArchiveEntry told = row.in(row.file(), Optional.of(Facts.of(graph)));
        boolean kept = put(graph, quads, new Origin(row.inputs(), row.content(), row.snapshot(), List.of()))
                == Novelty.UNCHANGED;
        steps.put(graph.name(), new Step.Copy(graph.name(), Optional.of(told), registration, !kept));
    }

    /** Prepares to have no such graph, and of it what another archive registered. */
    public void copyAbsence(String graph, Optional<Registration> registration) {
        take(graph);
        steps.put(graph, new Step.Copy(graph, Optional.empty(), registration, false));
    }

    /** Prepares to register more keys that lead to a graph, which stays as it is. */
    public void know(String graph, List<String> keys) {
        if (!archive.registration(graph)
                .map(Registration::keys)
                .orElseGet(TreeSet::new)
                .containsAll(keys)) {
            known.put(graph, new Step.Know(graph, keys));
        }
    }

    /**
     * Prepares to take a graph out. The register keeps its name, and why it went.
     *
     * @param reason for people, one clause
     */
    public void remove(String graph, String reason, Registration.By by) {
        take(graph);
        steps.put(graph, new Step.Remove(graph, reason, by, Optional.empty()));
    }

    /**
     * Prepares to let one graph stand for another, which is taken out: what that was known by leads to it.
     *
     * @param reason for people, one clause
     */
    public void redirect(String graph, String successor, String reason) {
        take(graph);
        steps.put(graph, new Step.Remove(graph, reason, Registration.By.EDITOR, Optional.of(successor)));
    }

    /**
     * Does all of it, durably and at once. It ends the batch; if it fails, the batch still waits, and may be committed
     * again.
     *
     * @return what it changed, in the order of the graphs' names
     */
    public List<Change> commit() {
        List<Change> changes = archive.commit(this);
        ended = true;
        return changes;
    }

    /** Forgets what was not committed; what is committed half-way still is, and will be whole. */
    @Override
    public void close() {
        archive.drop(this);
    }

    /** Its folder among those of staged files. */
    String name() {
        return name;
    }

    /** Whether it holds no files, so that all it brings is known already. */
    boolean isEmpty() throws IOException {
        return folder.isEmpty(name);
    }

    Collection<Step> steps() {
        return Stream.concat(steps.values().stream(), known.values().stream()).toList();
    }

    /** Takes an earlier step for a graph back. */
    private void take(String graph) {
        if (ended) {
            throw new IllegalStateException("the batch is committed; <" + graph + "> belongs to another one");
        }
        Optional<String> staged = switch (steps.remove(graph)) {
            case Step.Put put -> Optional.of(put.sha256());
            case Step.Copy copy -> copy.row().map(ArchiveEntry::sha256);
            case null, default -> Optional.empty();
        };
        if (staged.isPresent()) {
            try {
                folder.unstage(name, staged.get());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot take <" + graph + "> back: " + e.getMessage(), e);
            }
        }
    }

    private static byte[] quads(NamedGraph graph) {
        byte[] quads = NQuads.write(graph);
        if (quads.length == 0) {
            throw new IllegalArgumentException("graph <" + graph.name() + "> is empty; RDF has no such graph");
        }
        return quads;
    }

    /** What a graph given to the archive is to what the archive has. */
    public enum Novelty {
        /** The archive had no graph of that name. */
        NEW,
        /** The archive has another version, or its file was damaged. */
        CHANGED,
        /** The archive has exactly this. */
        UNCHANGED
    }
}
