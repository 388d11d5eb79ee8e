package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells sentences whose numbers are of no study: what would be, what is planned, who may take part, what a page says
 * about itself, small talk. Each frame is a few words that stand together; what was found under none of them is read.
 */
final class Frames {
    private static final Set<String> STARTS = Words.of("""
        compute calculate convert example take find draw toss roll multiply divide subtract consider picture
        """);
    private static final Set<String> BEHIND_A_PRIOR = Words.of("""
        ( with was were puts for on that of distribution distributions odds probability width scale
        """);
    /** What will be, and what something is called. */
    private static final List<String> ANYWHERE = phrases("""
        seront inclus / seront incluses / seront recrutés / seront recrutées / seront randomisés / seront invités
        / il est prévu / sollen rekrutiert / sollen eingeschlossen / sollen randomisiert / sollen befragt / geplant ist
        / geplant sind / werden rekrutiert / werden eingeschlossen / definiert als / définie comme / défini comme
        / gilt als / gelten als / gilt ab / gelten ab / considéré comme / considérée comme / est jugé / est jugée
        """);

    /** Who may take part. */
    private static final List<String> AT_THE_BEGINNING = phrases("""
        étaient éligibles / étaient inclus / étaient exclus / pouvaient participer / critères inclusion
        / les critères inclusion / critères exclusion / einschlusskriterien / ausschlusskriterien / geplant ist
        / geplant war / eingeschlossen wurden / ausgeschlossen wurden / teilnehmen konnten / als ansprechen galt
        / als remission galt / als response galt
        """);

    private final Tokens tokens;
    private final EnumSet<Cue> seen = EnumSet.noneOf(Cue.class);
    private boolean inferred;

    private Frames(Tokens tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            Cue cue = tokens.isNumber(i) ? Cue.NONE : Cue.of(tokens.lower(i));
            if (cue != Cue.NONE) {
                seen.add(cue);
            }
            inferred |= IntervalReader.named(tokens, i).isPresent();
        }
    }

    /** Whether a frame holds the whole sentence. */
    static boolean hold(Tokens tokens) {
        boolean any = false;
        for (int i = 0; i < tokens.size() && !any; i++) {
            any = !tokens.isNumber(i) && Cue.of(tokens.lower(i)) != Cue.NONE || tokens.is(i, "\u221A");
        }
        if (!any) {
            return false;
        }
        Frames frames = new Frames(tokens);
        return frames.isSupposed()
                || frames.isPlanned()
                || frames.isCriterion()
                || frames.isDefinition()
                || frames.isSaidAbroad()
                || frames.isTaught();
    }

    /** "If r = 1, ... would", "Suppose that ...": at the beginning of the sentence or of a part of it. */
    private boolean isSupposed() {
        boolean supposed = tokens.isOneOf(0, Set.of("suppose", "supposing", "imagine", "assuming", "assume"));
        int first = tokens.lower(0).equals("even") ? 1 : 0;
        boolean conditional = tokens.isOneOf(first, Set.of("if", "had", "were", "si", "wenn")) && has(Cue.WOULD);
        // "does not mean that there is a 4% chance"
        boolean denied = anyPhrase("does", "not", "mean") || anyPhrase("do", "not", "mean");
        boolean said = tokens.isOneOf(0, Set.of("say", "let")) && (anyPhrase("say", "that") || anyPhrase("us", "say"));
        boolean asked = tokens.is(tokens.size() - 1, "?")
                || anyPhrase("would", "if")
                || tokens.lower(0).equals("given");
        return asked || supposed || conditional || denied || said;
    }

    /** "240 couples will be recruited", "64 per arm give 80% power"; "three groups were planned, 212 came" reports. */
    private boolean isPlanned() {
        if (has(Cue.POWER) && isPower()) {
            return true;
        }
        if (!has(Cue.SHALL) || !has(Cue.ENROL)) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            int verb = tokens.isOneOf(i, Set.of("to", "be")) ? i + 1 : i;
            boolean shall = Cue.of(tokens.lower(i - 1)) == Cue.SHALL && i > 0;
            if (shall && Cue.of(tokens.lower(verb)) == Cue.ENROL) {
                return true;
            }
        }
        return false;
    }

    /** "80% power", "a power analysis", "powered for": not "the power of a therapist". */
    private boolean isPower() {
        for (int i = 0; i < tokens.size() && !inferred; i++) {
            if (Cue.of(tokens.lower(i)) == Cue.POWER) {
                boolean abroad = tokens.isOneOf(i + 1, Set.of("de", "von")) && tokens.is(i + 3, "%");
                boolean share =
                        tokens.is(i - 1, "%") || abroad || tokens.lower(i + 1).equals("of") && tokens.isNumber(i + 2);
                boolean study = tokens.isOneOf(i + 1, Set.of("analysis", "for", "calculation", "to"));
                return share || study || tokens.isOneOf(i - 1, Set.of("statistical", "adequately", "sufficient"));
            }
        }
        return false;
    }

    /** "Eligible were adults aged 18 to 65", "a threshold of p < .005 was used", "raters had to reach"; no result. */
    private boolean isCriterion() {
        boolean included = tokens.lower(0).equals("included") && anyPhrase("included", "were");
        boolean eligible = included
                || has(Cue.ELIGIBLE)
                        && (tokens.isOneOf(0, Set.of("eligible", "inclusion", "exclusion", "eligibility"))
                                || anyPhrase("eligible", "were")
                                || anyPhrase("inclusion", "criteria", ":")
                                || anyPhrase("inclusion", ":"));
        boolean threshold = has(Cue.THRESHOLD) && has(Cue.SETTING)
                || has(Cue.LEVEL)
                || has(Cue.RULE) && has(Cue.LIMIT) && !has(Cue.FOUND) && !isEquated();
        boolean least = has(Cue.SMALLEST) && has(Cue.EFFECT) && has(Cue.MATTER);
        return !inferred && (eligible || threshold || least || isRequired());
    }

    private boolean isEquated() {
        return anyPhrase("=");
    }

    /** "had to reach", "had to attend at least 8 sessions". */
    private boolean isRequired() {
        for (int i = 2; i < tokens.size(); i++) {
            boolean must =
                    tokens.lower(i - 2).equals("had") && tokens.lower(i - 1).equals("to");
            if (must && tokens.isOneOf(i, Set.of("reach", "attend", "score", "have", "be", "complete", "meet"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * "A kappa above .80 is called good", "values of 25% stand for low", "an odds ratio of 1 means that": no result.
     */
    private boolean isDefinition() {
        boolean any = tokens.isOneOf(0, Set.of("a", "an", "values", "effects", "results", "kappa", "according"))
                || tokens.lower(1).equals("values");
        boolean graded = tokens.lower(0).equals("according") && grades() > 1;
        return any && !inferred && (has(Cue.MEANING) || graded) && !has(Cue.FOUND);
    }

    private int grades() {
        int grades = 0;
        for (int i = 0; i < tokens.size(); i++) {
            grades += tokens.isOneOf(i, Set.of("small", "medium", "moderate", "large")) ? 1 : 0;
        }
        return grades;
    }

    /** The same in French and German, where an interval or a p beside its statistic does not tell otherwise. */
    private boolean isSaidAbroad() {
        if (inferred || !has(Cue.PHRASE) && !has(Cue.ELIGIBLE)) {
            return false;
        }
        String all = tokens.words(0, tokens.size()).toLowerCase(Locale.ROOT) + " ";
        return AT_THE_BEGINNING.stream().anyMatch(phrase -> all.startsWith(phrase + " "))
                || ANYWHERE.stream().anyMatch(phrase -> all.contains(" " + phrase + " "));
    }

    /** "A toy example", "Exercise 4.2:", "a normal prior with mean 0". */
    private boolean isTaught() {
        boolean root = anyPhrase("\u221A") && !inferred;
        boolean compute = tokens.isOneOf(0, STARTS);
        boolean toy = root
                || compute
                || anyPhrase("toy", "example")
                || anyPhrase("for", "practice")
                || tokens.lower(0).equals("exercise") && tokens.isNumber(1);
        boolean software = has(Cue.SOFTWARE) && !inferred && !isEquated();
        return software || toy || has(Cue.PRIOR) && !inferred && isNoun();
    }

    /** "prior research" and "prior to therapy" are earlier, "a normal prior" is a distribution. */
    private boolean isNoun() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean prior = Cue.of(tokens.lower(i)) == Cue.PRIOR;
            if (prior && tokens.isOneOf(i + 1, BEHIND_A_PRIOR)) {
                return !isTested();
            }
        }
        return false;
    }

    private boolean isTested() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.lower(i).startsWith("bf")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> phrases(String list) {
        return List.of(list.strip().split("\\s*/\\s*", -1));
    }

    private boolean has(Cue cue) {
        return seen.contains(cue);
    }

    private boolean anyPhrase(String... words) {
        for (int i = 0; i < tokens.size(); i++) {
            int w = 0;
            while (w < words.length && tokens.lower(i + w).equals(words[w])) {
                w++;
            }
            if (w == words.length) {
                return true;
            }
        }
        return false;
    }
}
