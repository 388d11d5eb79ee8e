package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.function.BoundedExpressions;
import dev.precis.sparql.guard.function.BoundedGroups;
import dev.precis.sparql.guard.limit.Ledger;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's way to plan a query, after everything in it that can run away has been replaced by what cannot. */
final class BoundedEngine extends QueryEngineTDB {
    private BoundedEngine(Query query, DatasetGraphTDB dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    private BoundedEngine(Op op, DatasetGraphTDB dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** The only engine that a bounded execution knows. */
    static QueryEngineRegistry registry() {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new Factory());
        return registry;
    }

    /** Whoever names graphs means these, and not the union of all. */
    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription description, DatasetGraph all, boolean union) {
        return DynamicDatasets.dynamicDataset(description, all, false);
    }

    @Override
    protected Op modifyOp(Op op) {
        PatternCount.check(op);
        Ledger ledger = Ledger.of(context);
        // before ARQ optimises, since it evaluates what is constant
        return super.modifyOp(Transformer.transform(new BoundedGroups(ledger), new BoundedExpressions(ledger), op));
    }

    /** What lies under all that is wrapped around it. */
    private static DatasetGraph storage(DatasetGraph dataset) {
        return dataset instanceof DatasetGraphWrapper wrapper ? storage(wrapper.getWrapped()) : dataset;
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(storage(dataset));
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new BoundedEngine(query, TDBInternal.requireStorage(storage(dataset)), input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(storage(dataset));
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new BoundedEngine(op, TDBInternal.requireStorage(storage(dataset)), input, context).getPlan();
        }
    }
}
