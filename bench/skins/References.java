import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Citations, and what else comes at the end of a post. */
final class References {
    private final Plan plan;
    private final Words words;
    private final Random random;
    private final Blocks blocks;

    References(Plan plan, Blocks blocks) {
        this.plan = plan;
        this.words = plan.words;
        this.random = plan.random;
        this.blocks = blocks;
    }

    /** The study, where the blog cites it. */
    List<Piece> study(Post post) {
        String html = post.study.html(plan.style, plan.etAl, plan.linked);
        String text = Html.text(html);
        Markup markup = plan.markup;
        return switch (plan.place) {
            case FIRST, LAST, BEFORE_IMPLICATIONS ->
                List.of(new Piece(Piece.Role.CITATION, markup.block("p", html), text));
            case HEADING, HEADING_FIRST ->
                List.of(
                        blocks.heading(Piece.Role.NONE, words.say("reference")),
                        new Piece(Piece.Role.CITATION, markup.block("p", html), text));
            case OTHER_HEADING ->
                List.of(
                        blocks.heading(Piece.Role.NONE, words.say("reference2")),
                        new Piece(Piece.Role.CITATION, markup.block("p", html), text));
            case INLINE_LAST -> List.of(labelled(words.say("inline"), html, text));
            case INLINE_FIRST -> List.of(labelled(words.say("inline2"), html, text));
            case LINK -> {
                String bare = post.study.html(plan.style, plan.etAl, false);
                String address = post.study.doi().isEmpty()
                        ? "https://journal.example/" + post.slug
                        : "https://doi.org/" + post.study.doi();
                yield List.of(new Piece(
                        Piece.Role.CITATION, markup.block("p", "<a href=\"" + address + "\">" + bare + "</a>"), text));
            }
            case BOX -> {
                String head = plan.boxHeading.isEmpty() ? "" : markup.block("b", Html.escape(plan.boxHeading));
                yield List.of(
                        new Piece(Piece.Role.CITATION, markup.block("box", head + markup.block("p", html)), text));
            }
            case FOOTNOTE, NONE -> List.of();
        };
    }

    private Piece labelled(String label, String html, String text) {
        return new Piece(
                Piece.Role.CITATION,
                plan.markup.block("p", "<strong>" + Html.escape(label) + ":</strong> " + html),
                text);
    }

    /** Footnotes and works beside the study. */
    List<Piece> others(Post post) {
        List<Piece> pieces = new ArrayList<>();
        if (plan.place == Place.FOOTNOTE || plan.has(Irregularity.FOOTNOTES)) {
            List<String> notes = new ArrayList<>();
            if (plan.place == Place.FOOTNOTE) {
                notes.add(post.study.html(plan.style, plan.etAl, plan.linked));
                pieces.add(new Piece(Piece.Role.CITATION, "", post.study.text(plan.style, plan.etAl)));
            } else {
                String note = words.sentence("discussion");
                notes.add(Html.escape(note));
                pieces.add(new Piece(Piece.Role.OPTIONAL, "", note));
            }
            String second = words.sentence("discussion");
            notes.add(Html.escape(second));
            pieces.add(new Piece(Piece.Role.OPTIONAL, "", second, "[1]", "[2]", words.say("footnotes"), "↩"));
            StringBuilder html = new StringBuilder(
                    plan.chance(2)
                            ? "<hr>"
                            : blocks.heading(Piece.Role.NONE, words.say("footnotes"))
                                    .html());
            html.append("<ol>");
            for (int i = 0; i < notes.size(); i++) {
                html.append("<li id=\"fn")
                        .append(i + 1)
                        .append("\">")
                        .append(notes.get(i))
                        .append(" <a href=\"#ref")
                        .append(i + 1)
                        .append("\">↩</a></li>\n");
            }
            pieces.add(new Piece(Piece.Role.NONE, html + "</ol>"));
        }
        if (plan.has(Irregularity.FURTHER_READING)) {
            pieces.add(blocks.heading(Piece.Role.NONE, words.say("further")));
            for (int i = 0; i < 2; i++) {
                pieces.add(new Piece(
                        Piece.Role.NONE,
                        plan.markup.block("p", background(post).html(plan.style, plan.etAl, plan.linked))));
            }
        }
        if (plan.has(Irregularity.REFERENCES_BESIDE)) {
            pieces.add(blocks.heading(Piece.Role.NONE, words.say("list")));
            for (int i = 0; i < 3; i++) {
                Work work = background(post);
                pieces.add(new Piece(
                        Piece.Role.ALSO_CITED,
                        plan.markup.block("p", work.html(plan.style, plan.etAl, plan.linked)),
                        work.text(plan.style, plan.etAl)));
            }
        }
        return pieces;
    }

    private Work background(Post post) {
        return Work.of(
                words.sentence("background"), words.any("journal"), post.study.year() - 2 - random.nextInt(15), random);
    }

    List<Piece> disclosure() {
        if (!plan.has(Irregularity.DISCLOSURE)) {
            return List.of();
        }
        return List.of(
                blocks.heading(Piece.Role.NONE, words.say("disclosure")),
                new Piece(Piece.Role.NONE, plan.markup.block("p", Html.escape(words.say("disclosureText")))));
    }

    /** Lines that systems and people put below a text. */
    List<Piece> ends(Post post) {
        List<Piece> pieces = new ArrayList<>();
        if (plan.has(Irregularity.PHOTO_BY)) {
            String credit = "<em>" + Html.escape(String.format(words.say("photo"), Work.person(random))) + "</em>";
            pieces.add(new Piece(Piece.Role.NONE, plan.markup.block("p", credit)));
        }
        if (plan.has(Irregularity.OTHER_LANGUAGES)) {
            String languages = List.of(words.say("languageNames").split("\\|")).stream()
                    .map(name -> Html.link("/x/", name))
                    .collect(Collectors.joining(", "));
            pieces.add(new Piece(
                    Piece.Role.NONE,
                    plan.markup.block("p", Html.escape(plan.chrome(words.say("languages"))) + " " + languages)));
        }
        if (plan.has(Irregularity.APPEARED_FIRST)) {
            String line = String.format(
                    Html.escape(words.say("first")),
                    Html.link("/" + post.slug + ".html", post.title),
                    Html.link("/", plan.site));
            pieces.add(new Piece(Piece.Role.NONE, plan.markup.block("p", line)));
        }
        return pieces;
    }

    /** Links to other posts amid the text. */
    Piece alsoLike() {
        String label = plan.chrome(words.say("also"));
        List<String> links = List.of(
                Html.link("/o1.html", words.sentence("question")), Html.link("/o2.html", words.sentence("plain")));
        String html = plan.chance(2)
                ? plan.markup.block("p", "<strong>" + Html.escape(label) + ":</strong> " + links.get(0))
                : "<div class=\"" + (plan.chance(2) ? "inline-related" : "x81") + "\"><h4>" + Html.escape(label)
                        + "</h4><ul><li>" + String.join("</li><li>", links) + "</li></ul></div>";
        return new Piece(Piece.Role.NONE, html);
    }
}
