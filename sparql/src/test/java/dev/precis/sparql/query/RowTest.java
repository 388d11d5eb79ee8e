package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Questions.Row;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {
    @ParameterizedTest
    @CsvSource({"1.50, 1.50", "1E3, 1000", "1e-2, 0.01", ".5, 0.5", "NaN, NaN", "1e999999999, 1E+999999999"})
    void readsANumberWithoutAnExponentUnlessItWouldFillTheMemory(String stored, String number) {
        Row row = new Row(BindingFactory.binding(Var.alloc("value"), NodeFactory.createLiteralString(stored)));

        assertThat(row.number("value")).isEqualTo(number);
    }
}
