package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.ExprAggregator;

/** Makes the groups of a query keep account of what they remember. */
public final class BoundedGroups extends TransformCopy {
    private final Ledger ledger;

    public BoundedGroups(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Op transform(OpGroup group, Op pattern) {
        List<ExprAggregator> aggregators = group.getAggregators().stream()
                .map(each -> new ExprAggregator(each.getVar(), new BoundedAggregator(each.getAggregator(), ledger)))
                .toList();
        return OpGroup.create(pattern, group.getGroupVars(), aggregators);
    }
}
