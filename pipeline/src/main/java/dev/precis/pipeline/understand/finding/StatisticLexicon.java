package dev.precis.pipeline.understand.finding;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.understand.finding.token.Token;
import dev.precis.pipeline.understand.finding.token.Tokenizer;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names and symbols of statistics in running text, all of them from the concept scheme. */
final class StatisticLexicon {
    private final Map<String, StatisticType> types = new HashMap<>();
    private final Map<String, List<Label>> names = new HashMap<>();
    private final Map<String, List<Label>> units = new HashMap<>();

    StatisticLexicon(ConceptScheme statistics) {
        for (Concept concept : statistics.concepts()) {
            if (concept.notations().isEmpty()) {
                throw new IllegalArgumentException("statistic <" + concept.iri() + "> has no skos:notation");
            }
            String notation = concept.notations().getFirst();
            StatisticType type =
                    new StatisticType(concept.iri(), notation, concept.form(), concept.isKindOf("reliability"));
            types.put(notation, type);
            switch (concept.form()) {
                case "estimate", "test" ->
                    Stream.concat(concept.labels(), Stream.of(notation)).forEach(label -> add(names, label, type));
                case "count", "percentage", "duration" ->
                    concept.hiddenLabels().forEach(label -> add(units, label, type));
                default -> {
                    // a ratio, a range and a p are known by their grammar alone
                }
            }
        }
        names.values().forEach(StatisticLexicon::longestFirst);
        units.values().forEach(StatisticLexicon::longestFirst);
    }

    /** The type with that notation, which the grammar itself needs. */
    StatisticType type(String notation) {
        StatisticType type = types.get(notation);
        if (type == null) {
            throw new IllegalArgumentException("no statistic with skos:notation \"" + notation + "\"");
        }
        return type;
    }

    /** The name of a statistic that starts at the token. */
    Optional<Term> name(Tokens tokens, int i) {
        return longest(names, tokens, i, true);
    }

    /** The sign, unit of time or counted thing that starts at the token. */
    Optional<Term> unit(Tokens tokens, int i) {
        return longest(units, tokens, i, false);
    }

    private static Optional<Term> longest(Map<String, List<Label>> labels, Tokens tokens, int i, boolean plural) {
        String word = tokens.lower(i);
        Optional<Term> whole = match(labels.getOrDefault(word, List.of()), tokens, i, false);
        if (whole.isPresent() || !tokens.isWord(i)) {
            return whole;
        }
        return match(labels.getOrDefault(singular(word), List.of()), tokens, i, plural);
    }

    private static Optional<Term> match(List<Label> candidates, Tokens tokens, int i, boolean plural) {
        for (Label label : candidates) {
            int length = label.words().size();
            boolean all = true;
            for (int w = 0; w < length && all; w++) {
                all = label.equalsWord(w, tokens.text(i + w), plural || w == length - 1);
            }
            if (all) {
                return Optional.of(new Term(label.type(), i, i + length, label.isSymbol()));
            }
        }
        return Optional.empty();
    }

    private static void add(Map<String, List<Label>> labels, String printed, StatisticType type) {
        List<String> words = Tokenizer.read(printed).stream().map(Token::text).toList();
        Label label = new Label(words, type);
        labels.computeIfAbsent(words.getFirst().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                .add(label);
    }

    private static void longestFirst(List<Label> labels) {
        labels.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
    }

    private static String singular(String word) {
        if (word.endsWith("'s")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") || word.endsWith("'") ? word.substring(0, word.length() - 1) : word;
    }

    /**
     * A name found in the text.
     *
     * @param symbol whether it ends in a symbol, so that a number may follow at once ("OR 1.42")
     */
    record Term(StatisticType type, int start, int end, boolean symbol) {}

    private record Label(List<String> words, StatisticType type) {
        boolean isSymbol() {
            return isShort(words.getLast());
        }

        /** Short names differ by case (t and T, n and N); words do not. */
        boolean equalsWord(int index, String printed, boolean plural) {
            String word = words.get(index);
            if (isShort(word) && words.size() == 1) {
                return word.equals(printed) || plural && word.equals(singular(printed));
            }
            return word.equalsIgnoreCase(printed) || plural && word.equalsIgnoreCase(singular(printed));
        }

        private static boolean isShort(String word) {
            int run = 0;
            for (int i = 0; i < word.length(); i++) {
                run = Character.isLetter(word.charAt(i)) ? run + 1 : 0;
                if (run > 3) {
                    return false;
                }
            }
            return true;
        }
    }
}
