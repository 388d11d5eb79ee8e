package dev.precis.pipeline.understand;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.understand.StatisticLexicon.Term;
import java.util.Optional;
import java.util.Set;

/** Reads numbers that their unit explains: percentages, ages, durations, counts, ranges. */
final class DescriptionReader {
    private static final Set<String> NOT_COUNTED_AFTER = Words.of("""
        session sessions study table figure chapter step phase section volume issue page pages p
        pp item question version edition level stage axis grade no number time wave week day
        month year part model appendix equation aim hypothesis criterion experiment module type
        cluster vol fig cutoff cut-off cutoffs threshold
        """);
    private static final Set<String> DATED_BY = Words.of("""
        in since by until from between ( during through - after before
        """);
    private static final Set<String> CALENDAR = Words.of("past last previous next recent every each preceding");
    private static final Set<String> OLD = Set.of("old", "olds", "of-age");
    private static final Set<String> AGES = Set.of("age", "ages", "aged");
    private static final Set<String> SPREAD = Words.of("""
        range ranged ranges ranging varied varying iqr interquartile
        """);
    private static final Set<String> SCALES = Words.of("""
        scale scales likert scored rated anchored rating ratings subscale questionnaire
        """);
    private static final Set<String> KNOWN = Words.of("the these those both our their all");
    private static final Set<String> STOP = Words.of("""
        of and or the a an in with who that to for from by on at as is was were are had have has
        than per times when while which whose if but not more fewer less most each both vs
        versus about over under into during after before between among across within points
        point percent because so then these those this their his her our its did do does can may
        will would
        """);
    private static final int ADJECTIVES = 5;

    private final StatisticLexicon lexicon;

    DescriptionReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<Reading> read(Tokens tokens, Measure measure) {
        boolean numbered = !measure.hasFraction() && tokens.isOneOf(measure.start() - 1, NOT_COUNTED_AFTER);
        if (measure.percent()
                || !numbered && !sharedUnit(tokens, measure, "percentage").isEmpty()) {
            return percentage(tokens, measure);
        }
        if (numbered || isDate(tokens, measure)) {
            return Optional.empty();
        }
        return age(tokens, measure)
                .or(() -> duration(tokens, measure))
                .or(() -> count(tokens, measure))
                .or(() -> range(tokens, measure));
    }

    private Optional<Reading> percentage(Tokens tokens, Measure measure) {
        boolean power = tokens.lower(measure.end()).equals("power");
        return power ? Optional.empty() : Optional.of(of("percentage", measure, "%", measure.end()));
    }

    private static boolean isDate(Tokens tokens, Measure measure) {
        return measure.isYear()
                && (tokens.text(measure.end() - 1).length() == 4 || measure.isRange())
                && tokens.isOneOf(measure.start() - 1, DATED_BY);
    }

    /** "aged 18 to 65", "60 and older", "over 65 years of age"; the age of one person is no statistic. */
    private Optional<Reading> age(Tokens tokens, Measure measure) {
        int end = measure.end();
        boolean hyphen = tokens.is(end, "-");
        Optional<Term> unit = lexicon.unit(tokens, hyphen ? end + 1 : end)
                .filter(term -> term.type().is("duration"));
        int after = unit.map(Term::end).orElse(end);
        if (tokens.is(after, "-")) {
            after++;
        }
        boolean old = tokens.isOneOf(after, OLD)
                || tokens.lower(after).equals("of") && tokens.lower(after + 1).equals("age")
                || tokens.lower(end).endsWith("-old")
                || tokens.lower(end).endsWith("-olds")
                || tokens.lower(end).equals("year-olds");
        boolean open = isOpenEnded(tokens, after);
        boolean named = tokens.anyBefore(measure.start(), 3, AGES);
        String relation = tokens.lower(measure.start());
        boolean older = relation.equals("older") || relation.equals("younger");
        if (!(old || named || older || open && unit.isPresent())
                && !(open && measure.low().intValue() >= 10)) {
            return Optional.empty();
        }
        if (open) {
            Quantity quantity = new Quantity(Relation.AT_LEAST, measure.low(), measure.high());
            return Optional.of(Reading.of(lexicon.type("range"), quantity, "years", measure.start(), after + 2));
        }
        boolean many =
                measure.isRange() || measure.relation() != Relation.EQUAL && measure.relation() != Relation.ABOUT;
        return many ? Optional.of(of("range", measure, "years", after)) : Optional.empty();
    }

    private static boolean isOpenEnded(Tokens tokens, int i) {
        boolean joined = tokens.isOneOf(i, Set.of("and", "or"));
        return joined && tokens.isOneOf(i + 1, Set.of("older", "over", "above", "up"));
    }

    /** "12-month", "6- and 12-month", "3 years to 8 years", "more than 3 years of experience". */
    private Optional<Reading> duration(Tokens tokens, Measure measure) {
        int end = measure.end();
        Optional<Term> unit = lexicon.unit(tokens, tokens.is(end, "-") ? end + 1 : end)
                .filter(term -> term.type().is("duration"));
        String shared = unit.isPresent() ? "" : sharedUnit(tokens, measure, "duration");
        if (unit.isEmpty() && shared.isEmpty()) {
            return Optional.empty();
        }
        int after = unit.map(Term::end).orElse(end);
        boolean calendar = tokens.anyBefore(measure.start(), 2, CALENDAR)
                || tokens.isOneOf(after, Set.of("ago", "earlier", "old"))
                || tokens.is(after, "-") && tokens.isOneOf(after + 1, OLD)
                || tokens.lower(end).endsWith("-old")
                || tokens.lower(measure.start()).equals("one")
                        && tokens.lower(end).equals("day");
        if (calendar || isAge(tokens, measure, after)) {
            return Optional.empty();
        }
        String words = unit.isPresent() ? tokens.text(after - 1) : shared;
        if (tokens.lower(after).equals("on") && tokens.lower(after + 1).equals("average")) {
            return Optional.of(of("mean", measure, words, after + 2));
        }
        if (tokens.lower(after).equals("of") && tokens.lower(after + 1).equals("experience")) {
            words += " of experience";
            after += 2;
        }
        boolean spread = measure.isRange() && tokens.anyBefore(measure.start(), 8, SPREAD);
        return Optional.of(of(spread ? "range" : "duration", measure, words, after));
    }

    private static boolean isAge(Tokens tokens, Measure measure, int after) {
        return tokens.isOneOf(measure.start() - 1, AGES)
                || tokens.lower(after).equals("of") && tokens.lower(after + 1).equals("age");
    }

    /** "16 randomized controlled studies", "over 26,000 patients"; "the two trials" is no count. */
    private Optional<Reading> count(Tokens tokens, Measure measure) {
        boolean known = tokens.get(measure.end() - 1).isSpelled()
                && (measure.high().intValue() == 1
                        || isVague(tokens, measure)
                        || tokens.isOneOf(measure.start() - 1, KNOWN));
        if (known) {
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
                String words = counted ? tokens.text(unit.get().end() - 1) : "";
                return counted
                        ? Optional.of(of(
                                measure.isRange() ? "range" : "count",
                                measure,
                                words,
                                unit.get().end()))
                        : Optional.empty();
            }
        }
        String shared = sharedUnit(tokens, measure, "count");
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

    /** The unit after a later number of the list: "6- and 12-month", "3, 6, and 12 months"; empty if there is none. */
    private String sharedUnit(Tokens tokens, Measure measure, String form) {
        boolean joined = false;
        boolean number = true;
        for (int at = measure.end(); at < measure.end() + 9; at++) {
            boolean and = tokens.isOneOf(at, Set.of("and", "or", "&"));
            if (number && joined && at > measure.end() + 1) {
                int unit = tokens.is(at, "-") ? at + 1 : at;
                if (lexicon.unit(tokens, unit)
                        .filter(term -> term.type().form().equals(form))
                        .isPresent()) {
                    return measure.isYear() ? "" : tokens.text(unit);
                }
            }
            if (!and && !tokens.is(at, ",") && !tokens.is(at, "-") && !tokens.isNumber(at)) {
                return "";
            }
            joined |= and;
            number = tokens.isNumber(at);
        }
        return "";
    }

    private Reading of(String notation, Measure measure, String unit, int end) {
        return Reading.of(
                lexicon.type(notation), measure.quantity(), unit, measure.start(), Math.max(end, measure.end()));
    }
}
