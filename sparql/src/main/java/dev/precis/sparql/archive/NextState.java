package dev.precis.sparql.archive;

import dev.precis.sparql.archive.ArchiveEntry.Facts;
import dev.precis.sparql.archive.Registration.Tombstone;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What manifest and register will say once a batch is in. */
final class NextState {
    /** What a batch is to do with one graph. */
    sealed interface Step {
        /**
         * Another version, laid down in the folder of the batch, or word that the one that is kept came of other
         * inputs.
         *
         * @param sha256 of its quads
         * @param facts what it says that is kept beside it; empty where that was never looked at
         * @param staged whether they are laid down; if not, the archive had them when this was put
         */
        record Put(String graph, String base, String sha256, Origin origin, Optional<Facts> facts, boolean staged)
                implements Step {}

        /** Nothing is to be done to the graph, but it is known by these as well. */
        record Know(String graph, List<String> keys) implements Step {
            public Know {
                keys = List.copyOf(keys);
            }
        }

        /**
         * What another archive says of a graph, taken over as it is.
         *
         * @param row empty if it has none
         * @param registration empty if it never registered it
         * @param staged whether its quads are laid down; if not, the archive had them when this was put
         */
        record Copy(String graph, Optional<ArchiveEntry> row, Optional<Registration> registration, boolean staged)
                implements Step {}

        /** @param successor the graph that all its keys lead to from now on; empty if none takes its place */
        record Remove(String graph, String reason, Registration.By by, Optional<String> successor) implements Step {}
    }

    private final Manifest before;
    private final Instant instant;
    private final SortedMap<String, ArchiveEntry> rows;
    private final SortedMap<String, Registration> registrations;
    private final Map<String, String> graphOfFile = new HashMap<>();
    private final Map<String, String> graphOfKey;
    private final List<Change> changes;
    private final Manifest manifest;
    private final Optional<Register> nextRegister;

    /** @param batch the folder where the files of the steps are */
    NextState(Manifest before, Register register, Collection<Step> steps, String batch, Instant instant) {
        this.before = before;
        this.instant = instant;
        this.rows = new TreeMap<>(before.rows());
        this.registrations = new TreeMap<>(register.rows());
        this.graphOfKey = new HashMap<>(register.graphs());
        rows.values().forEach(row -> graphOfFile.put(row.file(), row.graph()));
        for (Step step : steps) {
            switch (step) {
                case Step.Put put -> put(put);
                case Step.Remove remove -> remove(remove);
                case Step.Know know -> know(know);
                case Step.Copy copy -> copy(copy);
            }
        }
        ArchiveVersion version = new ArchiveVersion(before.version().number() + 1, instant);
        Manifest next = new Manifest(version, batch, rows);
        this.changes = next.changesSince(before);
        this.manifest = changes.isEmpty() ? new Manifest(before.version(), batch, rows) : next;
        this.nextRegister =
                registrations.equals(register.rows()) ? Optional.empty() : Optional.of(new Register(registrations));
    }

    /** What the manifest will say; the same version of the archive if no graph changes. */
    Manifest manifest() {
        return manifest;
    }

    /** What happens to graphs, in the order of their names. */
    List<Change> changes() {
        return changes;
    }

    /** What the register will say; nothing if it stays as it is. */
    Optional<Register> register() {
        return nextRegister;
    }

    /** Whether nothing that is told of any graph changes. */
    boolean isAsBefore() {
        return manifest.rows().equals(before.rows()) && nextRegister.isEmpty();
    }

    private void put(Step.Put put) {
        String graph = put.graph();
        Optional<ArchiveEntry> row = Optional.ofNullable(rows.get(graph));
        Optional<Registration> known = Optional.ofNullable(registrations.get(graph));
        boolean sameFile = row.filter(one -> one.sha256().equals(put.sha256())).isPresent();
        if (!put.staged() && !sameFile) {
            return; // another batch was faster, and there is no file of this version any more
        }
        long last = row.map(ArchiveEntry::version)
                .or(() -> known.map(Registration::version))
                .orElse(0L);
        ArchiveEntry next = new ArchiveEntry(
                graph,
                put.base(),
                row.map(ArchiveEntry::file).orElseGet(() -> fileFor(graph)),
                sameFile ? last : last + 1,
                put.sha256(),
                put.origin().inputs(),
                put.origin().content(),
                put.origin().snapshot(),
                put.facts(),
                modified(put, row, known));
        rows.put(graph, next);
        graphOfFile.put(next.file(), graph);
        if (!put.origin().keys().isEmpty()) {
            SortedSet<String> keys = new TreeSet<>(put.origin().keys());
            known.ifPresent(one -> keys.addAll(one.keys()));
            put.origin().keys().forEach(key -> take(key, graph));
            Instant first = known.map(Registration::first).orElseGet(next::modified);
            registrations.put(
                    graph,
                    new Registration(
                            graph, keys, first, next.modified(), next.content(), next.version(), Optional.empty()));
        }
    }

    private void copy(Step.Copy copy) {
        String graph = copy.graph();
        Optional<ArchiveEntry> before = Optional.ofNullable(rows.remove(graph));
        copy.row().ifPresent(row -> {
            String file = before.map(ArchiveEntry::file).orElseGet(() -> fileFor(graph));
            rows.put(graph, row.in(file, row.facts()));
            graphOfFile.put(file, graph);
        });
        registrations.remove(graph);
        copy.registration().ifPresent(known -> registrations.put(graph, known));
    }

    private void know(Step.Know know) {
        Registration row = registrations.get(know.graph());
        if (row != null) {
            SortedSet<String> keys = new TreeSet<>(row.keys());
            keys.addAll(know.keys());
            know.keys().forEach(key -> take(key, know.graph()));
            registrations.put(know.graph(), row.with(keys));
        }
    }

    /** A key leads to one graph, the one that had it last: files and guids are used again. */
    private void take(String key, String graph) {
        String before = graphOfKey.put(key, graph);
        Registration other = before == null || before.equals(graph) ? null : registrations.get(before);
        if (other != null) {
            SortedSet<String> left = new TreeSet<>(other.keys());
            left.remove(key);
            registrations.put(before, other.with(left));
        }
    }

    /** When it came to say what it says: not now, if it says no more and no less than it did. */
    private Instant modified(Step.Put put, Optional<ArchiveEntry> row, Optional<Registration> known) {
        if (row.isPresent()) {
            boolean same = row.get().sha256().equals(put.sha256())
                    || row.get().content().equals(put.origin().content());
            return same ? row.get().modified() : instant;
        }
        return known.filter(one -> one.removed().isEmpty())
                .filter(one -> one.content().equals(put.origin().content()))
                .map(Registration::modified)
                .orElse(instant);
    }

    private void remove(Step.Remove remove) {
        ArchiveEntry row = rows.remove(remove.graph());
        Optional<Registration> known = Optional.ofNullable(registrations.get(remove.graph()));
        if (row == null) {
            known.ifPresent(gone -> registrations.put(gone.graph(), decided(gone, remove)));
        } else {
            Tombstone tombstone = new Tombstone(instant, remove.reason(), remove.by(), remove.successor(), row.base());
            registrations.put(
                    row.graph(),
                    new Registration(
                            row.graph(),
                            known.map(Registration::keys).orElseGet(TreeSet::new),
                            known.map(Registration::first).orElseGet(row::modified),
                            instant,
                            row.content(),
                            row.version(),
                            Optional.of(tombstone)));
        }
        remove.successor().ifPresent(successor -> {
            SortedSet<String> keys = known.map(Registration::keys).orElseGet(TreeSet::new);
            know(new Step.Know(successor, List.copyOf(keys)));
        });
    }

    /** What is gone already is gone since then, for another reason: an editor's word is the last. */
    private static Registration decided(Registration gone, Step.Remove remove) {
        return new Registration(
                gone.graph(),
                gone.keys(),
                gone.first(),
                gone.modified(),
                gone.content(),
                gone.version(),
                gone.removed()
                        .map(before -> new Tombstone(
                                before.removed(), remove.reason(), remove.by(), remove.successor(), before.base())));
    }

    private String fileFor(String graph) {
        String readable = GraphFile.of(graph);
        String owner = graphOfFile.getOrDefault(readable, graph);
        return owner.equals(graph) ? readable : GraphFile.besides(graph);
    }
}
