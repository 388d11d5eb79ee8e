package dev.precis.pipeline.quarantine;

import dev.precis.sparql.archive.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What could not be published, a line of JSON for each item: {@code <store>/quarantine.jsonl}. Only the process that
 * has the store writes it; a line that cannot be read stays.
 */
public final class Quarantine {
    public static final String FILE = "quarantine.jsonl";
    /** Of this process: several runs may end at once. */
    private static final Object WRITING = new Object();

    private final Path store;
    private final Path file;

    public Quarantine(Path store) {
        this.store = store;
        this.file = store.resolve(FILE);
    }

    /** All that is kept, what came first first, ignored items included. */
    public List<Withheld> all() {
        return List.copyOf(read().values());
    }

    /** What a person should look at. */
    public List<Withheld> kept() {
        return all().stream().filter(withheld -> !withheld.ignored()).toList();
    }

    /** The item of that name, which may be cut short as long as it is the only one that begins so. */
    public Optional<Withheld> find(String id) {
        List<Withheld> found = id.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(withheld -> withheld.id().startsWith(id))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Hears no more of an item until its content changes. */
    public void ignore(Withheld withheld) {
        change(items -> items.computeIfPresent(withheld.id(), (id, kept) -> kept.ignored(true)));
    }

    /** Takes in and out, by the names of items, and writes it down if anything is another one afterwards. */
    void change(Consumer<SequencedMap<String, Withheld>> change) {
        synchronized (WRITING) {
            SequencedMap<String, Withheld> items = read();
            SequencedMap<String, Withheld> before = new LinkedHashMap<>(items);
            change.accept(items);
            if (!items.equals(before)) {
                write(items);
            }
        }
    }

    private void write(Map<String, Withheld> items) {
        StringBuilder text = new StringBuilder();
        Stream.concat(
                        items.values().stream().map(WithheldLine::of),
                        lines().stream().filter(line -> WithheldLine.read(line).isEmpty()))
                .forEach(line -> text.append(line).append('\n'));
        DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        DurableFiles.deleteTree(store.resolve(EarlierQuarantine.FOLDER));
    }

    private SequencedMap<String, Withheld> read() {
        SequencedMap<String, Withheld> items = new LinkedHashMap<>();
        Stream.concat(
                        lines().stream().map(WithheldLine::read).flatMap(Optional::stream),
                        EarlierQuarantine.read(store).stream())
                .forEach(item -> items.putIfAbsent(item.id(), item));
        return items;
    }

    private List<String> lines() {
        return DurableFiles.lines(file);
    }
}
