package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.path.PathLib;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's way to execute the algebra, but where rows are kept until others have come (to sort them, to join them, to
 * tell which are different) each is noted in the ledger, and paths can be stopped.
 */
final class BoundedExecutor extends OpExecutorTDB2 {
    private final Ledger ledger;

    BoundedExecutor(ExecutionContext context) {
        super(context);
        this.ledger = Ledger.of(context.getContext());
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        BindingComparator keys = new BindingComparator(order.getConditions(), execCxt);
        Comparator<Binding> watched = (one, other) -> {
            ledger.check();
            return keys.compare(one, other);
        };
        return new QueryIterSort(held(exec(order.getSubOp(), input)), watched, execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        Set<Binding> seen = new HashSet<>();
        return new QueryIterProcessBinding(exec(distinct.getSubOp(), input), execCxt) {
            @Override
            @SuppressWarnings("NullAway") // null is how ARQ is told to leave a row out
            public Binding accept(Binding row) {
                if (!seen.add(row)) {
                    return null;
                }
                ledger.hold(row);
                return row;
            }
        };
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        // without aggregates ARQ remembers every row
        boolean all = group.getAggregators().isEmpty();
        return new QueryIterGroup(all ? held(rows) : rows, group.getGroupVars(), group.getAggregators(), execCxt);
    }

    /** What is to be different is known when it is kept. */
    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        boolean distinct = top.getSubOp() instanceof OpDistinct;
        Op rows = distinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
        return new TopRows(exec(rows, input), top.getConditions(), top.getLimit(), distinct, execCxt, ledger);
    }

    /** ARQ makes a table of the left side. */
    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return Join.join(held(exec(join.getLeft(), input)), exec(join.getRight(), root()), execCxt);
    }

    /** ARQ makes a table of the right side. */
    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator right = held(exec(join.getRight(), root()));
        return Join.leftJoin(exec(join.getLeft(), input), right, join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        QueryIterator right = held(exec(minus.getRight(), root()));
        return QueryIterMinus.create(exec(minus.getLeft(), input), right, common, execCxt);
    }

    /** Every path from one start is found before the next start is tried. */
    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        WatchedGraph graph = new WatchedGraph(execCxt.getActiveGraph(), ledger);
        ExecutionContext watched = ExecutionContext.copyChangeActiveGraph(execCxt, graph);
        TriplePath triple = path.getTriplePath();
        return new QueryIterRepeatApply(input, watched) {
            @Override
            protected QueryIterator nextStage(Binding row) {
                graph.startAnew();
                return PathLib.execTriplePath(row, triple, watched);
            }
        };
    }

    @Override
    protected QueryIterator execute(OpService service, QueryIterator input) {
        throw new Refusal(Refusal.Reason.FORBIDDEN, "SERVICE is not answered here.");
    }

    private QueryIterator held(QueryIterator rows) {
        return new QueryIterProcessBinding(rows, execCxt) {
            @Override
            public Binding accept(Binding row) {
                ledger.hold(row);
                return row;
            }
        };
    }
}
