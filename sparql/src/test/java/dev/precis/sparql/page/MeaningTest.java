package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.MadeUp;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {
    private static final Map<String, Statistic> STATISTICS = statistics();
    private static final String WITHOUT_COMPARATOR = "";

    @ParameterizedTest
    @CsvSource({
        "hedges-g, 0.19, Less than small, Cohen (1988)",
        "hedges-g, 0.2, Small, Cohen (1988)",
        "cohens-d, -0.45, Small to medium, Cohen (1988)",
        "standardised-mean-difference, 0.50, Medium, Cohen (1988)",
        "cohens-d, 0.79, Medium to large, Cohen (1988)",
        "cohens-d, -1.2, Large, Cohen (1988)",
        "correlation, -.31, Medium to large, Cohen (1988)",
        "correlation, .3, Medium, Cohen (1988)",
        "eta-squared, .06, Medium to large, Cohen (1988)",
        "cohens-f2, .15, Medium, Cohen (1988)",
        "odds-ratio, 1.5, Less than small, Chen et al. (2010)",
        "odds-ratio, 2.1, Small to medium, Chen et al. (2010)",
        "odds-ratio, 0.48, Small to medium, Chen et al. (2010)",
        "odds-ratio, 0.1, Large, Chen et al. (2010)",
    })
    void callsEffectsByPublishedConventions(String statistic, String value, String size, String source) {
        Meaning meaning = Meaning.of(Phrases.ENGLISH, figure(statistic, "value=" + value, "relation=="));

        assertThat(meaning.size()).isEqualTo(size);
        assertThat(meaning.convention().name()).isEqualTo(source);
        assertThat(meaning.interval()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hedges-g, 0.1, 0.7, '', the 95% interval excludes no effect",
        "hedges-g, -0.7, -0.1, '', the 95% interval excludes no effect",
        "hedges-g, 0, 0.7, '', the 95% interval includes no effect",
        "hedges-g, -0.1, 0.7, credible, the 95% credible interval includes no effect",
        "hedges-g, -0.1, 0.7, prediction, the 95% prediction interval includes no effect",
        "odds-ratio, 0.1, 0.7, '', the 95% interval excludes no effect",
        "odds-ratio, 0.7, 1.4, '', the 95% interval includes no effect",
        "risk-ratio, 1.1, 1.4, '', The 95% interval excludes no effect",
    })
    void tellsWhetherTheIntervalLeavesOutTheValueOfNoEffect(
            String statistic, String lower, String upper, String kind, String said) {
        assertThat(Meaning.of(
                                Phrases.ENGLISH,
                                figure(
                                        statistic,
                                        "value=0.5",
                                        "ciLower=" + lower,
                                        "ciUpper=" + upper,
                                        "ciLevel=0.95",
                                        "intervalType=" + kind))
                        .interval())
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "percentage",
                "duration",
                "mean-difference",
                "regression-coefficient",
                "risk-difference",
                "log-odds-ratio",
                "mean",
                "alpha",
                "I2",
                "t",
                "effect",
            })
    void saysNothingOfWhatIsNoEffectOrHasAUnit(String statistic) {
        assertThat(Meaning.of(Phrases.ENGLISH, figure(statistic, "value=0.5", "ciLower=0.1", "ciUpper=0.9"))
                        .isPresent())
                .isFalse();
    }

    @Test
    void saysNothingOfEarlierResearchNorOfWhatIsFlagged() {
        Figure sound = figure("hedges-g", "value=0.5", "ciLower=0.1", "ciUpper=0.9");
        Flag flag = new Flag("#f", "#e", new Named(Precis.FLAGS + "#p-irreconcilable", "p"), "", "");

        assertThat(Meaning.of(Phrases.ENGLISH, sound).isPresent()).isTrue();
        assertThat(Meaning.of(Phrases.ENGLISH, with(sound, "background", List.of()))
                        .isPresent())
                .isFalse();
        assertThat(Meaning.of(Phrases.ENGLISH, with(sound, "result", List.of(flag)))
                        .isPresent())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cohens-d, dz = 0.5, ''",
        "cohens-d, 'an effect within-group, d = 0.5', ''",
        "cohens-d, d = 0.5, before-treatment",
        "correlation, a partial correlation of .5, ''",
        "correlation, rpb = .5, ''",
    })
    void callsNoVariantByAConventionThatIsNotForIt(String statistic, String sentence, String comparator) {
        String kind = comparator.isEmpty() ? "" : "https://w3id.org/precis/comparator#" + comparator;
        Estimate half = MadeUp.estimate("iri=#e", "value=0.5", "ciLower=0.1", "ciUpper=0.9");

        Meaning meaning = Meaning.of(Phrases.ENGLISH, figure(statistic, half, sentence, kind));

        assertThat(meaning.size()).isEmpty();
        assertThat(meaning.interval()).isEqualTo("The interval excludes no effect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relation=<", "relation=~", "upperValue=0.8", "value=none"})
    void callsNothingBySizeThatIsNoSingleNumber(String told) {
        assertThat(Meaning.of(Phrases.ENGLISH, figure("cohens-d", "value=0.5", told))
                        .isPresent())
                .isFalse();
    }

    @Test
    void everyConventionRisesAndNamesItsSource() {
        List<Resource> conventions = Ontology.statisticsModel()
                .listSubjectsWithProperty(Precis.small)
                .toList();
        assertThat(conventions).hasSize(5).allSatisfy(convention -> {
            assertThat(convention.hasProperty(DCTerms.bibliographicCitation)).isTrue();
            double small = convention.getProperty(Precis.small).getDouble();
            double medium = convention.getProperty(Precis.medium).getDouble();
            assertThat(small).isPositive().isLessThan(medium);
            assertThat(medium).isLessThan(convention.getProperty(Precis.large).getDouble());
        });
    }

    private static Map<String, Statistic> statistics() {
        DatasetGraph vocabulary =
                DatasetGraphFactory.create(Ontology.statisticsModel().getGraph());
        return new Catalogue(vocabulary).statistics();
    }

    private static Figure figure(String statistic, String... told) {
        return figure(statistic, MadeUp.estimate(told), "A sentence.", WITHOUT_COMPARATOR);
    }

    private static Figure figure(String statistic, Estimate estimate, String sentence, String comparator) {
        return new Figure(
                new Item("summary/one", "A Title", new PublicationDate("2021"), Named.NONE, ""),
                Study.NONE,
                "summary/one#f",
                sentence,
                "result",
                new Contrast("", "", new Named(comparator, comparator), "", "", "", ""),
                List.of(),
                Objects.requireNonNull(STATISTICS.get(Precis.STATISTICS + "#" + statistic), statistic),
                estimate,
                List.of());
    }

    private static Figure with(Figure figure, String role, List<Flag> flags) {
        return new Figure(
                figure.item(),
                figure.study(),
                figure.finding(),
                figure.text(),
                role,
                figure.contrast(),
                figure.samples(),
                figure.statistic(),
                figure.estimate(),
                flags);
    }
}
