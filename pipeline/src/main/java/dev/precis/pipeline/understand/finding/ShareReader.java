package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.NumberWords;
import dev.precis.pipeline.understand.finding.token.Token;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads shares in words: "three out of four", "about one in five", "half of", "two-thirds". */
final class ShareReader {
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fourth", 4),
            Map.entry("fourths", 4),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sixth", 6),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10));

    private static final Set<String> NOT_HALF_BEFORE = Words.of("first second latter other and");
    private static final Set<String> NOT_HALF_AFTER = Words.of("""
        hour hours year years day days times way life century hearted as a an
        """);

    private static final Set<String> PLACES = Words.of("page slide step part chapter episode lesson module seite");

    private final StatisticType ratio;
    private final StatisticLexicon lexicon;

    ShareReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
        this.ratio = lexicon.type("ratio");
    }

    Optional<Reading> at(Tokens tokens, int i) {
        RelationWords.Match relation = RelationWords.at(tokens, i);
        int at = relation.end();
        Optional<Reading> counted = ofNumbers(tokens, i, relation.relation(), at);
        return counted.isPresent() ? counted : ofParts(tokens, i, relation.relation(), at);
    }

    /** "two in five", "3 out of 4", "one of every five", "45 of 120". */
    private Optional<Reading> ofNumbers(Tokens tokens, int start, Relation relation, int number) {
        if (!tokens.isNumber(number)) {
            return Optional.empty();
        }
        String join = tokens.lower(number + 1);
        int whole = switch (join) {
            case "in", "of" -> number + 2;
            // "7 sur 10" and "3 von 5" may be marks
            case "von", "sur", "des", "der" -> isCounted(tokens, number + 3) ? number + 2 : number;
            case "/" -> isCounted(tokens, number + 3) || isOfPercentage(tokens, number) ? number + 2 : number;
            case "out" -> number + 3;
            default -> number;
        };
        if (whole > number && tokens.isOneOf(whole, Set.of("every", "the", "these", "those", "all"))) {
            whole++;
        }
        if (whole == number || !tokens.isNumber(whole)) {
            return Optional.empty();
        }
        BigDecimal part = tokens.get(number).value();
        BigDecimal all = tokens.get(whole).value();
        boolean small = all.compareTo(BigDecimal.valueOf(100)) <= 0 || !join.equals("in");
        boolean timed = lexicon.unit(tokens, whole + 1)
                .filter(unit -> !unit.type().form().equals("count"))
                .isPresent();
        // "one of two classes" picks one
        boolean picked = join.equals("of") && part.compareTo(BigDecimal.ONE) == 0;
        boolean isShare = !picked
                && !isQuoted(tokens, start)
                && !tokens.isOneOf(start - 1, PLACES)
                && !tokens.isOneOf(whole + 1, Set.of("star", "stars"))
                && part.signum() > 0
                && part.compareTo(all) < 0
                && part.scale() <= 0
                && all.scale() <= 0
                && small
                && !timed;
        return isShare ? Optional.of(Reading.ratio(ratio, relation, part, all, start, whole + 1)) : Optional.empty();
    }

    /** Somebody's saying or an answer of a questionnaire: "more than half the days". */
    private static boolean isQuoted(Tokens tokens, int i) {
        return tokens.anyBefore(i, 3, Set.of("\"", "\u201C", "\u201E", "\u00AB"))
                && !tokens.anyBefore(i, 3, Set.of("\u201D", "\u00BB"));
    }

    /** "88% (35/40)". */
    private static boolean isOfPercentage(Tokens tokens, int i) {
        return tokens.opens(i - 1) && tokens.is(i - 2, "%") && tokens.closes(i + 3);
    }

    /** "45/90 patients (50%)": without the people, a stroke may be a date or a pair of scores. */
    private boolean isCounted(Tokens tokens, int i) {
        return lexicon.unit(tokens, i)
                .filter(unit -> unit.type().form().equals("count"))
                .isPresent();
    }

    /** "a third of", "one third", "two-thirds", "half of the patients". */
    private Optional<Reading> ofParts(Tokens tokens, int start, Relation relation, int at) {
        String word = tokens.lower(at);
        int hyphen = word.indexOf('-');
        if (hyphen > 0 && PARTS.containsKey(word.substring(hyphen + 1))) {
            int parts = NumberWords.small(Token.word(word.substring(0, hyphen), 0, 0));
            return parts == 0 ? Optional.empty() : share(relation, parts, word.substring(hyphen + 1), start, at + 1);
        }
        boolean article = word.equals("a") || word.equals("one");
        if (tokens.isNumber(at) && tokens.get(at).isSpelled() || article) {
            String part = tokens.lower(at + 1);
            boolean counted = tokens.isNumber(at) || !isOrdinal(tokens, at + 2);
            // "a quarter of a century" is no share of the people
            boolean thing = tokens.lower(at + 2).equals("of") && tokens.isOneOf(at + 3, Set.of("a", "an"));
            boolean fits = PARTS.containsKey(part) && counted && !thing && !part.equals("half");
            int parts = tokens.isNumber(at) ? tokens.get(at).value().intValue() : 1;
            return fits ? share(relation, parts, part, start, at + 2) : Optional.empty();
        }
        boolean half = word.equals("half")
                && !isQuoted(tokens, at)
                && !tokens.isOneOf(at - 1, NOT_HALF_BEFORE)
                && !(tokens.lower(at - 1).equals("a") && tokens.lower(at - 2).equals("and"))
                && !tokens.isOneOf(at + 1, NOT_HALF_AFTER)
                && !tokens.is(at + 1, "-");
        return half ? share(relation, 1, "half", start, at + 1) : Optional.empty();
    }

    /** "a third study" counts up; "a third of", "a third (33%)" and "a third relapsed" divide. */
    private static boolean isOrdinal(Tokens tokens, int next) {
        return tokens.isWord(next)
                && !tokens.isOneOf(next, Set.of("of", "had", "did", "were", "have", "are"))
                && !tokens.lower(next).endsWith("ed");
    }

    private Optional<Reading> share(Relation relation, int parts, String part, int start, int end) {
        BigDecimal whole = BigDecimal.valueOf(PARTS.getOrDefault(part, 1));
        return Optional.of(Reading.ratio(ratio, relation, BigDecimal.valueOf(parts), whole, start, end));
    }
}
