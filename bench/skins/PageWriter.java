import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts posts into the pages of a mark-up. */
final class PageWriter {
    private final Plan plan;
    private final Words words;
    private final Furniture furniture;
    private final String separator;
    private final boolean byInList;

    PageWriter(Plan plan) {
        this.plan = plan;
        this.words = plan.words;
        this.furniture = new Furniture(plan);
        this.separator = List.of(" | ", " - ", " – ", " » ").get(plan.random.nextInt(4));
        this.byInList = plan.form == Plan.Form.LIST || plan.form == Plan.Form.POSTS_AND_LIST;
    }

    String single(Post post, List<Post> all) {
        Map<String, String> values = entry(post, true);
        values.putAll(frame(post, all));
        values.put("main", plan.markup.part("single", values));
        return plan.markup.part("page", values);
    }

    String list(List<Post> posts, boolean excerpts, List<Post> all) {
        String entries = posts.stream()
                .map(post -> {
                    Map<String, String> values = entry(post, false);
                    if (excerpts) {
                        String more = " [&hellip;] <a class=\"more-link\" href=\"" + address(post) + "\">"
                                + Html.escape(plan.chrome(words.say("more"))) + "</a>";
                        values.put("content", plan.markup.block("p", Html.escape(post.excerpt) + more));
                        values.put("end", "");
                        values.put("underTitle", "");
                    }
                    return plan.markup.part("entry", values);
                })
                .collect(Collectors.joining("\n"));
        Map<String, String> values = frame(null, all);
        values.put("entries", entries);
        values.put("heading", words.say("blog"));
        values.put("main", plan.markup.has("list") ? plan.markup.part("list", values) : entries);
        return plan.markup.part("page", values);
    }

    /** A page that is no post. */
    String other(String word, List<Post> all) {
        Map<String, String> values = frame(null, all);
        values.put("documentTitle", Html.escape(words.say(word) + separator + plan.site));
        values.put(
                "main",
                "<h1>" + Html.escape(words.say(word)) + "</h1>"
                        + plan.markup.block("p", Html.escape(words.say(word + "Text"))));
        return plan.markup.part("page", values);
    }

    private String address(Post post) {
        return plan.permalinks ? plan.home + post.time.getYear() + "/" + post.slug + "/" : "/" + post.slug + ".html";
    }

    private Map<String, String> frame(Post post, List<Post> all) {
        Map<String, String> values = new HashMap<>();
        boolean suffix = plan.has(Irregularity.TITLE_SUFFIX)
                || plan.markup.setting("suffix", "yes").equals("yes") && plan.id.hashCode() % 3 != 0;
        values.put("lang", plan.languageTag());
        values.put("charset", plan.has(Irregularity.WINDOWS_1252) ? "windows-1252" : "utf-8");
        values.put("site", Html.escape(plan.site));
        values.put("home", plan.home);
        values.put(
                "documentTitle",
                Html.attribute(post == null ? plan.site : suffix ? post.title + separator + plan.site : post.title));
        values.put("head", post == null ? "" : head(post));
        values.put("top", furniture.top(post));
        values.put("sidebar", furniture.sidebar(all));
        values.put("below", post == null ? "" : furniture.below(all));
        for (String word : List.of("home", "blog", "about", "contact", "rights", "search", "menu", "skip")) {
            values.put("say." + word, Html.escape(words.say(word)));
        }
        return values;
    }

    private Map<String, String> entry(Post post, boolean single) {
        Map<String, String> values = new HashMap<>();
        String date =
                plan.odd.stream().anyMatch(Irregularity::onlyInHead) ? "" : Html.escape(Dates.shown(post.time, plan));
        boolean before = plan.has(Irregularity.DATE_BEFORE_TITLE);
        values.put("title", Html.escape(post.title));
        values.put(
                "titleAttribute",
                Html.attribute(plan.has(Irregularity.TITLE_SUFFIX) ? post.title + separator + plan.site : post.title));
        values.put("url", address(post));
        values.put("lang", plan.languageTag());
        values.put("slug", post.slug);
        values.put("iso", Dates.iso(post.time));
        values.put("day", post.time.toLocalDate().toString());
        values.put(before ? "dateBefore" : "date", date);
        values.put("dateAnywhere", date);
        values.put("posted", Html.escape(words.say("posted")));
        values.put(
                "by", plan.has(Irregularity.BYLINE_CAPS) ? words.say("by").toUpperCase(words.locale) : words.say("by"));
        values.put(
                "author",
                plan.has(Irregularity.AUTHOR_ONLY_IN_BOX) || !single && !byInList ? "" : Html.escape(post.author));
        values.put("content", post.content());
        values.put("underTitle", furniture.underTitle());
        values.put("end", furniture.end(post, single));
        if (!post.topics.isEmpty()) {
            values.put("topicsLabel", Html.escape(words.say("topics")));
            values.put(
                    "topicLinks",
                    post.topics.stream()
                            .map(topic -> "<a href=\"/topic/x/\" rel=\"" + plan.markup.setting("rel", "tag") + "\">"
                                    + Html.escape(topic) + "</a>")
                            .collect(Collectors.joining(", ")));
            values.put("topicsPlain", Html.escape(String.join(", ", post.topics)));
        }
        if (plan.has(Irregularity.DATE_ONLY_MICRODATA)) {
            values.put(
                    "content",
                    "<meta itemprop=\"datePublished\" content=\"" + post.time.toLocalDate() + "\">"
                            + values.get("content"));
            values.put("scope", " itemscope itemtype=\"https://schema.org/BlogPosting\"");
        }
        return values;
    }

    private String head(Post post) {
        StringBuilder head = new StringBuilder();
        String title =
                Html.attribute(plan.has(Irregularity.TITLE_SUFFIX) ? post.title + separator + plan.site : post.title);
        if (plan.permalinks) {
            head.append("<link rel=\"canonical\" href=\"").append(address(post)).append("\">\n");
        }
        boolean openGraph = (plan.head & 1) == 1 || plan.has(Irregularity.DATE_ONLY_OPENGRAPH);
        boolean json =
                (plan.head & 2) == 2 && !plan.has(Irregularity.BYLINE_CAPS) || plan.has(Irregularity.DATE_ONLY_JSON_LD);
        if (openGraph) {
            head.append("<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:title\" content=\"")
                    .append(title)
                    .append("\">\n")
                    .append("<meta property=\"og:site_name\" content=\"")
                    .append(Html.attribute(plan.site))
                    .append("\">\n")
                    .append("<meta property=\"article:published_time\" content=\"")
                    .append(Dates.iso(post.time))
                    .append("\">\n")
                    .append("<meta property=\"article:modified_time\" content=\"")
                    .append(Dates.iso(post.time.plusDays(77)))
                    .append("\">\n");
        }
        if (json) {
            String author = post.author.isEmpty() || plan.has(Irregularity.BYLINE_CAPS)
                    ? ""
                    : ",\"author\":{\"@type\":\"Person\",\"name\":\"" + post.author + "\"}";
            head.append(
                            "<script"
                                + " type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\",\"headline\":\"")
                    .append(post.title.replace("\"", "\\\""))
                    .append("\",\"datePublished\":\"")
                    .append(Dates.iso(post.time))
                    .append("\",\"dateModified\":\"")
                    .append(Dates.iso(post.time.plusDays(77)))
                    .append("\"")
                    .append(author)
                    .append("}</script>\n");
        }
        if (plan.has(Irregularity.DATE_ONLY_CITATION_META)) {
            head.append(
                    plan.bothImplications
                            ? "<meta name=\"citation_publication_date\" content=\""
                                    + post.time.toLocalDate().toString().replace('-', '/') + "\">\n"
                            : "<meta name=\"dc.date\" content=\"" + post.time.toLocalDate() + "\">\n");
        }
        return head.toString();
    }
}
