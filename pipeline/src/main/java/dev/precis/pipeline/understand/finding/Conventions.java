package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.StatisticLexicon.Term;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.Set;

/** Tells sentences that speak about statistics (what counts as small, how many people are needed) from results. */
final class Conventions {
    private static final Set<String> CONVENTION = Words.of("""
        convention conventions conventional conventionally benchmarks cut-offs cutoffs
        """);
    private static final Set<String> NAMING = Words.of("""
        called suggested suggests proposed guidelines considered regarded interpreted defined classified denotes
        indicates represents represent indicate deemed termed labelled labeled gilt gelten dit dits
        """);
    /** Words after which even "low" and "high" are grades, when "as" follows. */
    private static final Set<String> TAKING = Words.of("taken regarded interpreted classified treated seen");

    private static final Set<String> GRADES =
            Set.of("small", "medium", "moderate", "large", "klein", "mittel", "groß", "petit", "moyen", "grand");
    private static final Set<String> REPORTING = Words.of("was were occurred had achieved reached met");
    private static final Set<String> IMPROVEMENT = Words.of("""
        reduction reductions improvement decrease drop increase change decline
        """);
    private static final Set<String> LEVELS = Set.of("low", "high");
    private static final Set<String> THRESHOLDS = Words.of("""
        significance alpha threshold thresholds level
        """);

    private static final Set<String> ERROR_RATES = Words.of("""
        bonferroni bonferroni-corrected bonferroni-adjusted corrected adjusted level levels significance two-tailed
        two-sided one-tailed one-sided familywise type
        """);
    private static final Set<String> RELIABLE = Words.of("reliability reliable consistency cronbach cronbach's");

    private Conventions() {}

    static boolean explains(Tokens tokens) {
        int grades = 0;
        int levels = 0;
        boolean naming = false;
        boolean taking = false;
        boolean power = false;
        boolean planning = false;
        boolean threshold = false;
        boolean set = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            String word = tokens.lower(i);
            String next = tokens.lower(i + 1);
            if (CONVENTION.contains(word) || word.equals("rule") && next.equals("of")) {
                return true;
            }
            grades += GRADES.contains(word) && !tokens.isNumber(i + 1) ? 1 : 0;
            levels += LEVELS.contains(word) && !tokens.isNumber(i + 1) ? 1 : 0;
            naming |= NAMING.contains(word);
            taking |= TAKING.contains(word) && next.equals("as");
            power |= word.equals("power") || word.equals("powered");
            planning |= word.equals("detect")
                    || word.equals("detectable")
                    || word.equals("needed")
                    || word.equals("required")
                    || word.equals("suffices");
            threshold |= THRESHOLDS.contains(word);
            // "significance was set at p < .05"
            set |= word.equals("set") && (next.equals("at") || next.equals("to"));
        }
        return power && planning || naming && grades >= 3 || taking && grades + levels >= 3 || threshold && set;
    }

    /**
     * Where the definition that starts at the token ends: "defined as a reduction of at least 50%" tells no result, but
     * what follows may. The token itself where none starts.
     */
    static int endOfDefinition(Tokens tokens, int i) {
        boolean defined = tokens.lower(i).equals("defined") && tokens.isOneOf(i + 1, Set.of("as", "by"));
        if (!defined && !isCriterion(tokens, i)) {
            return i;
        }
        int end = i + 1;
        while (end < tokens.size()
                && !tokens.is(end, ",")
                && !tokens.is(end, ";")
                && !tokens.isOneOf(end, REPORTING)
                && !(tokens.closes(end) && tokens.group(end) != tokens.group(i))) {
            end++;
        }
        return end;
    }

    /** "response (≥50% reduction)". */
    private static boolean isCriterion(Tokens tokens, int i) {
        boolean least = tokens.opens(i) && tokens.is(i + 1, ">=") && tokens.isNumber(i + 2) && tokens.is(i + 3, "%");
        return least && tokens.isOneOf(i + 4, IMPROVEMENT);
    }

    /** "Bonferroni-corrected alpha = .017", "the alpha level": a level of significance, no reliability. */
    static boolean isErrorRate(Tokens tokens, Term term) {
        return term.type().is("alpha")
                && !tokens.lower(term.start()).startsWith("cronbach")
                && (isSmall(tokens, RelationWords.at(tokens, term.end()).end())
                        || tokens.anyBefore(term.start(), 4, ERROR_RATES)
                        || tokens.anyBefore(term.end() + 7, 7, ERROR_RATES)
                                && !tokens.anyBefore(term.start(), 8, RELIABLE));
    }

    /** No scale is published with a reliability of .10 or less. */
    private static boolean isSmall(Tokens tokens, int i) {
        int at = tokens.isOneOf(i, Set.of("of", "was", "at")) ? i + 1 : i;
        return tokens.isNumber(at)
                && tokens.get(at).value().compareTo(new BigDecimal("0.1")) <= 0
                && tokens.get(at).value().signum() > 0;
    }
}
