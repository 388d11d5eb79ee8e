package dev.precis.sparql.words;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionalComponentExternal;
import org.apache.jena.dboe.transaction.txn.TxnId;
import org.apache.jena.query.ReadWrite;
import org.jspecify.annotations.Nullable;

/**
 * Binds an index of words to the transactions of TDB2. Jena's own TextIndexDB lets readers see what was committed after
 * they began; TDB2 begins and commits under one lock, so a view that is taken at the beginning is of the same state.
 */
final class WordTransactions extends TransactionalComponentExternal<@Nullable View> {
    private static final byte[] ID = {'w', 'o', 'r', 'd'};

    private final WordIndex index;

    WordTransactions(WordIndex index) {
        super(ComponentId.create(null, ID));
        this.index = index;
    }

    /** What the transaction of this thread sees, if there is one. */
    Optional<View> current() {
        return Optional.ofNullable(getDataState());
    }

    @Override
    protected View _begin(ReadWrite mode, TxnId id) {
        return index.view();
    }

    @Override
    protected @Nullable View _promote(TxnId id, @Nullable View view) {
        return null; // readers of an index never write
    }

    @Override
    protected @Nullable ByteBuffer _commitPrepare(TxnId id, @Nullable View view) {
        index.prepare();
        return null;
    }

    @Override
    protected void _commit(TxnId id, @Nullable View view) {
        if (isWriteTxn()) {
            index.commit();
        }
    }

    @Override
    protected void _commitEnd(TxnId id, @Nullable View view) {}

    @Override
    protected void _abort(TxnId id, @Nullable View view) {
        if (isWriteTxn()) {
            index.abort();
        }
    }

    // TDB2 may call this twice
    @Override
    protected void _complete(TxnId id, @Nullable View view) {
        if (view != null) {
            view.close();
        }
    }

    @Override
    protected void _shutdown() {}
}
