package dev.precis.sparql.page;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.QualityAnnotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What readers should know of what is published, by kind. */
public record Review(List<Kind> kinds) {
    private static final int MOST = 200;

    public Review {
        kinds = List.copyOf(kinds);
    }

    /** All of one kind, which has the same label and explanation. */
    public record Kind(String label, String explanation, List<QualityAnnotation> annotations) {
        public Kind {
            annotations = List.copyOf(annotations);
        }

        /** As many as a page can show. */
        public List<QualityAnnotation> shown() {
            return annotations.subList(0, Math.min(MOST, annotations.size()));
        }
    }

    /** Sorted by kind: the rare before the common, which are mostly harmless. */
    public static Review of(List<QualityAnnotation> annotations) {
        Map<String, List<QualityAnnotation>> kinds = new LinkedHashMap<>();
        // what is true of a study is told of the study and the summary, and not once more for each piece of its advice
        annotations.stream()
                .filter(annotation ->
                        !IriTemplate.IMPLICATION.isOf(annotation.flag().target()))
                .forEach(annotation -> kinds.computeIfAbsent(annotation.flag().label(), label -> new ArrayList<>())
                        .add(annotation));
        return new Review(kinds.entrySet().stream()
                .map(kind -> new Kind(
                        kind.getKey(), kind.getValue().getFirst().flag().explanation(), kind.getValue()))
                .sorted(Comparator.comparingInt(
                                (Kind kind) -> kind.annotations().size())
                        .thenComparing(Kind::label))
                .toList());
    }

    /** The same with the words that those are about which are shown. */
    public Review reading(UnaryOperator<List<QualityAnnotation>> words) {
        return new Review(kinds.stream()
                .map(kind -> new Kind(
                        kind.label(),
                        kind.explanation(),
                        Stream.concat(
                                        words.apply(kind.shown()).stream(),
                                        kind.annotations().stream()
                                                .skip(kind.shown().size()))
                                .toList()))
                .toList());
    }

    /** How many there are in all. */
    public int count() {
        return kinds.stream().mapToInt(kind -> kind.annotations().size()).sum();
    }
}
