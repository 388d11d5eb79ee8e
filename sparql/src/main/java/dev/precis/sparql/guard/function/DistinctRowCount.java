package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.function.FunctionEnv;

/** COUNT(DISTINCT *): counts different rows, each of which is noted in the ledger. */
final class DistinctRowCount implements Accumulator {
    private final Set<Binding> rows = new HashSet<>();
    private final Ledger ledger;

    DistinctRowCount(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
        if (rows.add(row)) {
            ledger.hold(row);
        }
    }

    @Override
    public NodeValue getValue() {
        return NodeValue.makeInteger(rows.size());
    }
}
