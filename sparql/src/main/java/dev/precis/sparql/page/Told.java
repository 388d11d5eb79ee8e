package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Finding;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A finding as the list below the text shows it: its numbers without its sentence, which stands in the text.
 *
 * @param marked whether its sentence is marked in the text
 * @param results what the study found
 * @param others counts, durations, samples, and what is no result of the study: said in passing
 */
public record Told(Finding finding, boolean marked, List<Row> results, List<Aside> others) {
    public Told {
        results = List.copyOf(results);
        others = List.copyOf(others);
    }

    /**
     * A result.
     *
     * @param words the number with all that is printed with it
     * @param about what was measured, in whom and against what; may be empty
     */
    public record Row(String iri, String words, String about, Meaning meaning) {}

    /** A number in passing, as printed. */
    public record Aside(String iri, String words) {}

    /** All findings of a summary, in their order. */
    static List<Told> of(Phrases phrases, Detail detail, MarkedText text, List<Figure> figures) {
        Map<String, Figure> byName = figures.stream()
                .collect(Collectors.toMap(figure -> figure.estimate().iri(), Function.identity(), (one, same) -> one));
        return detail.findings().stream()
                .map(finding -> of(phrases, finding, text.findings().contains(finding.iri()), byName))
                .toList();
    }

    /** Whether it tells any result. */
    public boolean isResult() {
        return !results.isEmpty();
    }

    private static boolean isResult(Figure figure) {
        return figure.isResult() && !figure.statistic().isAmount();
    }

    private static Told of(Phrases phrases, Finding finding, boolean marked, Map<String, Figure> figures) {
        List<Row> results = new ArrayList<>();
        List<Aside> others = new ArrayList<>();
        for (Estimate estimate : finding.estimates()) {
            Optional<Figure> figure = Optional.ofNullable(figures.get(estimate.iri()));
            figure.filter(Told::isResult)
                    .map(result -> new Row(
                            estimate.iri(),
                            Wording.line(phrases, estimate),
                            EvidenceWording.about(phrases, result),
                            Meaning.of(phrases, result)))
                    .ifPresentOrElse(
                            results::add,
                            () -> others.add(new Aside(
                                    estimate.iri(),
                                    EvidenceWording.inPassing(
                                            phrases,
                                            estimate,
                                            figure.filter(Figure::isBackground).isPresent()))));
        }
        for (Sample sample : finding.samples()) {
            others.add(new Aside(sample.iri(), Wording.line(phrases, sample)));
        }
        return new Told(finding, marked, results, others);
    }
}
