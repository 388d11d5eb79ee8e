import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes what stands between the title of a post and its end, and notes what a reader would take each piece for. */
final class PostWriter {
    private final Plan plan;
    private final Words words;
    private final Random random;
    private final References references;
    private final Blocks blocks;

    PostWriter(Plan plan) {
        this.plan = plan;
        this.words = plan.words;
        this.random = plan.random;
        this.blocks = new Blocks(plan);
        this.references = new References(plan, blocks);
    }

    void write(Post post) {
        blocks.newPost();
        List<Piece> pieces = post.pieces;
        if (plan.has(Irregularity.RECEIVED_LINE)) {
            String line = String.format(
                    words.say("received"),
                    Dates.text(post.time.minusDays(200 + random.nextInt(100)), plan),
                    Dates.text(post.time.minusDays(40 + random.nextInt(100)), plan));
            pieces.add(blocks.block(Piece.Role.OPTIONAL, "p", line));
        }
        if (plan.has(Irregularity.UPDATED_LINE)) {
            pieces.add(blocks.block(
                    Piece.Role.OPTIONAL,
                    "p",
                    plan.chrome(words.say("updated")) + ": "
                            + Dates.text(post.time.plusDays(90 + random.nextInt(300)), plan)));
        }
        boolean pointsFirst = random.nextBoolean();
        if (pointsFirst) {
            pieces.addAll(first());
        }
        boolean above = plan.place.above() || plan.place == Place.BOX && plan.boxAbove;
        if (above) {
            pieces.addAll(references.study(post));
        }
        if (!pointsFirst) {
            pieces.addAll(first());
        }
        List<Piece> body = body();
        boolean headed = hasSections() && plan.bothImplications;
        inserts(body, post);
        if (startsOpen(pieces) && !headed) {
            pieces.add(blocks.heading(Piece.Role.BODY, words.all("section").get(0)));
        }
        pieces.addAll(body);
        if (plan.place == Place.BEFORE_IMPLICATIONS) {
            pieces.addAll(references.study(post));
        }
        pieces.addAll(implications());
        boolean disclosureFirst = random.nextBoolean();
        if (disclosureFirst) {
            pieces.addAll(references.disclosure());
        }
        if (!above && plan.place != Place.BEFORE_IMPLICATIONS) {
            pieces.addAll(references.study(post));
        }
        pieces.addAll(references.others(post));
        if (!disclosureFirst) {
            pieces.addAll(references.disclosure());
        }
        pieces.addAll(references.ends(post));
        StringBuilder first = new StringBuilder();
        pieces.stream()
                .filter(piece -> piece.role() == Piece.Role.BODY || piece.role() == Piece.Role.CITATION)
                .flatMap(piece -> piece.texts().stream())
                .forEach(text -> first.append(text).append(' '));
        post.excerpt = String.join(
                " ",
                List.of(first.toString().split("\\s+"))
                        .subList(0, Math.min(45, first.toString().split("\\s+").length)));
    }

    /** Whether a heading with paragraphs came before the text, so that another heading must end them. */
    private boolean startsOpen(List<Piece> pieces) {
        return plan.has(Irregularity.IMPLICATIONS_FIRST)
                || plan.place == Place.HEADING_FIRST && plan.has(Irregularity.KEY_POINTS_FIRST)
                || plan.markup.setting("ul", "").equals("{{x}}")
                        && pieces.stream().anyMatch(p -> p.role() == Piece.Role.IMPLICATION);
    }

    private List<Piece> first() {
        List<Piece> pieces = new ArrayList<>();
        if (plan.has(Irregularity.KEY_POINTS_FIRST)) {
            pieces.add(blocks.heading(Piece.Role.NONE, words.say("points")));
            pieces.add(blocks.list(Piece.Role.IMPLICATION, "point"));
        } else if (plan.has(Irregularity.POINTS_AND_IMPLICATIONS)) {
            pieces.add(blocks.heading(Piece.Role.BODY, words.say("points")));
            pieces.add(blocks.list(Piece.Role.BODY, "point"));
        } else if (plan.has(Irregularity.IMPLICATIONS_FIRST)) {
            pieces.add(blocks.heading(Piece.Role.NONE, words.say("implications")));
            pieces.addAll(advice("implication", Piece.Role.IMPLICATION));
        }
        return pieces;
    }

    private List<Piece> implications() {
        List<Piece> pieces = new ArrayList<>();
        if (!plan.implications
                || plan.has(Irregularity.KEY_POINTS_FIRST)
                || plan.has(Irregularity.IMPLICATIONS_FIRST)) {
            return pieces;
        }
        if (plan.has(Irregularity.RUN_IN_IMPLICATIONS)) {
            List<String> sentences = words.paragraph("implication", 90, 400);
            String label = "<strong>" + Html.escape(words.say("implications")) + ":</strong> ";
            pieces.add(new Piece(
                    Piece.Role.IMPLICATION,
                    plan.markup.block("p", label + blocks.inline(sentences)),
                    String.join(" ", sentences)));
            return pieces;
        }
        pieces.add(blocks.heading(Piece.Role.NONE, words.say("implications")));
        pieces.addAll(advice("implication", Piece.Role.IMPLICATION));
        if (plan.has(Irregularity.TWO_IMPLICATIONS)) {
            boolean both = plan.bothImplications;
            pieces.add(blocks.heading(both ? Piece.Role.NONE : Piece.Role.BODY, words.say("research")));
            List<String> sentences = words.paragraph("research", 20, 250);
            pieces.add(blocks.block(both ? Piece.Role.IMPLICATION : Piece.Role.BODY, "p", sentences));
        }
        return pieces;
    }

    private List<Piece> advice(String section, Piece.Role role) {
        if (plan.implicationsAsList) {
            return List.of(blocks.list(role, section));
        }
        List<Piece> pieces = new ArrayList<>();
        int many = 1 + random.nextInt(2);
        for (int i = 0; i < many; i++) {
            pieces.add(blocks.block(role, "p", words.paragraph(section, 80 + random.nextInt(120), 420)));
        }
        return pieces;
    }

    private List<Piece> body() {
        List<Piece> body = new ArrayList<>();
        List<String> names = List.of("intro", "method", "result", "discussion");
        List<String> headings = words.all("section");
        for (int i = 0; i < names.size(); i++) {
            if (hasSections() && (i > 0 || plan.bothImplications)) {
                body.add(blocks.heading(Piece.Role.BODY, headings.get(i)));
            }
            int paragraphs = plan.has(Irregularity.SHORT_PARAGRAPHS)
                    ? 2
                    : plan.has(Irregularity.LONG_PARAGRAPHS) ? 1 : 1 + random.nextInt(2);
            for (int p = 0; p < paragraphs; p++) {
                body.add(blocks.block(Piece.Role.BODY, "p", sentences(names.get(i))));
            }
        }
        return body;
    }

    private boolean hasSections() {
        return plan.odd.stream().anyMatch(i -> i.group.equals("sections"));
    }

    private List<String> sentences(String section) {
        if (plan.has(Irregularity.SHORT_PARAGRAPHS)) {
            return words.paragraph(section, 60, 250);
        }
        if (plan.has(Irregularity.LONG_PARAGRAPHS)) {
            List<String> many = new ArrayList<>();
            List.of(section, "method", "result", "discussion").forEach(s -> many.addAll(words.paragraph(s, 260, 600)));
            return many;
        }
        return words.paragraph(section, 160 + random.nextInt(160), 620);
    }

    /** Things between the paragraphs. */
    private void inserts(List<Piece> body, Post post) {
        List<Piece> things = new ArrayList<>();
        if (plan.has(Irregularity.LIST)) {
            things.add(blocks.list(Piece.Role.BODY, "method"));
        }
        if (plan.has(Irregularity.TABLE)) {
            things.add(blocks.table());
        }
        if (plan.has(Irregularity.BLOCKQUOTE)) {
            List<String> quoted = words.paragraph("discussion", 60, 300);
            things.add(new Piece(
                    Piece.Role.BODY,
                    plan.markup.block("quote", plan.markup.block("p", blocks.inline(quoted))),
                    String.join(" ", quoted)));
        }
        if (plan.has(Irregularity.FIGURE)) {
            String caption = words.sentence("caption");
            things.add(new Piece(Piece.Role.BODY, plan.markup.block("caption", Html.escape(caption)), caption));
        }
        if (plan.has(Irregularity.PULL_QUOTES)) {
            String sentence = body.stream()
                    .filter(p -> p.texts().get(0).length() > 60)
                    .findFirst()
                    .orElseThrow()
                    .texts()
                    .get(0)
                    .split("(?<=\\.) ")[0];
            things.add(new Piece(
                    Piece.Role.OPTIONAL,
                    "<aside class=\"pullquote\">" + plan.markup.block("p", Html.escape(sentence)) + "</aside>",
                    sentence));
        }
        if (plan.has(Irregularity.ALSO_LIKE_IN_TEXT)) {
            things.add(references.alsoLike());
        }
        for (Piece thing : things) {
            int at = 1 + random.nextInt(body.size() - 1);
            while (at > 1 && body.get(at - 1).html().matches("(?s)<(h\\d|p><strong).*")) {
                at--;
            }
            body.add(Math.min(at, body.size()), thing);
        }
        if (plan.has(Irregularity.MONTH_ALONE)) {
            body.add(
                    0,
                    blocks.block(
                            Piece.Role.BODY, "p", Dates.month(post.time.minusMonths(20 + random.nextInt(90)), plan)));
        }
    }
}
