package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.function.FunctionEnv;

/** Hands each different value on once, and notes it in the ledger. */
final class DistinctAccumulator extends AccumulatorExpr {
    private static final int ENTRY = 64;

    private final Accumulator plain;
    private final Ledger ledger;

    DistinctAccumulator(Expr expression, Accumulator plain, Ledger ledger) {
        super(expression, true);
        this.plain = plain;
        this.ledger = ledger;
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
        ledger.hold(ENTRY + Ledger.size(value.asNode()));
        plain.accumulate(binding, environment);
    }

    @Override
    protected void accumulateError(Binding binding, FunctionEnv environment) {
        plain.accumulate(binding, environment);
    }

    @Override
    public NodeValue getValue() {
        return plain.getValue();
    }

    @Override
    protected NodeValue getAccValue() {
        return plain.getValue();
    }
}
