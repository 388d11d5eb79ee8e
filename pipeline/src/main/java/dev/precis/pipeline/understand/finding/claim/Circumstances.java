package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds when something was measured and in whom: "at six months", "one year later", "in women". */
final class Circumstances {
    private static final Set<String> MOMENTS = Words.of("""
        post-treatment posttreatment post-test posttest post-therapy posttherapy post-intervention postintervention
        follow-up followup follow-ups baseline pre-treatment pretreatment pre-test pretest termination discharge intake
        """);
    private static final Set<String> UNITS = Words.of("""
        week weeks month months year years day days session sessions
        """);
    private static final Set<String> ENDED = Words.of("treatment therapy intervention training acute");
    private static final Set<String> LATER = Words.of("later afterwards afterward");
    private static final Set<String> WHEN = Set.of("at", "by", "after");
    private static final Set<String> AMONG = Set.of("in", "among", "for", "within");

    /** What a group of people, or of studies, is called by its last word. */
    private static final Set<String> PEOPLE = Words.of("""
        women men girls boys adults adolescents children youth youths veterans civilians patients clients
        participants people individuals inpatients outpatients teenagers soldiers refugees mothers fathers couples
        families parents males females survivors nurses teachers employees caregivers offenders smokers prisoners
        volunteers students therapists trainees clinicians samples studies trials countries settings
        group groups condition conditions arm arms subgroup subgroups
        """);

    private static final Set<String> OF_WHOM = Set.of("with", "who", "whose", "without", "from", "of");
    private static final Set<String> TREATED =
            Words.of("therapy therapies psychotherapy psychotherapies treatment treatments counselling counseling");

    private static final Set<String> BEHIND = Words.of("""
        in and or but than for with on when compared relative to only whereas while versus as among between
        """);
    /** One of these alone names all who were studied. */
    private static final Set<String> ALL = Words.of("""
        studies trials samples conditions countries settings participants people individuals patients clients subgroups
        """);

    private static final Set<String> NEW_NOUN = Words.of("the a an this these we they it");
    private static final Set<String> JOINING = Words.of("of with in from for at on by to and or than");

    private final Tokens tokens;

    Circumstances(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A circumstance with its preposition.
     *
     * @param from the preposition's token, or the phrase's own where it needs none
     */
    record Found(int from, Phrase phrase) {
        int to() {
            return phrase.to();
        }
    }

    /** The times that the tokens tell, in printed order. */
    List<Found> times(int from, int to) {
        List<Found> found = new ArrayList<>();
        int i = from;
        while (i < to) {
            boolean preposition = tokens.isOneOf(i, WHEN) && !isLeast(i);
            int start = preposition ? afterArticle(i + 1) : i;
            int end = moment(start, preposition, tokens.lower(i));
            if (end > start && end <= to) {
                found.add(new Found(i, new Phrase(start, end)));
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    private boolean isLeast(int i) {
        return tokens.lower(i).equals("at") && tokens.isOneOf(i + 1, Set.of("least", "most"));
    }

    private int afterArticle(int i) {
        return tokens.isOneOf(i, Set.of("the", "a", "an", "both", "their", "its")) ? i + 1 : i;
    }

    /** Where the time that starts at the token ends; the token itself where none does. */
    private int moment(int i, boolean preposition, String word) {
        boolean by = word.equals("by");
        if (preposition
                && tokens.isOneOf(i, MOMENTS)
                && !(by && tokens.lower(i).equals("baseline"))
                && isWhole(i + 1)) {
            return i + 1;
        }
        boolean end = tokens.lower(i).equals("end") && tokens.lower(i + 1).equals("of");
        if (preposition && end) {
            int ended = afterArticle(i + 2);
            return tokens.isOneOf(ended, ENDED) ? ended + 1 : i;
        }
        int span = span(i);
        if (span == i) {
            return i;
        }
        if (tokens.isOneOf(span, LATER) || tokens.isOneOf(span, MOMENTS)) {
            return span + 1;
        }
        boolean after = tokens.lower(span).equals("after") && tokens.isOneOf(afterArticle(span + 1), ENDED);
        if (after) {
            return afterArticle(span + 1) + 1;
        }
        // "at six months" is a time, "after six months of treatment" is a length
        return preposition && !by && !tokens.lower(span).equals("of") ? span : i;
    }

    /** "at baseline severity" is no time. */
    private boolean isWhole(int next) {
        return !tokens.isWord(next) || tokens.isOneOf(next, BEHIND) || Phrase.isVerb(tokens, next);
    }

    /** "six months", "6-month", "one-year", "two- and four-year" is none. */
    private int span(int i) {
        String word = tokens.lower(i);
        int hyphen = word.lastIndexOf('-');
        if (tokens.isWord(i) && hyphen > 0 && UNITS.contains(word.substring(hyphen + 1))) {
            return i + 1;
        }
        if (!tokens.isNumber(i)) {
            return i;
        }
        int unit = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        if (tokens.isOneOf(unit, UNITS)) {
            return unit + 1;
        }
        // "6-month" may be one word behind the number
        boolean glued = word.contains("-") && UNITS.contains(word.substring(hyphen + 1));
        return glued ? i + 1 : i;
    }

    /** Who is meant by the words behind a preposition that end before {@code to}; none where they name nobody. */
    List<Found> groups(int from, int to) {
        List<Found> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (tokens.isOneOf(i, AMONG) && tokens.group(i) == Tokens.OUTSIDE) {
                Phrase phrase = people(i, to);
                // "less in men than in women": a number behind them is of both
                boolean compared = tokens.lower(phrase.to()).equals("than")
                        || tokens.lower(i - 1).equals("than") && i - 1 > from;
                if (!phrase.isEmpty() && !compared) {
                    found.add(new Found(i, phrase));
                }
            }
        }
        return found;
    }

    private Phrase people(int preposition, int to) {
        int start = afterArticle(preposition + 1);
        Phrase phrase = Phrase.after(
                tokens,
                start,
                i -> i >= to
                        || tokens.isOneOf(i, AMONG)
                        || tokens.isOneOf(i, WHEN)
                        || tokens.isOneOf(i, Phrase.ASIDE)
                        || i > start && tokens.isOneOf(i, NEW_NOUN) && !tokens.isOneOf(i - 1, JOINING));
        int head = head(phrase);
        boolean named = tokens.isOneOf(head, PEOPLE);
        boolean treated = tokens.lower(preposition).equals("in") && isTreatment(head);
        boolean everybody = phrase.to() - phrase.from() == 1 && tokens.isOneOf(head, ALL);
        boolean goesOn = tokens.isOneOf(phrase.to(), Phrase.RELATIVE) || tokens.isOneOf(phrase.to(), Phrase.RELATIONS);
        return (named || treated) && !everybody && !goesOn ? phrase : Phrase.NONE;
    }

    /** Whether the last word of the phrase names people, or a group of them. */
    static boolean isGroup(Tokens tokens, Phrase phrase) {
        return !phrase.isEmpty() && tokens.isOneOf(phrase.to() - 1, PEOPLE);
    }

    /** The last word before what tells more of it: of "patients with asthma" the first. */
    private int head(Phrase phrase) {
        int head = phrase.from();
        while (head + 1 < phrase.to() && !tokens.isOneOf(head + 1, OF_WHOM)) {
            head++;
        }
        return head;
    }

    private boolean isTreatment(int i) {
        return tokens.isOneOf(i, TREATED) || isAbbreviation(tokens, i);
    }

    /** "CBT", "EMDR": names of treatments, mostly. */
    static boolean isAbbreviation(Tokens tokens, int i) {
        String text = tokens.text(i);
        return tokens.isWord(i)
                && text.length() >= 2
                && text.length() <= 6
                && text.chars().allMatch(c -> Character.isUpperCase(c) || c == '-');
    }
}
