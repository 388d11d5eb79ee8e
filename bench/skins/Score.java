import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores how generated blogs were read: {@code Score EXPORT.nq BLOGS [--by] [--examples N] [--all]}.
 *
 * <p>BLOGS is the folder of the generated folders, or one such folder. {@code --by} tells the figures for each mark-up,
 * irregularity, place of the citation, style, language and form, worst first; {@code --examples} how many differences
 * of each; {@code --all} prints every difference. The last line has the sums.
 */
final class Score {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tally sum = new Tally("all");
    private final Tallies tallies = new Tallies();
    private final boolean all;

    private Score(boolean all) {
        this.all = all;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        Score score = new Score(options.contains("--all"));
        List<Summary> summaries = Summary.of(Path.of(arguments[0]));
        for (Path blog : blogs(Path.of(arguments[1]))) {
            score.blog(blog, summaries);
        }
        if (options.contains("--by")) {
            int at = options.indexOf("--examples");
            score.tallies.print(at < 0 ? 2 : Integer.parseInt(options.get(at + 1)));
        }
        System.out.println(score.sum.line());
    }

    private static List<Path> blogs(Path folder) throws IOException {
        if (Files.exists(folder.resolve("want.json"))) {
            return List.of(folder);
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(blog -> Files.exists(blog.resolve("want.json")))
                    .sorted()
                    .toList();
        }
    }

    private void blog(Path blog, List<Summary> summaries) throws IOException {
        String name = blog.getFileName().toString();
        List<Summary> left = new ArrayList<>(summaries.stream()
                .filter(summary -> summary.iri().contains("/" + name + "/"))
                .toList());
        Path kinds = blog.resolve("kinds.json");
        List<Tally> touched = new ArrayList<>(List.of(sum));
        touched.addAll(tallies.of(Files.exists(kinds) ? JSON.readTree(kinds.toFile()) : JSON.createObjectNode()));
        List<Wanted> posts = new ArrayList<>();
        for (JsonNode post : JSON.readTree(blog.resolve("want.json").toFile()).path("posts")) {
            posts.add(Wanted.of(post));
        }
        // those found by their whole title first, so that no post takes the summary of another
        Map<Wanted, Summary> found = new java.util.IdentityHashMap<>();
        posts.forEach(post -> take(left, post::isTitled).ifPresent(summary -> found.put(post, summary)));
        posts.stream()
                .filter(post -> !found.containsKey(post))
                .forEach(post -> take(left, post::startsLike).ifPresent(summary -> found.put(post, summary)));
        for (Wanted post : posts) {
            Optional<Map<String, String>> wrong =
                    Optional.ofNullable(found.get(post)).map(post::differences);
            String place = name + ": '" + cut(post.title(), 50) + "': ";
            touched.forEach(tally -> tally.post(place, wrong));
            if (all) {
                wrong.ifPresentOrElse(
                        fields -> fields.forEach(
                                (field, difference) -> System.out.println(place + field + ": " + difference)),
                        () -> System.out.println(place + "absent"));
            }
        }
        for (Summary phantom : left) {
            String line = name + ": phantom '" + cut(phantom.title(), 70) + "' " + phantom.date();
            touched.forEach(tally -> tally.phantom(line));
            if (all) {
                System.out.println(line);
            }
        }
    }

    private static Optional<Summary> take(List<Summary> left, java.util.function.Predicate<Summary> which) {
        Optional<Summary> taken = left.stream().filter(which).findFirst();
        taken.ifPresent(left::remove);
        return taken;
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    static String percent(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
