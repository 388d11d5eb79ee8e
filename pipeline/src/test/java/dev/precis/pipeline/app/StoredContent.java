package dev.precis.pipeline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the files of a store say, whoever wrote them when: every file by its path in the store, with its text. */
final class StoredContent {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";

    private StoredContent() {}

    static SortedMap<String, String> graphs(SortedMap<String, String> store) {
        return store.entrySet().stream()
                .filter(file -> file.getKey().startsWith("graphs/"))
                .collect(Collectors.toMap(
                        SortedMap.Entry::getKey, SortedMap.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** What a store says, but for when, a line each: nothing of this may be lost, doubled or half. */
    static List<String> told(SortedMap<String, String> store) {
        return store.entrySet().stream()
                .flatMap(file -> told(file.getKey(), file.getValue()).map(line -> file.getKey() + ": " + line))
                .sorted()
                .toList();
    }

    private static Stream<String> told(String name, String text) {
        if (name.matches("(graphs|removed|absences|layouts)/.*|(register|quarantine)\\.jsonl")) {
            return timeless(text);
        }
        return switch (name) {
            // how it was asked for, and the instants in the answers, are of the run that wrote it down
            case "captures.jsonl" -> timeless(text).map(line -> line.replaceAll(",\"request\".*", ""));
            case "former-names.jsonl" -> timeless(text).distinct(); // each as often as it was let go
            default -> name.startsWith("snapshots/") ? Stream.of("") : Stream.empty();
        };
    }

    /** The lines of a file without instants, and without the first that has a digest of the others. */
    private static Stream<String> timeless(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("{\"format\"") && !line.isEmpty())
                .map(line -> line.replaceAll(INSTANT, "T"));
    }

    /** The lines that are not among others, each as often as it is there more often. */
    static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }
}
