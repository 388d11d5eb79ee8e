package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of statistics.ttl has an example that reads back as its own type. */
class StatisticsExamplesTest {
    private static final Set<String> FORMS =
            Set.of("estimate", "test", "count", "percentage", "ratio", "duration", "range", "probability");

    static Stream<Concept> types() {
        return Ontology.statistics().concepts().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsTheExampleAsItsOwnType(Concept type) {
        assertThat(type.notations()).as(type.prefLabel()).hasSize(1);
        assertThat(FORMS).contains(type.form());
        assertThat(type.examples()).as("examples of %s", type.prefLabel()).isNotEmpty();
        for (String example : type.examples()) {
            assertThat(PrintedStatistics.READER.read(Passage.of(example)))
                    .as(example)
                    .extracting(Statistic::type)
                    .containsExactly(type.iri());
            assertThat(PrintedStatistics.READER.read(Passage.of("It was found (" + example + ").")))
                    .as("in brackets: " + example)
                    .extracting(Statistic::type)
                    .containsExactly(type.iri());
        }
    }
}
