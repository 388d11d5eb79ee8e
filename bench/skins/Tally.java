import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures of the posts of one kind. */
final class Tally {
    final String name;
    private int posts;
    private int right;
    private int withheld;
    private int phantoms;
    private final Map<String, Integer> rightFields = new HashMap<>();
    private final List<String> examples = new ArrayList<>();

    Tally(String name) {
        this.name = name;
    }

    /** A wanted post; {@code wrong} is empty where it was not published. */
    void post(String place, Optional<Map<String, String>> wrong) {
        posts++;
        if (wrong.isEmpty()) {
            withheld++;
            examples.add(place + "absent");
            return;
        }
        right += wrong.get().isEmpty() ? 1 : 0;
        Wanted.FIELDS.stream()
                .filter(field -> !wrong.get().containsKey(field))
                .forEach(field -> rightFields.merge(field, 1, Integer::sum));
        wrong.get().forEach((field, difference) -> examples.add(place + field + ": " + difference));
    }

    void phantom(String line) {
        phantoms++;
        examples.add(line);
    }

    double share() {
        return (double) right / Math.max(1, posts) - (double) phantoms / 1000 / Math.max(1, posts);
    }

    List<String> examples(int many) {
        // spread over all that differ, the same ones each time
        int step = Math.max(1, examples.size() / Math.max(1, many));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < examples.size() && some.size() < many; i += step) {
            some.add(examples.get(i));
        }
        return some;
    }

    String line() {
        int published = posts - withheld;
        return String.format(
                Locale.ROOT,
                "%d posts, right in all fields %d (%s), wrong %d (%s), withheld %d (%s), phantoms %d; right of %d"
                        + " published: %s",
                posts,
                right,
                Score.percent(right, posts),
                published - right,
                Score.percent(published - right, posts),
                withheld,
                Score.percent(withheld, posts),
                phantoms,
                published,
                Wanted.FIELDS.stream()
                        .map(field -> field + " " + rightFields.getOrDefault(field, 0))
                        .collect(Collectors.joining(", ")));
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-26s %5d %8s %7d %8d %8d  %s",
                name,
                posts,
                Score.percent(right, posts),
                posts - withheld - right,
                withheld,
                phantoms,
                Wanted.FIELDS.stream()
                        .map(field -> String.format(
                                Locale.ROOT,
                                "%12s",
                                Score.percent(rightFields.getOrDefault(field, 0), posts - withheld)))
                        .collect(Collectors.joining()));
    }

    static String head() {
        return String.format(
                "%-26s %5s %8s %7s %8s %8s  %s",
                "",
                "posts",
                "right",
                "wrong",
                "withheld",
                "phantoms",
                Wanted.FIELDS.stream()
                        .map(field -> String.format("%12s", field))
                        .collect(Collectors.joining()));
    }
}
