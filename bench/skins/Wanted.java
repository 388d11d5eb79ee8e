import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A post as a careful reader reads it, and what a summary has otherwise: the comparisons of the blogs' own scorer, and
 * two allowances: {@code optional} texts may stand in the body or not, {@code citationAlso} works may be cited or not.
 */
record Wanted(
        String title,
        String date,
        String author,
        List<String> citation,
        List<String> citationAlso,
        List<String> body,
        List<String> implications,
        List<String> optional,
        List<String> topics) {
    static final List<String> FIELDS = List.of("title", "date", "author", "citation", "body", "implications", "topics");

    static Wanted of(JsonNode post) {
        return new Wanted(
                Summary.flat(post.path("title").asText()),
                post.path("date").asText(),
                post.path("author").asText(),
                texts(post, "citation"),
                texts(post, "citationAlso"),
                texts(post, "body"),
                texts(post, "implications"),
                texts(post, "optional"),
                texts(post, "topics"));
    }

    private static List<String> texts(JsonNode post, String key) {
        List<String> texts = new ArrayList<>();
        post.path(key).forEach(text -> texts.add(Summary.flat(text.asText())));
        return texts;
    }

    /** Whether the summary is this post's, of two that it could be by title or by first words. */
    boolean isTitled(Summary summary) {
        return summary.title().equals(title);
    }

    boolean startsLike(Summary summary) {
        String start = title.substring(0, Math.min(30, title.length()));
        return summary.title().contains(start)
                || summary.body().stream().limit(2).anyMatch(line -> line.contains(start));
    }

    /** Field to what differs; empty where all is right. */
    Map<String, String> differences(Summary got) {
        Map<String, String> wrong = new LinkedHashMap<>();
        put(wrong, "title", same(title, got.title()));
        put(wrong, "date", same(date, got.date()));
        put(wrong, "author", same(author.isEmpty() ? List.of() : List.of(author), got.author()));
        put(
                wrong,
                "citation",
                same(
                        citation.stream().sorted().toList(),
                        got.citation().stream()
                                .filter(c -> !citationAlso.contains(c))
                                .toList()));
        put(wrong, "body", texts(body, got.body()));
        put(wrong, "implications", texts(implications, got.implications()));
        put(wrong, "topics", same(topics.stream().sorted().toList(), got.topics()));
        return wrong;
    }

    private static void put(Map<String, String> wrong, String field, String difference) {
        if (!difference.isEmpty()) {
            wrong.put(field, difference);
        }
    }

    private static String same(Object want, Object got) {
        return want.equals(got)
                ? ""
                : "'" + Score.cut(got.toString(), 140) + "' for '" + Score.cut(want.toString(), 140) + "'";
    }

    private String texts(List<String> want, List<String> got) {
        String joined = String.join(" ", got);
        List<String> missing =
                want.stream().filter(text -> !joined.contains(text)).toList();
        String rest = without(without(joined, want), optional);
        return missing.isEmpty() && rest.isBlank()
                ? ""
                : "missing " + missing.size() + " of " + want.size() + " "
                        + missing.stream().limit(2).map(m -> Score.cut(m, 50)).toList() + " extra '"
                        + Score.cut(Summary.flat(rest), 120) + "'";
    }

    private static String without(String text, List<String> parts) {
        String rest = text;
        for (String part : parts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            int at = rest.indexOf(part);
            rest = at < 0 ? rest : rest.substring(0, at) + " " + rest.substring(at + part.length());
        }
        return rest;
    }
}
