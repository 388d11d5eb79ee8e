import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of text in the mark-up of the blog. */
final class Blocks {
    private final Plan plan;
    private final Words words;
    private final Random random;
    private final String level;
    /** Of footnotes, in this post. */
    private int markers;

    Blocks(Plan plan) {
        this.plan = plan;
        this.words = plan.words;
        this.random = plan.random;
        this.level = plan.headingLevel();
    }

    void newPost() {
        markers = 0;
    }

    Piece table() {
        String[] cells = {
            words.say("outcome"),
            words.say("effect"),
            words.capital(words.any("cond")),
            String.format(words.locale, "d = %.2f", 0.2 + random.nextInt(50) / 100.0),
            words.capital(words.any("treat")),
            String.format(words.locale, "d = %.2f", 0.1 + random.nextInt(30) / 100.0)
        };
        String rows = IntStream.range(0, 3)
                .mapToObj(row -> "<tr><td>" + Html.escape(cells[2 * row]) + "</td><td>"
                        + Html.escape(cells[2 * row + 1]) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return new Piece(Piece.Role.BODY, "<table border=\"1\">\n" + rows + "\n</table>", cells);
    }

    Piece list(Piece.Role role, String section) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            items.add(words.sentence(section));
        }
        String inner = items.stream()
                .map(item -> plan.markup.block("li", inline(List.of(item))))
                .collect(Collectors.joining("\n"));
        return new Piece(role, plan.markup.block("ul", "\n" + inner + "\n"), items);
    }

    Piece heading(Piece.Role role, String text) {
        return new Piece(role, plan.markup.block(level, Html.escape(text)), text);
    }

    Piece block(Piece.Role role, String block, String text) {
        return new Piece(role, plan.markup.block(block, Html.escape(text)), text);
    }

    Piece block(Piece.Role role, String block, List<String> sentences) {
        String html = inline(sentences);
        boolean notes = plan.has(Irregularity.FOOTNOTES) || plan.place == Place.FOOTNOTE;
        if (notes && role == Piece.Role.BODY && markers < 2) {
            markers++;
            html += "<sup><a href=\"#fn" + markers + "\" id=\"ref" + markers + "\">[" + markers + "]</a></sup>";
        }
        return new Piece(role, plan.markup.block(block, html), String.join(" ", sentences));
    }

    /**
     * Sentences as HTML, here and there with emphasis or a link, and with what the blog does to spaces and long words.
     */
    String inline(List<String> sentences) {
        StringBuilder html = new StringBuilder();
        for (String sentence : sentences) {
            String[] parts = sentence.split(" ");
            for (int i = 0; i < parts.length; i++) {
                String part = Html.escape(parts[i]);
                if (plan.has(Irregularity.SOFT_HYPHENS) && part.matches("[a-zäöüß]{9,}")) {
                    part = part.substring(0, 4) + "&shy;" + part.substring(4);
                }
                int draw = random.nextInt(60);
                part = draw == 0
                        ? "<em>" + part + "</em>"
                        : draw == 1
                                ? "<a href=\"https://elsewhere.example/" + i + "\">" + part + "</a>"
                                : draw == 2 ? "<strong>" + part + "</strong>" : part;
                boolean hard = plan.has(Irregularity.NBSP) && random.nextInt(6) == 0;
                html.append(html.isEmpty() ? "" : hard ? "&nbsp;" : " ").append(part);
            }
        }
        return html.toString();
    }
}
