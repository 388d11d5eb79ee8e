package dev.precis.sparql.plot;

import dev.precis.sparql.query.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which numbers of a sentence tell how much the studies behind an effect differ: I², τ² and Cochran's Q (Higgins and
 * Thompson, 2002). In print they follow the effect that they are of.
 */
final class Heterogeneity {
    private static final Set<String> KEYS = Set.of("I2", "tau2", "Q");
    /** Q between groups, of a model or within groups is of a moderator. */
    private static final Pattern OF_A_MODERATOR = Pattern.compile("^Q[-_ ]?\\p{Alpha}");

    private Heterogeneity() {}

    /** Those of each effect, by the name of the effect's estimate, in printed order. */
    static Map<String, List<Figure>> of(List<Figure> figures) {
        Map<String, List<Figure>> byFinding = figures.stream()
                .collect(Collectors.groupingBy(Figure::finding, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Figure>> found = new HashMap<>();
        byFinding.values().forEach(sentence -> found.putAll(ofSentence(sentence)));
        return found;
    }

    /** Of the only effect, or of each the numbers behind it; where one effect has none behind it, nobody can tell. */
    private static Map<String, List<Figure>> ofSentence(List<Figure> sentence) {
        Map<String, List<Figure>> behind = new LinkedHashMap<>();
        List<Figure> before = new ArrayList<>();
        List<Figure> last = before;
        for (Figure figure : sentence) {
            if (figure.statistic().isEffect()) {
                last = behind.computeIfAbsent(figure.estimate().iri(), effect -> new ArrayList<>());
            } else if (isHeterogeneity(figure)) {
                last.add(figure);
            }
        }
        if (behind.size() == 1) {
            behind.values().iterator().next().addAll(0, before);
            return behind;
        }
        boolean told = before.isEmpty() && behind.values().stream().noneMatch(List::isEmpty);
        return told ? behind : Map.of();
    }

    private static boolean isHeterogeneity(Figure figure) {
        return KEYS.contains(figure.statistic().key())
                && !OF_A_MODERATOR.matcher(figure.estimate().asPrinted()).find();
    }
}
