package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.StatisticLexicon.Term;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Reads numbers that their unit explains: percentages, counts, ranges; ages and times by {@link TimeReader}. */
final class DescriptionReader {
    private static final Set<String> NOT_COUNTED_AFTER = Words.of("""
        session sessions study table figure chapter step phase section volume issue page pages p
        pp item question version edition level stage axis grade no number time wave week day
        month year part model appendix equation aim hypothesis criterion experiment module type
        cluster vol fig cutoff cut-off cutoffs threshold box panel rule lesson episode slide room
        séance étude tableau chapitre sitzung studie tabelle abbildung kapitel abschnitt woche semaine
        """);
    private static final Set<String> DETERMINERS = Words.of("""
        the this that our a an each first second third last present current same
        """);
    private static final Set<String> DATED_BY = Words.of("""
        in since by until from between ( during through - after before
        """);
    private static final Set<String> SPREAD = Words.of("""
        range ranged ranges ranging varied varying iqr interquartile
        variait variaient allait allaient reichte reichten schwankte schwankten
        """);
    private static final Set<String> SCALES = Words.of("""
        scale scales likert scored rated anchored rating ratings subscale questionnaire
        échelle échelles skala skalen
        """);
    private static final Set<String> LEVELS = Words.of("""
        confidence credible prediction ci cis interval intervals level limits coverage certainty hdi power
        """);
    private static final Set<String> KNOWN = Words.of("the these those both our their all");
    /**
     * "For every five patients treated" and "any two people" speak of no patients in particular; "über 24 Studien" of
     * as many or of more.
     */
    private static final Set<String> ANY = Set.of("every", "each", "any", "per", "chaque", "pro", "je", "über");

    private static final Set<String> STOP = Words.of("""
        of and or the a an in with who that to for from by on at as is was were are had have has
        than per times when while which whose if but not more fewer less most each both vs
        versus about over under into during after before between among across within points
        point percent because why how where what so then these those this their his her our its did do does can may
        will would
        """);
    private static final int ADJECTIVES = 5;

    private final StatisticLexicon lexicon;
    private final TimeReader times;

    DescriptionReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
        this.times = new TimeReader(lexicon);
    }

    Optional<Reading> read(Tokens tokens, Measure measure) {
        // "session 12" has that number; "in this study 12 patients" counts
        boolean numbered = !measure.hasFraction()
                && tokens.isOneOf(measure.start() - 1, NOT_COUNTED_AFTER)
                && !tokens.isOneOf(measure.start() - 2, DETERMINERS);
        if (measure.percent()
                || !numbered
                        && !NumberLists.unit(lexicon, tokens, measure, "percentage")
                                .isEmpty()) {
            return percentage(tokens, measure);
        }
        if (numbered || isDate(tokens, measure)) {
            return Optional.empty();
        }
        return times.read(tokens, measure).or(() -> count(tokens, measure)).or(() -> range(tokens, measure));
    }

    private Optional<Reading> percentage(Tokens tokens, Measure measure) {
        // "80% power", and "a 110% effort", which nobody can make
        boolean said = tokens.isOneOf(
                measure.end(), Set.of("power", "level", "off", "\u00D7", "effort", "sure", "certain", "committed"));
        boolean scale = measure.isRange()
                && measure.low().signum() == 0
                && measure.high().intValue() == 100;
        return said || scale || isLevel(tokens, measure.end())
                ? Optional.empty()
                : Optional.of(of("percentage", measure, "%", measure.end()));
    }

    /** "at the 95% confidence level", "with 90% credible bands". */
    private static boolean isLevel(Tokens tokens, int end) {
        int at = tokens.is(end, "-") ? end + 1 : end;
        return tokens.isOneOf(at, LEVELS);
    }

    private static boolean isDate(Tokens tokens, Measure measure) {
        return measure.isYear()
                && (tokens.text(measure.end() - 1).length() == 4 || measure.isRange())
                && tokens.isOneOf(measure.start() - 1, DATED_BY);
    }

    /** "16 randomized controlled studies", "over 26,000 patients"; "the two trials" is no count. */
    private Optional<Reading> count(Tokens tokens, Measure measure) {
        boolean known = tokens.get(measure.end() - 1).isSpelled()
                && (measure.high().intValue() == 1
                        || isVague(tokens, measure)
                        || tokens.isOneOf(measure.start() - 1, KNOWN));
        // three decimals of people may be thousands of another language
        boolean thousands = measure.low().scale() > 2 || measure.high().scale() > 2;
        if (known || thousands || tokens.isOneOf(measure.start() - 1, ANY)) {
            return Optional.empty();
        }
        int at = measure.end();
        if (tokens.is(at, "-")) {
            boolean session = tokens.lower(at + 1).equals("session");
            return session ? Optional.of(of("count", measure, "sessions", at + 2)) : Optional.empty();
        }
        if (tokens.lower(at).equals("of") && tokens.isOneOf(at + 1, KNOWN)) {
            at += 2;
        }
        for (int last = at + ADJECTIVES; at < last && tokens.isWord(at) && !tokens.isOneOf(at, STOP); at++) {
            Optional<Term> unit = lexicon.unit(tokens, at);
            if (unit.isPresent()) {
                boolean counted = unit.get().type().is("count");
                String words =
                        counted ? tokens.words(unit.get().start(), unit.get().end()) : "";
                if (!counted) {
                    return Optional.empty();
                }
                // nobody attends 14.7 sessions: that is a mean
                String type = measure.isRange() ? "range" : measure.hasFraction() ? "mean" : "count";
                return Optional.of(of(type, measure, words, unit.get().end()));
            }
        }
        String shared = NumberLists.unit(lexicon, tokens, measure, "count");
        return shared.isEmpty() ? Optional.empty() : Optional.of(of("count", measure, shared, measure.end()));
    }

    /** "two or three articles" counts nothing. */
    private static boolean isVague(Tokens tokens, Measure measure) {
        return tokens.lower(measure.start() - 1).equals("or")
                        && tokens.get(measure.start() - 2).isSpelled()
                || tokens.lower(measure.end()).equals("or")
                        && tokens.get(measure.end() + 1).isSpelled();
    }

    /** "ranged from 12 to 1,180"; the ends of a rating scale are no result. */
    private Optional<Reading> range(Tokens tokens, Measure measure) {
        boolean spread = measure.isRange() && tokens.anyBefore(measure.start(), 4, SPREAD);
        boolean possible = tokens.anyBefore(measure.start(), 4, Set.of("range", "ranges"))
                && tokens.anyBefore(measure.start(), 6, Set.of("score", "scores", "items"));
        boolean scale = possible || tokens.anyBefore(measure.start(), 8, SCALES);
        return spread && !scale && !measure.isYear()
                ? Optional.of(of("range", measure, "", measure.end()))
                : Optional.empty();
    }

    private Reading of(String notation, Measure measure, String unit, int end) {
        return Reading.of(
                lexicon.type(notation), measure.quantity(), unit, measure.start(), Math.max(end, measure.end()));
    }
}
