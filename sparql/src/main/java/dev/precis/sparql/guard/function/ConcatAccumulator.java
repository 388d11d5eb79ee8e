package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT (SPARQL 1.1 section 18.5.1.7) of a text that cannot grow without end. */
final class ConcatAccumulator extends AccumulatorExpr {
    private final StringBuilder text = new StringBuilder();
    private final String separator;
    private final Ledger ledger;
    private boolean first = true;

    ConcatAccumulator(Expr expression, boolean distinct, String separator, Ledger ledger) {
        super(expression, distinct);
        this.separator = separator;
        this.ledger = ledger;
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
        String next = value.asString();
        Values.checkLength((long) text.length() + separator.length() + next.length(), ledger);
        ledger.hold(2L * (separator.length() + next.length()) * (makeDistinct ? 2 : 1));
        if (!first) {
            text.append(separator);
        }
        first = false;
        text.append(next);
    }

    /** Counted by the class above: then the group has no text. */
    @Override
    protected void accumulateError(Binding binding, FunctionEnv environment) {}

    @Override
    protected NodeValue getAccValue() {
        return NodeValue.makeString(text.toString());
    }
}
