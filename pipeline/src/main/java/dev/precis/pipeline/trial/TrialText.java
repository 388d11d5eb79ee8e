package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.trial.Trial.TriedPage;
import dev.precis.pipeline.trial.TriedPost.Told;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a trial for a person at a terminal: about a screen for each page. */
public final class TrialText {
    /** Posts of a page that are shown in full; of more, each is two lines. */
    private static final int MOST_IN_FULL = 3;

    private static final int MOST_LEFTOVER = 8;
    private static final int QUOTE = 70;

    private final Trial trial;
    private final Columns out = new Columns();

    private TrialText(Trial trial) {
        this.trial = trial;
    }

    /** All of a trial: its pages, what is odd beyond them, the advice. */
    public static String of(Trial trial) {
        return new TrialText(trial).write();
    }

    private String write() {
        for (TriedPage page : trial.pages()) {
            page(page);
            out.line("");
        }
        trial.notices().forEach(this::notice);
        int withheld = trial.withheld().size();
        out.line("%s and %s, read by the profile of %s; %s"
                .formatted(
                        count(trial.pages().size(), "page"),
                        count(trial.posts().size(), "post"),
                        trial.profile().id(),
                        withheld == 0 ? "nothing would be withheld" : withheld + " would be withheld"));
        Advice.of(trial).forEach(advice -> out.row("advice", advice));
        return out.toString();
    }

    private void page(TriedPage page) {
        String kind = switch (page.page().kind()) {
            case POST -> "one post";
            case LIST -> "a list, " + count(page.posts().size(), "post");
            case OTHER -> "no post";
        };
        out.line(page.page().address() + "  [" + kind + "]");
        boolean full = page.posts().size() <= MOST_IN_FULL;
        for (TriedPost post : page.posts()) {
            if (full && post != page.posts().getFirst()) {
                out.line("");
            }
            if (full) {
                inFull(post);
            } else {
                inShort(post);
            }
        }
        page.page().notices().forEach(this::notice);
        leftover(page.page().leftover());
    }

    private void inFull(TriedPost post) {
        field("title", post.title(), post);
        field("date", post.date(), post);
        field("author", post.author(trial.profile()), post);
        for (Passage line : post.draft().citations()) {
            Told citation = post.citation(line);
            out.row("citation", citation.value() + "  (" + citation.from() + ")");
        }
        post.draft().references().forEach(line -> out.row("reference", line.text()));
        texts("body", post.draft().body());
        texts("implications", post.draft().implications());
        labels("topics", post.topics());
        labels("types", post.types());
        labels("unknown", post.unknown());
        post.draft().notices().forEach(this::notice);
    }

    private void inShort(TriedPost post) {
        out.row(post.draft().date().toString(), Columns.cut(post.draft().name(), QUOTE));
        out.row(
                "",
                "%s, %s, %s, %s%s"
                        .formatted(
                                count(post.draft().citations().size(), "citation"),
                                count(post.draft().body().size(), "paragraph"),
                                count(post.draft().implications().size(), "implication"),
                                post.topics().isEmpty() ? "no topic" : String.join(", ", post.topics()),
                                post.draft().notices().stream()
                                        .map(notice -> "; " + notice.code())
                                        .collect(Collectors.joining())));
    }

    private void field(String name, Told field, TriedPost post) {
        out.row(name, field.value().isEmpty() ? "none" : field.value() + "  (" + field.from() + ")");
        for (Witness other : post.others(name, field)) {
            out.row("", "but " + other.value() + "  (" + other.from() + ")");
        }
    }

    private void texts(String name, List<Passage> passages) {
        if (passages.isEmpty()) {
            out.row(name, "none");
            return;
        }
        int length =
                passages.stream().map(Passage::text).mapToInt(String::length).sum();
        String last = passages.getLast().text();
        out.row(
                name,
                "%s, %,d characters: \"%s\"%s"
                        .formatted(
                                count(passages.size(), "paragraph"),
                                length,
                                Columns.cut(passages.getFirst().text(), QUOTE),
                                passages.size() == 1 ? "" : " to \"" + Columns.end(last, QUOTE) + "\""));
    }

    private void labels(String name, List<String> labels) {
        if (!labels.isEmpty()) {
            out.row(name, String.join(", ", labels));
        }
    }

    private void leftover(List<Passage> leftover) {
        String name = "left over";
        for (Passage passage : leftover.subList(0, Math.min(MOST_LEFTOVER, leftover.size()))) {
            out.row(name, Columns.cut(passage.text(), QUOTE));
            name = "";
        }
        if (leftover.size() > MOST_LEFTOVER) {
            out.row("", "and " + (leftover.size() - MOST_LEFTOVER) + " more");
        }
    }

    private void notice(Notice notice) {
        out.row(notice.isFailure() ? "WITHHELD" : "odd", notice.message());
    }

    private static String count(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
