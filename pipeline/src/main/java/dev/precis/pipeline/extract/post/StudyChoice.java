package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile.CitationPlace;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of the works that a post cites is the one that it summarises.
 *
 * @param study the citations of it; all of those that it may be, where nothing decides
 * @param references what is cited besides
 * @param reason what decided
 * @param doubtful whether nothing did
 */
record StudyChoice(List<Passage> study, List<Passage> references, String reason, boolean doubtful) {
    private static final Pattern SURNAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]{2,}");
    /** So many words in a row, and so many characters, are not there by chance. */
    private static final int RUN = 4;

    private static final int LONG_RUN = 20;
    private static final int CLEARLY = 2;

    /**
     * The study where the profile says which it is: what a label says is the study, else what stands there.
     *
     * @param title of the post
     * @param text its paragraphs
     */
    static StudyChoice of(CitedWorks works, CitationPlace place, String title, Collection<Passage> text) {
        List<Passage> labelled = works.labelled();
        List<Passage> cited = works.inOrder();
        if (place == CitationPlace.ANY || cited.isEmpty()) {
            return of(works, title, text);
        }
        List<Passage> study = !labelled.isEmpty()
                ? labelled
                : switch (place) {
                    case FIRST -> List.of(cited.getFirst());
                    case LAST -> List.of(cited.getLast());
                    case LABELLED, ANY -> List.of();
                };
        String reason = place.name().toLowerCase(Locale.ROOT) + " of the post, as the profile says (citation-place)";
        return new StudyChoice(study, works.without(study), labelled.isEmpty() ? reason : works.place(), false);
    }

    /**
     * The study: the works that stand at the surest place, if that names it or has but one; else the one of them that
     * the text names at least twice as often as any other.
     *
     * @param title of the post
     * @param text its paragraphs
     */
    private static StudyChoice of(CitedWorks works, String title, Collection<Passage> text) {
        List<Passage> first = works.first();
        return first.size() < 2 || works.isStudyByPlace()
                ? new StudyChoice(first, works.others(), works.place(), false)
                : among(first, works.others(), works.place(), title, text);
    }

    private static StudyChoice among(
            List<Passage> alike, List<Passage> references, String place, String title, Collection<Passage> text) {
        String all = title + "\n"
                + String.join("\n", text.stream().map(Passage::text).toList());
        String key = Texts.key(all);
        Optional<Passage> chosen = clearlyFirst(alike, work -> mentions(work.text(), all) + titled(work.text(), key));
        if (chosen.isEmpty()) {
            return new StudyChoice(alike, references, place, true);
        }
        List<Passage> others = new ArrayList<>(alike);
        others.remove(chosen.get());
        others.addAll(references);
        return new StudyChoice(List.of(chosen.get()), others, place + ", named in the text", false);
    }

    /** The work that has most, and twice as much as any other. */
    private static Optional<Passage> clearlyFirst(List<Passage> works, ToIntFunction<Passage> weight) {
        List<Passage> sorted = works.stream()
                .sorted((one, other) -> Integer.compare(weight.applyAsInt(other), weight.applyAsInt(one)))
                .toList();
        int first = weight.applyAsInt(sorted.get(0));
        return first > 0 && first >= CLEARLY * weight.applyAsInt(sorted.get(1))
                ? Optional.of(sorted.getFirst())
                : Optional.empty();
    }

    /** How often the text names the first author of a work: with the year of it, or as the author of something. */
    private static int mentions(String work, String text) {
        Matcher surname = SURNAME.matcher(work);
        if (!surname.find()) {
            return 0;
        }
        String year = CitedWorks.firstYear(work);
        Pattern mention = Pattern.compile("(?<!\\p{L})" + Pattern.quote(surname.group())
                + "(?!\\p{L})(?:,? (?:et al|and (?:colleagues|co-?workers|others|\\p{Lu})|& |und |et |y |u\\."
                + " ?a)|['’]s?"
                + (year.isEmpty() ? "" : "|[^\n]{0,60}?(?<!\\d)" + year) + ")");
        return (int) mention.matcher(text).results().count();
    }

    /** Whether the text has some words of the work's title one after the other: 1 or 0. */
    private static int titled(String work, String text) {
        List<String> words = List.of(Texts.key(work).split(" ", -1));
        for (int from = 0; from + RUN <= words.size(); from++) {
            String run = String.join(" ", words.subList(from, from + RUN));
            if (run.length() >= LONG_RUN && (" " + text + " ").contains(" " + run + " ")) {
                return 1;
            }
        }
        return 0;
    }

    /** Where each of the works was read, and why it is the study or is not. */
    List<Witness> witnesses() {
        return Stream.concat(
                        study.stream().map(work -> new Witness("citation", work.text(), reason)),
                        references.stream().map(work -> new Witness("reference", work.text(), "not " + reason)))
                .toList();
    }
}
