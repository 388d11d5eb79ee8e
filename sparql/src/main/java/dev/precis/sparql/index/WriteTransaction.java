package dev.precis.sparql.index;

import java.util.function.Supplier;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;

/** Changes to a dataset that are made all or, where one fails, not at all. */
final class WriteTransaction {
    private WriteTransaction() {}

    /** Makes them; gives what they give. After a failure TDB2 must not be written to again. */
    static <T> T run(DatasetGraph dataset, Supplier<T> changes) {
        dataset.begin(TxnType.WRITE);
        try {
            T result = changes.get();
            dataset.commit();
            return result;
        } catch (RuntimeException | Error e) {
            abort(dataset, e);
            throw e;
        } finally {
            dataset.end();
        }
    }

    // what was wrong first is what there is to tell
    private static void abort(DatasetGraph dataset, Throwable cause) {
        try {
            dataset.abort();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
