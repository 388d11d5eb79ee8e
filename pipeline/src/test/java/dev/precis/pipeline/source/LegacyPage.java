package dev.precis.pipeline.source;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page of the {@link LegacySite}: some posts, under the months that they were written in. */
final class LegacyPage {
    /** The filters that pages link to; the others exist all the same. */
    private static final SequencedMap<String, String> LINKED = new TreeMap<>(Map.of(
            "cat_1=24", "Single studies",
            "cat_1=25", "Meta-analyses",
            "cat_2=11", "Adherance",
            "cat_2=12", "Alliance and Therapeutic Relationship",
            "cat_2=18", "CT and CBT"));

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private LegacyPage() {}

    /** Filter links keep the page number and the other filter; the third type has no link at all. */
    static String html(int page, List<String> filters, List<LegacySite.Post> posts) {
        StringBuilder html =
                new StringBuilder("<html><body><h1>Blog</h1><a href=\"/pprnet/blog\">ALL Topics (clear)</a>\n");
        for (String filter : LINKED.keySet()) {
            String others = filters.stream()
                    .filter(other -> !other.startsWith(filter.substring(0, 5)))
                    .map(other -> "&amp;" + other)
                    .collect(Collectors.joining());
            html.append("<a href=\"/pprnet/blog?p=%d%s&amp;%s\">%s</a>\n"
                    .formatted(page, others, filter, LINKED.get(filter)));
        }
        String month = "";
        for (LegacySite.Post post : posts) {
            String heading = MONTH.format(post.month());
            html.append(heading.equals(month) ? "" : "<h2>" + heading + "</h2>\n");
            html.append(post(post));
            month = heading;
        }
        String more = filters.stream().map(filter -> "&amp;" + filter).collect(Collectors.joining());
        html.append("<a href=\"?p=").append(page + 1).append(more).append("\">next</a>");
        return html.append("<a href=\"/pprnet/about\">About</a><a href=\"/pprnet/blog/admin\">Admin</a></body></html>")
                .toString();
    }

    private static String post(LegacySite.Post post) {
        return """
            <h3>%s</h3>
            <p>Author, A. B., &amp; Other, C. (%d). %s <em>Journal of Examples, 12</em>, 34-56.</p>
            <p>This summary of %s tells what the study asked and how it went about it.</p>
            <h4>Practice Implications</h4>
            <p>Therapists may ask the same question.</p>
            """.formatted(post.title(), post.month().getYear(), post.title(), post.title());
    }
}
