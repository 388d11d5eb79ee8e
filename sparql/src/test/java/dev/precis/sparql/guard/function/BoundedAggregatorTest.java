package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedAggregatorTest {
    private static final long MEMORY = 100_000;
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), 1, 1, 1, 1, 1_000_000, MEMORY);
    private static final Var VALUE = Var.alloc("v");

    private final Ledger ledger = new Ledger(LIMITS);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "COUNT(*) ; 5 ; 0",
                "COUNT(DISTINCT *) ; 4 ; 0",
                "COUNT(?v) ; 4 ; 0",
                "COUNT(DISTINCT ?v) ; 3 ; 0",
                "SAMPLE(?v) ; 3 ; none",
                "MAX(?v) ; none ; none",
                "MIN(?v) ; none ; none",
                "SUM(?v) ; none ; 0",
                "SUM(DISTINCT ?v) ; none ; 0",
                "AVG(DISTINCT ?v) ; none ; 0",
                "GROUP_CONCAT(?v) ; none ; ``",
            })
    void aggregatesWithAndWithoutRows(String aggregate, String value, String empty) {
        assertThat(value(aggregate, "3", "1", null, "1", "2")).isEqualTo(value);
        assertThat(value(aggregate)).isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SUM(DISTINCT ?v) ; 6",
                "AVG(DISTINCT ?v) ; 2.0",
                "MIN(DISTINCT ?v) ; 1",
                "MAX(DISTINCT ?v) ; 3",
                "COUNT(DISTINCT ?v) ; 3",
                "GROUP_CONCAT(DISTINCT ?v) ; 3 1 2",
                "`GROUP_CONCAT(?v; separator='')` ; 31122",
                "`GROUP_CONCAT(DISTINCT ?v; separator=', ')` ; 3, 1, 2",
            })
    void countsEqualValuesOnceIfItIsToldTo(String aggregate, String value) {
        assertThat(value(aggregate, "3", "1", "1", "2", "2")).isEqualTo(value);
    }

    /** Each remembers what it has seen, or it need not. */
    @ParameterizedTest
    @CsvSource({
        "COUNT(DISTINCT *), true",
        "COUNT(DISTINCT ?v), true",
        "SUM(DISTINCT ?v), true",
        "AVG(DISTINCT ?v), true",
        "GROUP_CONCAT(?v), true",
        "GROUP_CONCAT(DISTINCT ?v), true",
        "MIN(DISTINCT ?v), false",
        "MAX(DISTINCT ?v), false",
        "SAMPLE(DISTINCT ?v), false",
        "COUNT(*), false",
        "SUM(?v), false",
    })
    void notesWhatItRemembers(String aggregate, boolean remembers) {
        Accumulator accumulator = bounded(aggregate).createAccumulator();
        Runnable many = () -> {
            for (int i = 0; i < 20_000; i++) {
                accumulate(accumulator, String.valueOf(i));
            }
        };
        if (remembers) {
            assertThatThrownBy(many::run).isInstanceOf(Refusal.class).hasMessageContaining("MiB");
        } else {
            many.run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNT(DISTINCT *)", "COUNT(DISTINCT ?v)", "SUM(DISTINCT ?v)"})
    void notesEqualValuesOnce(String aggregate) {
        Accumulator accumulator = bounded(aggregate).createAccumulator();
        for (int i = 0; i < 20_000; i++) {
            accumulate(accumulator, "1");
        }
        assertThat(accumulator.getValue().asUnquotedString()).isEqualTo("1");
    }

    /** The text, and what must not come again. */
    @Test
    void notesAListOfDifferentValuesTwice() {
        Accumulator all = bounded("GROUP_CONCAT(?v)").createAccumulator();
        Accumulator different =
                new BoundedAggregator(aggregator("GROUP_CONCAT(DISTINCT ?v)"), new Ledger(LIMITS)).createAccumulator();
        for (int i = 0; i < 5_000; i++) {
            accumulate(all, String.valueOf(100_000 + i));
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        accumulate(different, String.valueOf(100_000 + i));
                    }
                })
                .isInstanceOf(Refusal.class);
    }

    @Test
    void notesEveryGroup() {
        Aggregator count = bounded("COUNT(*)");

        assertThatThrownBy(() -> {
                    for (int i = 0; i < MEMORY; i++) {
                        count.createAccumulator();
                    }
                })
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAListThatGrowsWithoutEnd() {
        Ledger rich = new Ledger(new Limits(Duration.ofSeconds(1), 1, 1, 1, 1, 9, 1 << 20));
        Accumulator list = new BoundedAggregator(aggregator("GROUP_CONCAT(?v)"), rich).createAccumulator();
        for (int i = 0; i < 5; i++) {
            accumulate(list, "1");
        }
        assertThat(list.getValue().asUnquotedString()).isEqualTo("1 1 1 1 1");
        assertThatThrownBy(() -> accumulate(list, "1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("characters");
    }

    /** ARQ keeps those that are equal once, and copies them to put values in the place of variables. */
    @Test
    void isTheAggregateThatItStandsFor() {
        Aggregator one = bounded("SUM(?v)");

        assertThat(one).isEqualTo(bounded("SUM(?v)")).hasSameHashCodeAs(bounded("SUM(?v)"));
        assertThat(one).isNotEqualTo(bounded("SUM(?w)")).isNotEqualTo(aggregator("SUM(?v)"));
        assertThat(one.equals(bounded("SUM(?v)"), true)).isTrue();
        assertThat(one.equals(bounded("SUM(?w)"), true)).isFalse();
        assertThat(one.equals(aggregator("SUM(?v)"), true)).isFalse();
        assertThat(one.copy(one.getExprList())).isEqualTo(one).isInstanceOf(BoundedAggregator.class);
        assertThat(one.copyTransform(node -> node)).isEqualTo(one).isInstanceOf(BoundedAggregator.class);
        assertThat(one.getName()).isEqualTo("SUM");
        assertThat(one.key()).isEqualTo(aggregator("SUM(?v)").key()).isNotEmpty();
        assertThat(one.toPrefixString()).isEqualTo("(sum ?v)");
        assertThat(one.asSparqlExpr(new SerializationContext())).isEqualToIgnoringCase("SUM(?v)");
        assertThat(one.hashCode()).isEqualTo(aggregator("SUM(?v)").hashCode());
    }

    private String value(String aggregate, @Nullable String... values) {
        Aggregator bounded = bounded(aggregate);
        Accumulator accumulator = bounded.createAccumulator();
        for (String value : values) {
            accumulate(accumulator, value);
        }
        NodeValue result = accumulator.getValue();
        if (values.length == 0) {
            return bounded.getValueEmpty() == null
                    ? "none"
                    : bounded.getValueEmpty().getLiteralLexicalForm();
        }
        return result == null ? "none" : result.asUnquotedString();
    }

    private static void accumulate(Accumulator accumulator, @Nullable String value) {
        Binding row = value == null
                ? Binding.builder().build()
                : Binding.builder()
                        .add(VALUE, NodeValue.makeInteger(value).asNode())
                        .build();
        accumulator.accumulate(row, new FunctionEnvBase(ARQ.getContext()));
    }

    private Aggregator bounded(String aggregate) {
        return new BoundedAggregator(aggregator(aggregate), ledger);
    }

    private static Aggregator aggregator(String aggregate) {
        return QueryFactory.create("SELECT (" + aggregate + " AS ?x) {}")
                .getAggregators()
                .getFirst()
                .getAggregator();
    }
}
