package dev.precis.pipeline.trial;

import static java.util.stream.Collectors.joining;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.trial.Trial.TriedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which settings of a source would change what was read: a sentence each, the setting first. */
final class Advice {
    private static final int MOST_NAMED = 3;
    private static final int QUOTE = 60;
    /** How many first words make paragraphs alike: many posts begin with "In this study, the authors". */
    private static final int OF_TEXT = 7;

    private static final int OF_LEFTOVER = 4;

    private final Trial trial;
    private final List<String> all = new ArrayList<>();

    private Advice(Trial trial) {
        this.trial = trial;
    }

    static List<String> of(Trial trial) {
        Advice advice = new Advice(trial);
        advice.give();
        return advice.all;
    }

    private void give() {
        titles();
        implications();
        citations();
        noise();
        noSummaries();
        months();
        author();
        topics();
        excerpts();
    }

    private void add(String setting, String message) {
        all.add(setting + ": " + message);
    }

    /** Different posts of one title: a post that several listings show is one. */
    private void titles() {
        List<List<Passage>> titles = trial.posts().stream()
                .collect(Collectors.toMap(
                        post -> post.draft().body().stream()
                                .map(Passage::text)
                                .collect(joining("\n", post.draft().key() + "\n", "")),
                        post -> List.of(post.draft().title()),
                        (one, same) -> one,
                        TreeMap::new))
                .values()
                .stream()
                .toList();
        for (Repeated.Found title : Repeated.in(titles, Texts::key).inSeveral()) {
            add(
                    "labels.sections",
                    title.times() + " posts are titled \"" + title.text()
                            + "\": if it is a heading inside of posts, name it here");
        }
    }

    private void implications() {
        List<TriedPost> without = trial.posts().stream()
                .filter(post -> post.draft().implications().isEmpty())
                .toList();
        if (without.isEmpty() || 2 * without.size() <= trial.posts().size()) {
            return;
        }
        // what is no post yet may be one, once the heading is known
        List<String> headings =
                repeatedHeadings(trial.pages().stream().flatMap(Advice::texts).toList());
        List<String> sure =
                headings.stream().filter(HeadingWords::areImplications).toList();
        if (!sure.isEmpty()) {
            add("labels.implications", quoted(sure) + " stands in most posts, and looks like the heading of them");
            return;
        }
        List<String> others = headings.stream()
                .filter(heading -> !HeadingWords.areSection(heading))
                .limit(MOST_NAMED)
                .toList();
        add(
                "labels.implications",
                without.size() + " of " + trial.posts().size()
                        + " posts have none: name the heading that they stand under"
                        + (others.isEmpty() ? "" : "; in most posts stands " + quoted(others)));
    }

    /** The texts of a list's posts, or of a whole page with one post or none. */
    private static Stream<List<Passage>> texts(TriedPage page) {
        Stream<List<Passage>> bodies =
                page.posts().stream().map(post -> post.draft().body());
        return page.posts().size() > 1
                ? bodies
                : Stream.of(Stream.concat(bodies.flatMap(List::stream), page.page().leftover().stream())
                        .toList());
    }

    private static List<String> repeatedHeadings(List<List<Passage>> texts) {
        return texts.size() == 1
                ? texts.getFirst().stream()
                        .map(Passage::text)
                        .filter(text -> !Repeated.heading(text).isEmpty())
                        .filter(HeadingWords::areImplications)
                        .toList()
                : Repeated.in(texts, Repeated::heading).inMost().stream()
                        .map(Repeated.Found::text)
                        .toList();
    }

    private void citations() {
        long without = trial.posts().stream()
                .filter(post -> post.draft().citations().isEmpty())
                .count();
        if (2 * without > trial.posts().size()) {
            add(
                    "labels.citation",
                    without + " of " + trial.posts().size()
                            + " posts cite no study: name the words before the citation, such as \"Primary paper\"");
        }
    }

    private void noise() {
        List<List<Passage>> bodies =
                trial.posts().stream().map(post -> post.draft().body()).toList();
        for (Repeated.Found found : Repeated.in(bodies, text -> Repeated.beginning(text, OF_TEXT)).inMost().stream()
                .limit(MOST_NAMED)
                .toList()) {
            add(
                    "labels.noise",
                    "\"" + Columns.cut(found.text(), QUOTE) + "\" begins a paragraph in the text of " + found.times()
                            + " of " + found.of() + " posts: name its first words here if it is none of their text, or"
                            + " in labels.boilerplate if it is about the series");
        }
        List<List<Passage>> leftovers =
                trial.pages().stream().map(page -> page.page().leftover()).toList();
        String beginnings = Repeated.in(leftovers, text -> Repeated.beginning(text, OF_LEFTOVER)).inMost().stream()
                .limit(MOST_NAMED)
                .map(found -> "\"" + Columns.cut(found.text(), QUOTE) + "\"")
                .collect(joining(", "));
        if (!beginnings.isEmpty()) {
            add(
                    "labels.noise",
                    "left over on most pages is " + beginnings
                            + ": its first words here keep it out for good; words before topics belong in"
                            + " labels.topics");
        }
    }

    private void noSummaries() {
        long pages = trial.pages().stream().filter(Advice::hasNoSummary).count();
        if (pages > 0) {
            add(
                    "labels.citation, labels.implications",
                    counted(pages, "page") + " shown as no summary: where one is, name the words before its citation or"
                            + " the heading of its implications");
        }
    }

    private static boolean hasNoSummary(TriedPage page) {
        return page.notices().anyMatch(notice -> notice.code().equals("no-summary"));
    }

    private void months() {
        long without = count("month-missing");
        if (without > 0) {
            add(
                    "labels.dates",
                    counted(without, "post")
                            + " without a month: give the pattern of the line that tells it, such as 'Issue' yyyy/MM");
        }
    }

    private void author() {
        boolean nobody = !trial.posts().isEmpty()
                && trial.posts().stream().allMatch(post -> post.draft().author().isEmpty());
        if (nobody) {
            add(
                    "author",
                    "no post names one: if one person writes them all, name it here, else the words before it in"
                            + " labels.author");
        }
    }

    private void topics() {
        Map<String, Long> unknown = trial.posts().stream()
                .flatMap(post -> post.unknown().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        if (!unknown.isEmpty()) {
            add(
                    "topics.ttl",
                    "knows no "
                            + unknown.entrySet().stream()
                                    .map(label -> "\"" + label.getKey() + "\" (" + label.getValue() + " ×" + ")")
                                    .collect(joining(", ")));
        }
    }

    private void excerpts() {
        long partial = count("excerpt-only");
        if (partial > 0) {
            add(
                    "listing.posts",
                    counted(partial, "post") + " only begun here: their own pages are needed beside the list");
        }
    }

    private long count(String code) {
        return trial.allNotices().stream()
                .map(Notice::code)
                .filter(code::equals)
                .count();
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? " is" : "s are");
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(joining(", "));
    }
}
