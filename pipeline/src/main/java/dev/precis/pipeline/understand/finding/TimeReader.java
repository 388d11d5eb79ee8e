package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.StatisticLexicon.Term;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Reads numbers of years, weeks and minutes: the ages of who was studied, and how long something took. */
final class TimeReader {
    private static final Set<String> CALENDAR = Words.of("past last previous next recent every each preceding");
    private static final Set<String> OLD = Set.of("old", "olds", "of-age");
    private static final Set<String> AGES = Set.of("age", "ages", "aged");
    private static final Set<String> SPREAD = Words.of("""
        range ranged ranges ranging varied varying iqr interquartile
        """);

    private final StatisticLexicon lexicon;

    TimeReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<Reading> read(Tokens tokens, Measure measure) {
        return age(tokens, measure).or(() -> duration(tokens, measure));
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
        String shared = unit.isPresent() ? "" : NumberLists.unit(lexicon, tokens, measure, "duration");
        if (unit.isEmpty() && shared.isEmpty()) {
            return Optional.empty();
        }
        int after = unit.map(Term::end).orElse(end);
        boolean calendar = tokens.isOneOf(measure.start() - 1, CALENDAR)
                || tokens.isOneOf(after, Set.of("ago", "earlier", "old"))
                || tokens.lower(after).equals("of") && tokens.lower(after + 1).equals("life")
                || tokens.lower(measure.start() - 1).equals("first")
                        && tokens.lower(end).startsWith("min")
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

    private Reading of(String notation, Measure measure, String unit, int end) {
        return Reading.of(
                lexicon.type(notation), measure.quantity(), unit, measure.start(), Math.max(end, measure.end()));
    }
}
