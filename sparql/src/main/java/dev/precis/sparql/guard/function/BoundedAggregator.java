package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/** An aggregate of which every group, and all that a group remembers, is noted in the ledger. */
final class BoundedAggregator implements Aggregator {
    private static final int GROUP = 512;

    private final Aggregator aggregator;
    private final Ledger ledger;

    BoundedAggregator(Aggregator aggregator, Ledger ledger) {
        this.aggregator = aggregator;
        this.ledger = ledger;
    }

    @Override
    public Accumulator createAccumulator() {
        ledger.hold(GROUP);
        return switch (aggregator) {
            case AggCountDistinct rows -> new DistinctRowCount(ledger);
            case AggCountVarDistinct count -> distinct(new AggCountVar(argument()));
            case AggSumDistinct sum -> distinct(new AggSum(argument()));
            case AggAvgDistinct average -> distinct(new AggAvg(argument()));
            // these three need not remember what they have seen
            case AggMinDistinct min -> new AggMin(argument()).createAccumulator();
            case AggMaxDistinct max -> new AggMax(argument()).createAccumulator();
            case AggSampleDistinct sample -> new AggSample(argument()).createAccumulator();
            case AggGroupConcat concat -> concatenation(false, concat);
            case AggGroupConcatDistinct concat -> concatenation(true, concat);
            default -> aggregator.createAccumulator();
        };
    }

    private Expr argument() {
        return aggregator.getExprList().get(0);
    }

    private Accumulator distinct(Aggregator plain) {
        return new DistinctAccumulator(argument(), plain.createAccumulator(), ledger);
    }

    private Accumulator concatenation(boolean distinct, Aggregator concat) {
        String separator = concat instanceof AggGroupConcat all
                ? all.getSeparator()
                : ((AggGroupConcatDistinct) concat).getSeparator();
        // SPARQL 1.1 section 18.5.1.7: a space where none is given, which ARQ tells by null
        return new ConcatAccumulator(argument(), distinct, Objects.requireNonNullElse(separator, " "), ledger);
    }

    @Override
    public Node getValueEmpty() {
        return aggregator.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return aggregator.toPrefixString();
    }

    @Override
    public String key() {
        return aggregator.key();
    }

    @Override
    public String getName() {
        return aggregator.getName();
    }

    @Override
    public ExprList getExprList() {
        return aggregator.getExprList();
    }

    @Override
    public Aggregator copy(ExprList arguments) {
        return new BoundedAggregator(aggregator.copy(arguments), ledger);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new BoundedAggregator(aggregator.copyTransform(transform), ledger);
    }

    @Override
    public int hashCode() {
        return aggregator.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedAggregator bounded && bounded.aggregator.equals(aggregator);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BoundedAggregator bounded && bounded.aggregator.equals(aggregator, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return aggregator.asSparqlExpr(context);
    }
}
