import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What surrounds a post: boxes that tell by their classes what they are, or do not, or are cells of a table. */
final class Furniture {
    private static final Map<String, String> TELLING = Map.ofEntries(
            Map.entry("cookies", "cookie-notice"),
            Map.entry("crumbs", "breadcrumbs"),
            Map.entry("share", "share-buttons sharedaddy"),
            Map.entry("author", "author-box author-bio"),
            Map.entry("related", "related-posts"),
            Map.entry("comments", "comments-area"),
            Map.entry("comment", "comment"),
            Map.entry("newsletter", "newsletter-signup"),
            Map.entry("tags", "tagcloud"),
            Map.entry("recent", "widget widget_recent_entries"),
            Map.entry("nav", "post-navigation"),
            Map.entry("time", "reading-time"));

    private final Plan plan;
    private final Words words;
    private final Random random;

    Furniture(Plan plan) {
        this.plan = plan;
        this.words = plan.words;
        this.random = plan.random;
    }

    private String box(String kind, String inner) {
        return switch (plan.markup.setting("furniture", "telling")) {
            case "telling" -> "<div class=\"" + TELLING.get(kind) + "\">" + inner + "</div>\n";
            case "table" -> "<table width=\"100%\"><tr><td>" + inner + "</td></tr></table>\n";
            default -> "<div class=\"c" + Integer.toHexString(kind.hashCode() & 0xffff) + "\">" + inner + "</div>\n";
        };
    }

    private static String escaped(String text) {
        return Html.escape(text);
    }

    /** Above everything. */
    String top(Post post) {
        StringBuilder html = new StringBuilder();
        if (plan.has(Irregularity.COOKIE_BANNER)) {
            html.append(box(
                    "cookies",
                    "<p>" + escaped(words.say("cookies")) + "</p><button>" + escaped(words.say("accept"))
                            + "</button>"));
        }
        if (plan.has(Irregularity.BREADCRUMBS)) {
            String trail = Html.link("/", words.say("home")) + " » " + Html.link("/blog/", words.say("blog"));
            html.append(box("crumbs", post == null ? trail : trail + " » <span>" + escaped(post.title) + "</span>"));
        }
        if (plan.has(Irregularity.H1_TWICE) && post != null) {
            html.append("<div class=\"hero\"><h1>").append(escaped(post.title)).append("</h1></div>\n");
        }
        return html.toString();
    }

    String underTitle() {
        if (!plan.has(Irregularity.READING_TIME)) {
            return "";
        }
        return box("time", escaped(String.format(words.say("minutes"), 2 + random.nextInt(7))));
    }

    /** Inside of the post's frame, below its text. */
    String end(Post post, boolean single) {
        StringBuilder html = new StringBuilder();
        if (plan.has(Irregularity.SHARE_BUTTONS)) {
            html.append(box(
                    "share",
                    "<h4>" + escaped(plan.chrome(words.say("share")))
                            + "</h4><ul><li><a href=\"#\">Facebook</a></li><li><a"
                            + " href=\"#\">LinkedIn</a></li><li><a href=\"#\">E-mail</a></li></ul>"));
        }
        if (single
                && !post.author.isEmpty()
                && (plan.has(Irregularity.AUTHOR_BOX) || plan.has(Irregularity.AUTHOR_ONLY_IN_BOX))) {
            words.newMatters(post.author);
            String name = escaped(post.author);
            String head = random.nextBoolean()
                    ? "<h4>" + name + "</h4>"
                    : "<h4>" + escaped(words.say("aboutAuthor")) + "</h4><p><strong>" + name + "</strong></p>";
            html.append(box(
                    "author",
                    "<img src=\"/i/a.jpg\" alt=\"\">" + head + "<p>" + escaped(words.sentence("bio")) + "</p>"));
        }
        return html.toString();
    }

    /** Below the post, on its own page. */
    String below(List<Post> others) {
        StringBuilder html = new StringBuilder();
        if (plan.has(Irregularity.PREVIOUS_NEXT)) {
            html.append(box(
                    "nav",
                    Html.link("/p0.html", "← " + words.say("previous")) + " "
                            + Html.link("/p1.html", words.say("next") + " →")));
        }
        if (plan.has(Irregularity.RELATED_POSTS)) {
            words.newMatters("");
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < 2; i++) {
                items.append("<li>")
                        .append("<h4>")
                        .append(Html.link("/r" + i + ".html", words.sentence("plain")))
                        .append("</h4><p>")
                        .append(escaped(String.join(" ", words.paragraph("intro", 60, 260))))
                        .append("</p></li>");
            }
            html.append(box("related", "<h3>" + escaped(words.say("related")) + "</h3><ul>" + items + "</ul>"));
        }
        if (plan.has(Irregularity.COMMENTS) || plan.has(Irregularity.LONG_COMMENTS)) {
            html.append(comments());
        }
        if (plan.has(Irregularity.NEWSLETTER)) {
            html.append(box(
                    "newsletter",
                    "<h3>" + escaped(words.say("newsletter")) + "</h3><p>" + escaped(words.say("newsletterText"))
                            + "</p><form><input type=\"email\"><button>" + escaped(words.say("subscribe"))
                            + "</button></form>"));
        }
        return html.toString();
    }

    private String comments() {
        words.newMatters("");
        StringBuilder all = new StringBuilder("<h3>" + escaped(words.say("comments")) + " (2)</h3>");
        for (int i = 0; i < 2; i++) {
            StringBuilder said = new StringBuilder("<p>" + escaped(words.sentence("comment")) + "</p>");
            if (plan.has(Irregularity.LONG_COMMENTS)) {
                Work work =
                        Work.of(words.sentence("background"), words.any("journal"), 2001 + random.nextInt(18), random);
                said.append("<p>")
                        .append(escaped(String.join(" ", words.paragraph("discussion", 200, 500))))
                        .append("</p><p>")
                        .append(work.html(plan.style, false, false))
                        .append("</p>");
            }
            all.append(box(
                    "comment",
                    "<b>" + Work.person(random) + "</b> " + escaped(words.say("says")) + "<br><small>"
                            + Dates.text(
                                    java.time.LocalDateTime.of(
                                            2023, 1 + random.nextInt(12), 1 + random.nextInt(28), 10, 0),
                                    plan)
                            + "</small>" + said));
        }
        all.append("<h3>").append(escaped(words.say("reply"))).append("</h3><form><textarea></textarea></form>");
        return box("comments", all.toString());
    }

    String sidebar(List<Post> posts) {
        StringBuilder html = new StringBuilder();
        if (plan.has(Irregularity.TAG_CLOUD)) {
            html.append(box(
                    "tags",
                    "<h3>" + escaped(words.say("tags")) + "</h3>"
                            + words.all("topic").stream()
                                    .map(topic -> Html.link("/tag/x/", topic))
                                    .collect(Collectors.joining(" "))));
        }
        if (plan.has(Irregularity.SIDEBAR)) {
            html.append(box(
                    "recent",
                    "<h3>" + escaped(words.say("recent")) + "</h3><ul>"
                            + posts.stream()
                                    .map(post -> "<li>" + Html.link("/" + post.slug + ".html", post.title) + "</li>")
                                    .collect(Collectors.joining())
                            + "</ul><h3>" + escaped(words.say("archives")) + "</h3><ul><li><a href=\"/a/1\">"
                            + Dates.month(posts.get(0).time, plan) + "</a></li></ul>"));
        }
        return html.toString();
    }
}
