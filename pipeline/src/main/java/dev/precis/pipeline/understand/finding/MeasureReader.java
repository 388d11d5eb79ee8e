package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.RangeWords;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Reads numbers and ranges: ".31", "over 26,000", "5% to 10%", "between 6.1% and 9.1%", "50–60%". */
final class MeasureReader {
    private static final Set<String> CHANGES = Words.of("""
        dropped drop fell fall decreased decrease decreasing declined decline reduced reduce
        reducing reduction increased increase increasing rose rise rising grew improved improve
        improvement improving changed change went moved shrank climbed lowered raised dropping
        falling brought down up
        passé passée passés passées passe passait passer baissé baisse diminué diminution augmenté augmentation réduit
        réduite réduction chuté chute tombé recul reculé monté amélioré amélioration
        sank sanken gesunken fiel fielen stieg stiegen gestiegen senkte reduzierte verringerte erhöhte rückgang anstieg
        """);

    private static final Set<String> RANGES = Words.of("""
        range ranged ranging ranges varied vary varies varying lasted lasting lasts between iqr
        interquartile ran run running spanned
        variait variaient varie varient variant allait allaient étendue reichte reichten schwankte schwankten spannweite
        """);

    private final StatisticLexicon lexicon;

    MeasureReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The measure that starts at the token, its relation included. */
    Optional<Measure> at(Tokens tokens, int i) {
        RelationWords.Match relation = RelationWords.at(tokens, i);
        int number = relation.end();
        if (RangeWords.isBetween(tokens, i) && tokens.isNumber(i + 1)) {
            number = i + 1;
        } else if (number > i && tokens.lower(number).equals("an")) {
            number++;
        }
        if (isMoney(tokens, number)) {
            number++;
        }
        if (!tokens.isNumber(number)) {
            return Optional.empty();
        }
        int end = number + 1;
        boolean percent = isPercent(tokens, end);
        int afterUnit = percent ? afterPercent(tokens, end) : end;
        int second = secondBound(tokens, number, afterUnit, i);
        if (second >= 0) {
            boolean bothPercent = percent || isPercent(tokens, second + 1);
            return Optional.of(new Measure(
                    relation.relation(),
                    tokens.get(number).value(),
                    tokens.get(second).value(),
                    bothPercent,
                    i,
                    bothPercent ? afterPercent(tokens, second + 1) : second + 1));
        }
        return Optional.of(new Measure(
                relation.relation(),
                tokens.get(number).value(),
                tokens.get(number).value(),
                percent,
                i,
                afterUnit));
    }

    /** Index of the second number of a range whose first number's unit ends at {@code end}, or -1. */
    private int secondBound(Tokens tokens, int number, int end, int start) {
        int join = end;
        if (!tokens.is(end, "-")
                && lexicon.unit(tokens, end).filter(this::isTime).isPresent()) {
            // "from 3 years to 8 years": the unit is printed twice
            join = end + 1;
        }
        boolean dash = tokens.is(join, "-") && join == end;
        boolean to = RangeWords.isTo(tokens, join) && !isChange(tokens, start);
        boolean and = RangeWords.isAnd(tokens, join)
                && (RangeWords.isBetween(tokens, start) || RangeWords.isBetween(tokens, start - 1));
        int second = join + 1;
        if (!(dash || to || and) || !tokens.isNumber(second)) {
            return -1;
        }
        if (join > end && lexicon.unit(tokens, second + 1).filter(this::isTime).isEmpty()) {
            return -1;
        }
        boolean chain =
                dash && (tokens.is(second + 1, "-") && tokens.isNumber(second + 2) || tokens.is(number - 1, "-"));
        return chain ? -1 : second;
    }

    /** "From 20% to 5%" is two numbers where something changed, one range where something varied. */
    private static boolean isChange(Tokens tokens, int start) {
        int from = RangeWords.lastFromBefore(tokens, start, 4);
        for (int i = from + 1; i < start && from >= 0; i++) {
            from = tokens.isNumber(i) || tokens.opens(i) ? -1 : from;
        }
        if (from < 0) {
            return false;
        }
        int change = tokens.lastBefore(from, 12, CHANGES);
        return change >= 0 && tokens.lastBefore(from, 12, RANGES) < change;
    }

    boolean isPercent(Tokens tokens, int i) {
        return lexicon.unit(tokens, i)
                .filter(unit -> unit.type().form().equals("percentage"))
                .isPresent();
    }

    private int afterPercent(Tokens tokens, int i) {
        return lexicon.unit(tokens, i)
                .filter(unit -> unit.type().form().equals("percentage"))
                .map(StatisticLexicon.Term::end)
                .orElse(i);
    }

    private boolean isTime(StatisticLexicon.Term unit) {
        return unit.type().form().equals("duration");
    }

    static boolean isMoney(Tokens tokens, int i) {
        return tokens.is(i, "$") || tokens.is(i, "£") || tokens.is(i, "€");
    }
}
