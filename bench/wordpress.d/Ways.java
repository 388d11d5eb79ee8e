import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares what was read of one blog several ways: {@code Ways WHEN WANT.json NAMES WAY=EXPORT.nq...}.
 *
 * <p>Each export is held against what a person reads there; the name of each summary against those of the other ways,
 * and against NAMES, which keeps the name of each address from one call to the next. Prints every difference and a
 * table; exit code 1 where there is one. A summary of what WANT calls gone is no difference.
 */
final class Ways {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Post> posts = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();
    private final List<String> gone = new ArrayList<>();
    private boolean differs;

    private record Post(String address, Wanted wanted) {}

    public static void main(String[] arguments) throws IOException {
        Ways ways = new Ways();
        JsonNode want = JSON.readTree(Path.of(arguments[1]).toFile());
        for (JsonNode post : want.path("posts")) {
            ways.posts.add(new Post(post.path("address").asText(), Wanted.of(post)));
        }
        want.path("gone").forEach(title -> ways.gone.add(Summary.flat(title.asText())));
        Path names = Path.of(arguments[2]);
        if (Files.exists(names)) {
            Files.readAllLines(names)
                    .forEach(line -> ways.names.put(line.replaceFirst(" .*", ""), line.replaceFirst(".* ", "")));
        }
        List<String> rows = new ArrayList<>();
        for (String way : Arrays.asList(arguments).subList(3, arguments.length)) {
            String[] parts = way.split("=", 2);
            rows.add(ways.row(arguments[0], parts[0], Summary.of(Path.of(parts[1]))));
        }
        Files.write(
                names,
                ways.names.entrySet().stream()
                        .map(name -> name.getKey() + " " + name.getValue())
                        .toList());
        StringBuilder head = new StringBuilder("| blog | way | posts | all right | extra | name |");
        Wanted.FIELDS.forEach(field -> head.append(" ").append(field).append(" |"));
        System.out.println(head);
        System.out.println("|---".repeat(6 + Wanted.FIELDS.size()) + "|");
        rows.forEach(System.out::println);
        System.exit(ways.differs ? 1 : 0);
    }

    private String row(String when, String way, List<Summary> summaries) {
        List<Summary> left = new ArrayList<>(summaries);
        Map<String, Integer> right = new HashMap<>();
        int published = 0;
        int whole = 0;
        for (Post post : posts) {
            Optional<Summary> found = take(left, post);
            if (found.isEmpty()) {
                tell(when, way, post.wanted().title(), "absent", "");
                continue;
            }
            published++;
            Map<String, String> wrong =
                    new LinkedHashMap<>(post.wanted().differences(found.get()));
            String name = names.computeIfAbsent(post.address(), address -> found.get().iri());
            if (!name.equals(found.get().iri())) {
                wrong.put("name", found.get().iri() + " for " + name);
            }
            wrong.forEach((field, difference) -> tell(when, way, post.wanted().title(), field, difference));
            Wanted.FIELDS.stream()
                    .filter(field -> !wrong.containsKey(field))
                    .forEach(field -> right.merge(field, 1, Integer::sum));
            right.merge("name", wrong.containsKey("name") ? 0 : 1, Integer::sum);
            whole += wrong.isEmpty() ? 1 : 0;
        }
        // a post that the blog shows no longer stays published until somebody takes it away
        left.removeIf(summary -> gone.contains(summary.title()));
        left.forEach(extra -> tell(when, way, extra.title(), "extra", extra.iri()));
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %d of %d | %d | %d | %d |",
                when,
                way,
                published,
                posts.size(),
                whole,
                left.size(),
                right.getOrDefault("name", 0)));
        Wanted.FIELDS.forEach(
                field -> row.append(" ").append(right.getOrDefault(field, 0)).append(" |"));
        return row.toString();
    }

    /** The summary of that title; of several the one that cites the work or has the day, since titles are used again. */
    private static Optional<Summary> take(List<Summary> left, Post post) {
        Optional<Summary> taken = left.stream()
                .filter(post.wanted()::isTitled)
                .filter(one -> one.citation().equals(post.wanted().citation()))
                .findFirst()
                .or(() -> left.stream()
                        .filter(post.wanted()::isTitled)
                        .filter(one -> one.date().equals(post.wanted().date()))
                        .findFirst())
                .or(() -> left.stream().filter(post.wanted()::startsLike).findFirst());
        taken.ifPresent(left::remove);
        return taken;
    }

    private void tell(String when, String way, String title, String what, String difference) {
        differs = true;
        System.out.println(when + ", " + way + ": '" + Score.cut(title, 50) + "': " + what
                + (difference.isEmpty() ? "" : ": " + difference));
    }
}
