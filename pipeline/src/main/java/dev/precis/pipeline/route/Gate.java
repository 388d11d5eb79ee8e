package dev.precis.pipeline.route;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Doubt;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Decides, before anything of a source is published, whether what was read of it can be summaries at all: a mark-up
 * that is misunderstood is so on many posts alike (ADR 31).
 */
final class Gate {
    static final String DOUBTFUL = "source-doubtful";

    /** Of fewer, what is alike may be so by chance. */
    private static final int FEWEST = 5;
    /** Titles of one page: a list whose posts are called alike was cut at the wrong place. */
    private static final int FEWEST_OF_PAGE = 3;

    private static final int WORDS_OF_SENTENCE = 12;
    private static final int QUOTE = 60;

    private final SourceProfile profile;
    private final boolean forced;

    /** @param forced whether an editor has looked at it and wants all of it published */
    Gate(SourceProfile profile, boolean forced) {
        this.profile = profile;
        this.forced = forced;
    }

    /**
     * What may not be published, and why.
     *
     * @param withheld drafts, by identity
     */
    record Verdict(List<Notice> notices, Set<Draft> withheld) {
        static final Verdict PASSED = new Verdict(List.of(), Set.of());
    }

    /**
     * Judges what a run would publish anew.
     *
     * @param drafts that are new or read otherwise than before
     * @param before length of the text that is stored of a draft, in UTF-16 units; 0 if none is
     * @param doubles whether a draft has title and month of what is stored of another address
     * @param known whether the source has summaries already: those that are not in doubt go on then
     */
    Verdict judge(List<Draft> drafts, ToIntFunction<Draft> before, Predicate<Draft> doubles, boolean known) {
        Set<Draft> withheld = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Notice> notices = new ArrayList<>();
        for (Doubt doubt : Doubt.values()) {
            List<Draft> doubtful =
                    profile.accept().contains(doubt) ? List.of() : doubtful(doubt, drafts, before, doubles);
            if (!doubtful.isEmpty()) {
                notices.add(notice(doubt, doubtful, drafts.size(), known));
                withheld.addAll(known ? doubtful : drafts);
            }
        }
        return notices.isEmpty() ? Verdict.PASSED : new Verdict(notices, forced ? Set.of() : withheld);
    }

    private static List<Draft> doubtful(
            Doubt doubt, List<Draft> read, ToIntFunction<Draft> before, Predicate<Draft> doubles) {
        return switch (doubt) {
            case SAME_TITLES -> sameTitles(read);
            case SENTENCE_TITLES -> most(read, draft -> isSentence(draft.title().text()));
            case EMPTY_TEXTS -> most(read, draft -> draft.body().isEmpty());
            case SAME_TEXTS -> alike(read, draft -> texts(draft.body()));
            case SHORTER_TEXTS -> most(read, draft -> 2 * texts(draft.body()).length() < before.applyAsInt(draft));
            case DOUBLES -> most(read, doubles);
        };
    }

    private static List<Draft> sameTitles(List<Draft> read) {
        List<Draft> all = alike(read, Gate::title);
        return !all.isEmpty()
                ? all
                : read.stream().collect(groupingBy(draft -> draft.origin().address())).values().stream()
                        .flatMap(page -> repeated(page, Gate::title, FEWEST_OF_PAGE).stream())
                        .toList();
    }

    private static String title(Draft draft) {
        return Texts.key(draft.title().text());
    }

    /** More than one sentence, or a long one with its full stop. */
    private static boolean isSentence(String title) {
        boolean ended = title.endsWith(".") && !title.endsWith("..");
        return ended && (title.split(" ", -1).length > WORDS_OF_SENTENCE || title.matches(".*\\p{L}{3}\\. \\p{Lu}.*"));
    }

    private static List<Draft> most(List<Draft> read, Predicate<Draft> isDoubtful) {
        List<Draft> doubtful = read.stream().filter(isDoubtful).toList();
        return isMost(doubtful.size(), read.size()) ? doubtful : List.of();
    }

    private static boolean isMost(int some, int all) {
        return some >= FEWEST && 2 * some >= all;
    }

    /** Those that share something with enough others, if they are most of all. */
    private static List<Draft> alike(List<Draft> read, Function<Draft, String> key) {
        List<Draft> repeated = repeated(read, key, FEWEST);
        return isMost(repeated.size(), read.size()) ? repeated : List.of();
    }

    private static List<Draft> repeated(List<Draft> read, Function<Draft, String> key, int fewest) {
        Set<String> often = read.stream()
                .map(key)
                .filter(text -> !text.isEmpty())
                .collect(groupingBy(Function.identity()))
                .entrySet()
                .stream()
                .filter(group -> group.getValue().size() >= fewest)
                .map(Map.Entry::getKey)
                .collect(toSet());
        return read.stream().filter(draft -> often.contains(key.apply(draft))).toList();
    }

    private static String texts(Collection<Passage> passages) {
        return passages.stream().map(Passage::text).collect(joining("\n"));
    }

    private Notice notice(Doubt doubt, List<Draft> doubtful, int all, boolean known) {
        String message = "%d of %d posts %s, such as \"%s\": %s. %s"
                .formatted(
                        doubtful.size(),
                        all,
                        doubt.fault(),
                        quote(doubtful.getFirst()),
                        doubt.mend(),
                        forced ? "Published all the same, as was asked for" : consequence(doubt, known));
        return forced
                ? Notice.warning(DOUBTFUL, profile.id(), message)
                : Notice.violation(DOUBTFUL, profile.id(), message);
    }

    private static String consequence(Doubt doubt, boolean known) {
        return "%s; `--force` publishes all the same, `accept: [%s]` in the profile does so for good"
                .formatted(
                        known
                                ? "None of these is published, what was published before stays"
                                : "Nothing of this source is published",
                        doubt.key());
    }

    private static String quote(Draft draft) {
        String name = draft.name();
        return name.length() <= QUOTE ? name : name.substring(0, QUOTE).strip() + "…";
    }
}
