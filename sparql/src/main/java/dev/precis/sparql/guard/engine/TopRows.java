package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of an order. What is kept of them at once is noted in the ledger; of a row that is not kept only those
 * keys are looked at that tell so, since its terms may have to be fetched from the disk.
 */
final class TopRows extends QueryIter1 {
    private final List<SortCondition> conditions;
    private final long limit;
    private final boolean distinct;
    private final Ledger ledger;
    private final Deque<Binding> sorted = new ArrayDeque<>();
    private boolean read;
    private long held;
    private long mostHeld;

    /** @param distinct whether a row that is there already is left out */
    TopRows(
            QueryIterator rows,
            List<SortCondition> conditions,
            long limit,
            boolean distinct,
            ExecutionContext context,
            Ledger ledger) {
        super(rows, context);
        this.conditions = conditions;
        this.limit = limit == Query.NOLIMIT ? Long.MAX_VALUE : limit;
        this.distinct = distinct;
        this.ledger = ledger;
    }

    @Override
    protected boolean hasNextBinding() {
        if (!read && limit > 0) {
            sort();
        }
        read = true;
        return !sorted.isEmpty();
    }

    @Override
    protected Binding moveToNextBinding() {
        return sorted.removeFirst();
    }

    private void sort() {
        PriorityQueue<Candidate> kept = new PriorityQueue<>(Comparator.reverseOrder());
        while (getInput().hasNext()) {
            ledger.check();
            Candidate candidate = new Candidate(getInput().next());
            boolean full = kept.size() >= limit;
            if (full && candidate.compareTo(kept.element()) >= 0 || distinct && kept.contains(candidate)) {
                continue;
            }
            if (full) {
                held -= kept.remove().size();
            }
            kept.add(candidate);
            hold(candidate.size());
        }
        getInput().close();
        while (!kept.isEmpty()) {
            sorted.addFirst(kept.remove().row);
        }
    }

    /** What was left behind before makes room for it. */
    private void hold(long bytes) {
        held += bytes;
        if (held > mostHeld) {
            ledger.hold(held - mostHeld);
            mostHeld = held;
        }
    }

    @Override
    protected void closeSubIterator() {}

    @Override
    protected void requestSubCancel() {}

    /** A row with as many of its keys as have been asked for. */
    private final class Candidate implements Comparable<Candidate> {
        private final Binding row;
        private final @Nullable NodeValue[] keys = new NodeValue[conditions.size()];
        private int known;

        Candidate(Binding row) {
            this.row = row;
        }

        private @Nullable NodeValue key(int number) {
            for (; known <= number; known++) {
                try {
                    keys[known] = conditions.get(known).getExpression().eval(row, getExecContext());
                } catch (ExprEvalException none) {
                    // comes before all that have one
                }
            }
            return keys[number];
        }

        /** About how much memory it takes. */
        long size() {
            long bytes = Ledger.size(row);
            for (int i = 0; i < keys.length; i++) {
                NodeValue key = key(i);
                bytes += key == null ? 0 : Ledger.size(key.asNode());
            }
            return bytes;
        }

        /** As ARQ does it: rows with the same keys have an order, too. */
        @Override
        public int compareTo(Candidate other) {
            for (int i = 0; i < keys.length; i++) {
                int order = BindingComparator.compareNodesRaw(key(i), other.key(i));
                if (order != Expr.CMP_EQUAL) {
                    return conditions.get(i).getDirection() == Query.ORDER_DESCENDING ? -order : order;
                }
            }
            return BindingComparator.compareBindingsSyntactic(row, other.row);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Candidate candidate && row.equals(candidate.row);
        }

        @Override
        public int hashCode() {
            return row.hashCode();
        }
    }
}
