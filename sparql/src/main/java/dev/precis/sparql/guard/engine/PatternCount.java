package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Refusal;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.walker.OpVisitorByType;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * How many patterns and operations a query has: to plan one takes time that grows with their square, and planning does
 * not look whether it is to stop.
 */
final class PatternCount implements OpVisitorByType {
    private static final int MOST = 500;
    private static final int KEY = 5;

    private int count;

    private PatternCount() {}

    /** @throws Refusal if there are too many */
    static void check(Op op) {
        Walker.walk(op, new PatternCount(), new ExprVisitorBase());
    }

    private void add(int patterns) {
        count += patterns;
        if (count > MOST) {
            throw new Refusal(
                    Refusal.Reason.TOO_LARGE,
                    "This query has more than " + MOST + " patterns and operations: ask in several queries.");
        }
    }

    @Override
    public void visit(OpBGP patterns) {
        add(patterns.getPattern().size());
    }

    @Override
    public void visit(OpFilter filter) {
        add(filter.getExprs().size());
    }

    /** Rows are compared by all keys, again and again. */
    @Override
    public void visit(OpOrder order) {
        add(KEY * order.getConditions().size());
    }

    @Override
    public void visit(OpGroup group) {
        add(KEY * group.getGroupVars().size());
    }

    @Override
    public void visit0(Op0 op) {
        add(1);
    }

    @Override
    public void visit1(Op1 op) {
        add(1);
    }

    @Override
    public void visit2(Op2 op) {
        add(1);
    }

    @Override
    public void visitN(OpN op) {
        add(op.size());
    }

    @Override
    public void DUMMY() {}
}
