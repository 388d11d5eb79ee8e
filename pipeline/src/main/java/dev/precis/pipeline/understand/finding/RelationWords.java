package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a number is related to the true one, by sign or by words: "over 26,000", "up to 58%", "≈ 40". */
final class RelationWords {
    private static final Map<String, Relation> SIGNS = Map.of(
            "=", Relation.EQUAL,
            "<", Relation.LESS,
            ">", Relation.GREATER,
            "<=", Relation.AT_MOST,
            ">=", Relation.AT_LEAST,
            "~", Relation.ABOUT);

    private static final Map<String, Relation> WORDS = Map.ofEntries(
            Map.entry("over", Relation.GREATER),
            Map.entry("above", Relation.GREATER),
            Map.entry("exceeding", Relation.GREATER),
            Map.entry("exceeded", Relation.GREATER),
            Map.entry("under", Relation.LESS),
            Map.entry("below", Relation.LESS),
            Map.entry("about", Relation.ABOUT),
            Map.entry("approximately", Relation.ABOUT),
            Map.entry("approx", Relation.ABOUT),
            Map.entry("around", Relation.ABOUT),
            Map.entry("roughly", Relation.ABOUT),
            Map.entry("almost", Relation.ABOUT),
            Map.entry("nearly", Relation.ABOUT),
            Map.entry("some", Relation.ABOUT),
            Map.entry("circa", Relation.ABOUT),
            Map.entry("estimated", Relation.ABOUT),
            Map.entry("environ", Relation.ABOUT),
            Map.entry("jusqu'à", Relation.AT_MOST),
            Map.entry("presque", Relation.ABOUT),
            Map.entry("quelque", Relation.ABOUT),
            Map.entry("etwa", Relation.ABOUT),
            Map.entry("rund", Relation.ABOUT),
            Map.entry("knapp", Relation.ABOUT),
            Map.entry("ungefähr", Relation.ABOUT),
            Map.entry("ca", Relation.ABOUT),
            Map.entry("mindestens", Relation.AT_LEAST),
            Map.entry("höchstens", Relation.AT_MOST));

    /** Two words; "than" and "of" are looked up through their first word. */
    private static final Map<List<String>, Relation> PAIRS = Map.ofEntries(
            Map.entry(List.of("more", "than"), Relation.GREATER),
            Map.entry(List.of("greater", "than"), Relation.GREATER),
            Map.entry(List.of("larger", "than"), Relation.GREATER),
            Map.entry(List.of("higher", "than"), Relation.GREATER),
            Map.entry(List.of("longer", "than"), Relation.GREATER),
            Map.entry(List.of("older", "than"), Relation.GREATER),
            Map.entry(List.of("upwards", "of"), Relation.GREATER),
            Map.entry(List.of("fewer", "than"), Relation.LESS),
            Map.entry(List.of("less", "than"), Relation.LESS),
            Map.entry(List.of("lower", "than"), Relation.LESS),
            Map.entry(List.of("smaller", "than"), Relation.LESS),
            Map.entry(List.of("younger", "than"), Relation.LESS),
            Map.entry(List.of("shorter", "than"), Relation.LESS),
            Map.entry(List.of("at", "least"), Relation.AT_LEAST),
            Map.entry(List.of("minimum", "of"), Relation.AT_LEAST),
            Map.entry(List.of("at", "most"), Relation.AT_MOST),
            Map.entry(List.of("up", "to"), Relation.AT_MOST),
            Map.entry(List.of("maximum", "of"), Relation.AT_MOST),
            Map.entry(List.of("close", "to"), Relation.ABOUT),
            Map.entry(List.of("plus", "de"), Relation.GREATER),
            Map.entry(List.of("moins", "de"), Relation.LESS),
            Map.entry(List.of("au", "moins"), Relation.AT_LEAST),
            Map.entry(List.of("au", "plus"), Relation.AT_MOST),
            Map.entry(List.of("près", "de"), Relation.ABOUT),
            Map.entry(List.of("mehr", "als"), Relation.GREATER),
            Map.entry(List.of("weniger", "als"), Relation.LESS),
            Map.entry(List.of("bis", "zu"), Relation.AT_MOST));

    private static final Map<List<String>, Relation> TRIPLES = Map.of(
            List.of("no", "more", "than"), Relation.AT_MOST,
            List.of("as", "many", "as"), Relation.AT_MOST,
            List.of("as", "much", "as"), Relation.AT_MOST,
            List.of("no", "fewer", "than"), Relation.AT_LEAST,
            List.of("no", "less", "than"), Relation.AT_LEAST,
            List.of("in", "excess", "of"), Relation.GREATER);

    private static final Set<String> FIRST = Stream.concat(
                    WORDS.keySet().stream(),
                    Stream.concat(PAIRS.keySet().stream(), TRIPLES.keySet().stream())
                            .map(List::getFirst))
            .collect(Collectors.toUnmodifiableSet());

    private RelationWords() {}

    /** The relation that starts at the token; {@code =} of length zero where there is none. */
    static Match at(Tokens tokens, int i) {
        Match sign = signAt(tokens, i);
        return sign.end() > i ? sign : wordsAt(tokens, i);
    }

    static Match signAt(Tokens tokens, int i) {
        Relation relation = SIGNS.get(tokens.text(i));
        return relation == null ? new Match(Relation.EQUAL, i) : new Match(relation, i + 1);
    }

    private static Match wordsAt(Tokens tokens, int i) {
        if (!tokens.isWord(i) || !FIRST.contains(tokens.lower(i))) {
            return new Match(Relation.EQUAL, i);
        }
        List<String> three = List.of(tokens.lower(i), tokens.lower(i + 1), tokens.lower(i + 2));
        Relation triple = TRIPLES.get(three);
        if (triple != null) {
            return new Match(triple, i + 3);
        }
        Relation pair = PAIRS.get(three.subList(0, 2));
        if (pair != null) {
            return new Match(pair, i + 2);
        }
        Relation single = WORDS.get(three.getFirst());
        return single == null ? new Match(Relation.EQUAL, i) : new Match(single, i + 1);
    }

    /** A relation and the token after it. */
    record Match(Relation relation, int end) {}
}
