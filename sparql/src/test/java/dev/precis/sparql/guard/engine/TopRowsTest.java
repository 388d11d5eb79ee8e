package dev.precis.sparql.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopRowsTest {
    private static final ExecutionContext CONTEXT = ExecutionContext.create(DatasetGraphFactory.create());
    private static final Limits LIMITS = Limits.standard();
    private static final Var NUMBER = Var.alloc("number");
    private static final Var TEXT = Var.alloc("text");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?number",
                "DESC(?number)",
                "?text DESC(?number)",
                "?unbound",
                "DESC(?number + 1) ?text",
                "STRLEN(?text)"
            })
    void keepsTheRowsThatArqKeeps(String order) {
        Random random = new Random(3);
        for (int limit : new int[] {0, 1, 7, 400}) {
            for (boolean distinct : new boolean[] {false, true}) {
                List<Binding> rows = IntStream.range(0, 300)
                        .mapToObj(i -> row(random.nextInt(9) - 1, "x".repeat(random.nextInt(5))))
                        .toList();
                QueryIterator arq =
                        new QueryIterTopN(iterator(rows.iterator()), conditions(order), limit, distinct, CONTEXT);

                assertThat(list(top(rows.iterator(), order, limit, distinct, new Ledger(LIMITS))))
                        .as("%s, %d, %s", order, limit, distinct)
                        .isEqualTo(list(arq));
            }
        }
    }

    @Test
    void refusesToKeepManyLargeRows() {
        Iterator<Binding> large = rows(900, 1_000_000);

        assertThatThrownBy(() -> list(top(large, "?number", 900, false, new Ledger(LIMITS))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MiB");
    }

    @Test
    void refusesToKeepLargeKeys() {
        Iterator<Binding> small = rows(900, 1_000);
        String large = "CONCAT(" + "?text,".repeat(999) + "?text)";

        assertThatThrownBy(() -> list(top(small, large, 900, false, new Ledger(LIMITS))))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?number", "DESC(?number)"})
    void forgetsLargeRowsThatOthersTakeThePlaceOf(String order) {
        Iterator<Binding> large = rows(900, 500_000);

        assertThat(list(top(large, order, 3, false, new Ledger(LIMITS)))).hasSize(3);
    }

    @Test
    void looksAtNoMoreOfARowThanIsNeededToLeaveItOut() {
        List<Binding> rows = new ArrayList<>(List.of(row(1, "a"), row(2, "b")));
        IntStream.range(3, 100).mapToObj(i -> withoutText(row(i, "c"))).forEach(rows::add);

        assertThat(list(top(rows.iterator(), "?number ?text", 2, false, new Ledger(LIMITS))))
                .containsExactlyElementsOf(rows.subList(0, 2));
    }

    @Test
    void stops() {
        Ledger ledger = new Ledger(LIMITS);
        Iterator<Binding> endless = Stream.generate(() -> row(1, "x"))
                .peek(row -> ledger.stop(Ledger.Stop.TIME))
                .iterator();

        assertThatThrownBy(() -> list(top(endless, "?number", 2, false, ledger)))
                .isInstanceOf(QueryCancelledException.class);
    }

    private static QueryIterator top(Iterator<Binding> rows, String order, int limit, boolean distinct, Ledger ledger) {
        return new TopRows(iterator(rows), conditions(order), limit, distinct, CONTEXT, ledger);
    }

    private static List<Binding> list(QueryIterator rows) {
        List<Binding> list = new ArrayList<>();
        rows.forEachRemaining(list::add);
        return list;
    }

    private static QueryIterator iterator(Iterator<Binding> rows) {
        return QueryIterPlainWrapper.create(rows, CONTEXT);
    }

    private static List<SortCondition> conditions(String order) {
        return QueryFactory.create("SELECT * {} ORDER BY " + order).getOrderBy();
    }

    private static Iterator<Binding> rows(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(i, "x".repeat(length)))
                .iterator();
    }

    /** @param number none if it is negative */
    private static Binding row(int number, String text) {
        BindingBuilder row = Binding.builder().add(TEXT, NodeFactory.createLiteralString(text));
        if (number >= 0) {
            row.add(NUMBER, NodeFactoryExtra.intToNode(number));
        }
        return row.build();
    }

    private static Binding withoutText(Binding row) {
        return (Binding) Proxy.newProxyInstance(
                TopRowsTest.class.getClassLoader(), new Class<?>[] {Binding.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get") && arguments[0].equals(TEXT)) {
                        throw new AssertionError("the text was asked for");
                    }
                    try {
                        return method.invoke(row, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
