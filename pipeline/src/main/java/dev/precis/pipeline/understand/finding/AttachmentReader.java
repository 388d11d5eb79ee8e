package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is printed beside a statistic and named by itself: SE, SD, df, p. */
final class AttachmentReader {
    private static final Set<String> ERROR = Set.of("se", "ses", "standardfehler");
    private static final Set<String> DEVIATION =
            Set.of("sd", "sds", "standardabweichung", "écart-type", "écarts-types");
    private static final Set<String> JOINS = Words.of("= : , ~ of was de von");
    private static final Set<String> FREEDOM = Set.of("df", "dfs");
    private static final Set<String> P = Set.of("p", "p-value", "pvalue");
    private static final Set<String> PS = Set.of("ps", "p's", "p-values");
    private static final Set<String> SHARING = Set.of("both", "all", "each", "every");
    private static final Set<String> CONTRASTS = Set.of(
            "difference",
            "trend",
            "interaction",
            "heterogeneity",
            "non-inferiority",
            "noninferiority",
            "contrast",
            "moderation",
            "equivalence");
    private static final Set<String> NOT_SIGNIFICANT = Set.of("ns", "nonsignificant", "non-significant");

    private AttachmentReader() {}

    /** The standard error, standard deviation or degrees of freedom at the token. */
    static Optional<Found> at(Tokens tokens, int i) {
        String word = tokens.lower(i);
        String next = tokens.lower(i + 1);
        if (ERROR.contains(word)) {
            return error(tokens, i + 1);
        }
        if (word.equals("standard") && next.startsWith("error")
                || word.equals("erreur") && (next.equals("type") || next.equals("standard"))) {
            return error(tokens, i + 2);
        }
        // "et" is "and"
        boolean ecartType =
                tokens.is(i, "ET") && (tokens.is(i + 1, "=") || tokens.is(i + 1, ":") || tokens.isNumber(i + 1));
        if (ecartType || DEVIATION.contains(word)) {
            return deviation(tokens, i + 1);
        }
        if (word.equals("standard") && next.startsWith("deviation")) {
            return deviation(tokens, i + 2);
        }
        if (FREEDOM.contains(word)) {
            return number(tokens, i + 1).map(n -> freedom(tokens, n));
        }
        return Optional.empty();
    }

    private static Optional<Found> error(Tokens tokens, int i) {
        return number(tokens, i).map(n -> new Found(new Attachment.StandardError(n.value()), n.end()));
    }

    private static Optional<Found> deviation(Tokens tokens, int i) {
        return number(tokens, i).map(n -> new Found(new Attachment.StandardDeviation(n.value()), n.end()));
    }

    private static Found freedom(Tokens tokens, Number first) {
        boolean two = tokens.is(first.end(), ",") && tokens.isNumber(first.end() + 1);
        if (two) {
            BigDecimal second = tokens.get(first.end() + 1).value();
            return new Found(new Attachment.DegreesOfFreedom(List.of(first.value(), second)), first.end() + 2);
        }
        return new Found(new Attachment.DegreesOfFreedom(List.of(first.value())), first.end());
    }

    /** The number after a name, whatever joins them: "SE = 0.11", "SD 6.2", "SD: 6.2", "SD of 6.2". */
    private static Optional<Number> number(Tokens tokens, int i) {
        int at = i;
        while (at < i + 2 && tokens.isOneOf(at, JOINS)) {
            at++;
        }
        if (!tokens.isNumber(at)) {
            return Optional.empty();
        }
        BigDecimal value = tokens.get(at).value();
        // "SD - 6.2": without an equals sign the dash is one
        return Optional.of(new Number(tokens.is(at - 1, "=") ? value : value.abs(), at + 1));
    }

    /** The p value at the token, with the words that share it among several statistics. */
    static Optional<FoundProbability> probability(Tokens tokens, int i) {
        int at = tokens.isOneOf(i, SHARING) ? i + 1 : i;
        boolean sharing = at > i;
        if (sharing && tokens.lower(at).equals("of")
                || sharing && tokens.lower(at).equals("the")) {
            at++;
        }
        if (!sharing && isNotSignificant(tokens, i)) {
            Attachment.Probability ns = new Attachment.Probability(Relation.EQUAL, BigDecimal.ONE, false);
            return Optional.of(new FoundProbability(ns, Sharing.ONE, i + 1));
        }
        boolean plural = tokens.isOneOf(at, PS) || tokens.is(at, "Ps");
        boolean note = tokens.is(at - 1, "*");
        if (note || !plural && !tokens.isOneOf(at, P)) {
            return Optional.empty();
        }
        int relation = at + 1;
        if (tokens.lower(relation).startsWith("value")) {
            plural |= tokens.lower(relation).equals("values");
            relation++;
        }
        boolean other = false;
        if (tokens.lower(relation).equals("for")) {
            int noun = tokens.lower(relation + 1).equals("the") ? relation + 2 : relation + 1;
            other = tokens.isOneOf(noun, CONTRASTS);
            relation = other ? noun + 1 : relation;
        }
        Optional<FoundProbability> found = value(tokens, relation);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int end = found.get().end();
        boolean forBoth = tokens.lower(end).equals("for") && tokens.isOneOf(end + 1, SHARING);
        String word = forBoth ? tokens.lower(end + 1) : sharing ? tokens.lower(i) : sharedEarlier(tokens, i);
        Sharing scope = other
                ? Sharing.NONE
                : word.equals("both") ? Sharing.BOTH : !word.isEmpty() || plural ? Sharing.ALL : Sharing.ONE;
        return Optional.of(new FoundProbability(found.get().probability(), scope, forBoth ? end + 2 : end));
    }

    /** "all were significant at p < .001". */
    private static String sharedEarlier(Tokens tokens, int i) {
        int at = i - 1;
        while (at > i - 6 && (tokens.isWord(at) || tokens.opens(at)) && !tokens.isOneOf(at, SHARING)) {
            at--;
        }
        boolean significant = tokens.anyBetween(at, i, Set.of("significant", "significantly"));
        return significant && tokens.isOneOf(at, SHARING) ? tokens.lower(at) : "";
    }

    private static Optional<FoundProbability> value(Tokens tokens, int i) {
        RelationWords.Match relation = RelationWords.signAt(tokens, i);
        boolean signed = relation.end() > i;
        if (!signed) {
            String word = tokens.lower(i);
            if (!(word.equals("of")
                    || word.equals("was")
                    || word.equals("were")
                    || word.equals(":")
                    || word.equals("less")
                    || word.equals("greater"))) {
                return Optional.empty();
            }
            int comparison = word.equals("less") || word.equals("greater") ? i : i + 1;
            relation = RelationWords.at(tokens, comparison);
        }
        int at = relation.end();
        if (tokens.isOneOf(at, NOT_SIGNIFICANT)) {
            Attachment.Probability ns = new Attachment.Probability(Relation.EQUAL, BigDecimal.ONE, false);
            return Optional.of(new FoundProbability(ns, Sharing.ONE, at + 1));
        }
        if (!tokens.isNumber(at)) {
            return Optional.empty();
        }
        BigDecimal value = tokens.get(at).value();
        int end = at + 1;
        if ((tokens.is(end, "×") || tokens.is(end, "x")) && tokens.is(end + 1, "10")) {
            int exponent = tokens.is(end + 2, "-") ? end + 3 : end + 2;
            value = value.movePointLeft(
                    Math.min(400, tokens.get(exponent).value().abs().intValue()));
            end = exponent + 1;
        }
        Attachment.Probability p = new Attachment.Probability(relation.relation(), value, true);
        // "p = 1.3" is a slip that is told; words and percentages beside a letter p are something else
        boolean slip = signed && !tokens.is(end, "%") && value.scale() > 0;
        return p.isInRange() && !MeasureReader.isMoney(tokens, end) || slip
                ? Optional.of(new FoundProbability(p, Sharing.ONE, end))
                : Optional.empty();
    }

    /** "ns" and "n.s." as an entry of a list, not as a word of prose. */
    private static boolean isNotSignificant(Tokens tokens, int i) {
        String before = tokens.text(i - 1);
        boolean listed = before.equals(",") || before.equals(";") || before.equals("(") || before.equals("[");
        return listed && tokens.lower(i).equals("ns");
    }

    /** An attachment and the index after its last token. */
    record Found(Attachment attachment, int end) {}

    /** A p, the statistics it governs, and the index after its last token. */
    record FoundProbability(Attachment.Probability probability, Sharing sharing, int end) {}

    /** How many of the statistics before it a p governs. */
    enum Sharing {
        /** "p for the difference", "p for trend". */
        NONE,
        ONE,
        BOTH,
        ALL
    }

    private record Number(BigDecimal value, int end) {}
}
