package dev.precis.sparql.index;

import dev.precis.sparql.words.TextQueries;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The index as readers see it: one dataset for good, though the database under it is exchanged. A transaction stays
 * with the database in which it began. Nothing can be written through it.
 */
final class LiveDataset extends DatasetGraphWrapper {
    @SuppressWarnings("ThreadLocalUsage") // a thread may read two datasets at once
    private final ThreadLocal<@Nullable Generation> entered = new ThreadLocal<>();

    private volatile Generation current;

    LiveDataset(Generation first) {
        // a context of its own: what the endpoint sets in it survives the exchange
        super(first.dataset(), first.dataset().getContext().copy());
        this.current = first;
        getContext().set(TextQuery.textIndex, new TextQueries(() -> mine().words()));
    }

    /** From now on transactions begin in that database; gives back the one before. */
    Generation exchange(Generation next) {
        Generation previous = current;
        current = next;
        return previous;
    }

    @Override
    protected DatasetGraph get() {
        return mine().dataset();
    }

    private Generation mine() {
        Generation mine = entered.get();
        return mine == null ? current : mine;
    }

    @Override
    protected DatasetGraph getW() {
        throw new UnsupportedOperationException("the index follows the archive; nobody else writes to it");
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public void begin(TxnType type) {
        if (type == TxnType.WRITE) {
            getW();
        }
        Generation mine = entered.get();
        if (mine != null && mine.dataset().isInTransaction()) {
            throw new JenaTransactionException("already in a transaction");
        }
        if (mine != null) {
            leave(mine); // a commit() that no end() followed
        }
        Generation next = enter();
        entered.set(next);
        try {
            next.dataset().begin(TxnType.READ);
        } catch (RuntimeException closed) {
            leave(next);
            throw closed;
        }
    }

    @Override
    public void end() {
        get().end();
        Generation mine = entered.get();
        if (mine != null) {
            leave(mine);
        }
    }

    /** Does nothing: whoever opened the store closes it. */
    @Override
    public void close() {}

    /** Does nothing: there is nothing to force to the disk. */
    @Override
    public void sync() {}

    private Generation enter() {
        Generation generation = current;
        while (!generation.enter()) {
            generation = current;
        }
        return generation;
    }

    private void leave(Generation generation) {
        entered.remove();
        generation.leave();
    }
}
