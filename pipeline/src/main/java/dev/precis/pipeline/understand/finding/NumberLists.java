package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Set;

/** Finds the unit that the numbers of a list share. */
final class NumberLists {
    private NumberLists() {}

    /** The unit after a later number of the list: "6- and 12-month", "3, 6, and 12 months"; empty if there is none. */
    static String unit(StatisticLexicon lexicon, Tokens tokens, Measure measure, String form) {
        boolean joined = false;
        boolean number = true;
        for (int at = measure.end(); at < measure.end() + 9; at++) {
            boolean and = tokens.isOneOf(at, Set.of("and", "or", "&"));
            if (number && joined && at > measure.end() + 1) {
                int unitAt = tokens.is(at, "-") ? at + 1 : at;
                if (lexicon.unit(tokens, unitAt)
                        .filter(term -> term.type().form().equals(form))
                        .isPresent()) {
                    return measure.isYear() ? "" : tokens.text(unitAt);
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
}
