import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a store of any size from a small one: real graphs under other names. Topics, types and all that is no summary stay
 * as they are; months, titles, works, people and venues differ.
 */
final class Scale {
    /** Statements of a summary: 145 on the average of the sample archive's. */
    private static final int LEAST = 100;

    private static final int MOST = 300;
    /** Of the longest graphs, two become one of some 850 statements. */
    private static final int LONGEST = 2;

    /** @param arguments the small store, how many summaries, light or dense, and an empty folder */
    public static void main(String[] arguments) throws IOException {
        Path small = Path.of(arguments[0]);
        int number = Integer.parseInt(arguments[1]);
        Path large = Path.of(arguments[3]);
        try (GraphArchive from = GraphArchive.openForReading(small);
                GraphArchive to = GraphArchive.open(large);
                ArchiveBatch batch = to.batch()) {
            List<Pattern> patterns = arguments[2].equals("dense") ? dense(from) : light(from);
            for (ArchiveEntry row : from.entries()) {
                if (!row.isRead()) {
                    batch.put(from.read(row));
                }
            }
            long quads = 0;
            for (int i = 0; i < number; i++) {
                Pattern pattern = patterns.get(i % patterns.size());
                NamedGraph graph = new Renaming(pattern.graph(), i, patterns.size(), number).renamed();
                quads += graph.graph().size();
                batch.put(
                        graph,
                        new Origin(
                                digest(graph.name()),
                                digest(graph.name() + " content"),
                                pattern.row().snapshot(),
                                List.of("copy " + i)));
            }
            batch.commit();
            copy(small.resolve("snapshots"), large.resolve("snapshots"));
            System.out.printf("%,d summaries of %,d quads on the average in %s%n", number, quads / number, large);
        }
    }

    /** A graph that others are made of. */
    private record Pattern(ArchiveEntry row, NamedGraph graph) {}

    private static List<Pattern> light(GraphArchive from) {
        return patterns(from).stream()
                .filter(pattern -> pattern.graph().graph().size() >= LEAST
                        && pattern.graph().graph().size() <= MOST)
                .toList();
    }

    private static List<Pattern> dense(GraphArchive from) {
        List<Pattern> longest = patterns(from).stream()
                .sorted((a, b) -> b.graph().graph().size() - a.graph().graph().size())
                .limit(LONGEST)
                .toList();
        NamedGraph one = longest.getFirst().graph();
        return List.of(new Pattern(
                longest.getFirst().row(), Renaming.both(one, longest.getLast().graph())));
    }

    private static List<Pattern> patterns(GraphArchive from) {
        List<Pattern> patterns = new ArrayList<>();
        for (ArchiveEntry row : from.entries()) {
            if (row.isRead()) {
                patterns.add(new Pattern(row, from.read(row)));
            }
        }
        return patterns;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
