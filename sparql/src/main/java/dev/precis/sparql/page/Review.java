package dev.precis.sparql.page;

import dev.precis.sparql.query.QualityAnnotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a person should look at, by kind.
 *
 * @param refusals what was read but not published
 */
public record Review(List<Kind> kinds, List<Refusal> refusals) {
    private static final int MOST = 200;

    public Review {
        kinds = List.copyOf(kinds);
        refusals = List.copyOf(refusals);
    }

    /**
     * Something that was read and not published.
     *
     * @param what it is: a name or an address
     * @param reason in words
     */
    public record Refusal(String what, String reason) {}

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
    public static Review of(List<QualityAnnotation> annotations, List<Refusal> refusals) {
        Map<String, List<QualityAnnotation>> kinds = new LinkedHashMap<>();
        annotations.forEach(
                annotation -> kinds.computeIfAbsent(annotation.flag().label(), label -> new ArrayList<>())
                        .add(annotation));
        return new Review(
                kinds.entrySet().stream()
                        .map(kind -> new Kind(
                                kind.getKey(), kind.getValue().getFirst().flag().explanation(), kind.getValue()))
                        .sorted(Comparator.comparingInt(
                                        (Kind kind) -> kind.annotations().size())
                                .thenComparing(Kind::label))
                        .toList(),
                refusals);
    }

    /** The same with the words that those are about which are shown. */
    public Review reading(UnaryOperator<List<QualityAnnotation>> words) {
        return new Review(
                kinds.stream()
                        .map(kind -> new Kind(
                                kind.label(),
                                kind.explanation(),
                                Stream.concat(
                                                words.apply(kind.shown()).stream(),
                                                kind.annotations().stream()
                                                        .skip(kind.shown().size()))
                                        .toList()))
                        .toList(),
                refusals);
    }

    /** How many there are in all. */
    public int count() {
        return kinds.stream().mapToInt(kind -> kind.annotations().size()).sum() + refusals.size();
    }
}
