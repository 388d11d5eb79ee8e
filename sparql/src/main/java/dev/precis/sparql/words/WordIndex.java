package dev.precis.sparql.words;

import dev.precis.sparql.archive.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of a TDB2 dataset as a Lucene index: one document a text. It changes with the transactions of the dataset,
 * and each transaction sees the index as it was when it began.
 */
public final class WordIndex implements AutoCloseable {
    public static final String TEXT = "text";
    public static final String SUBJECT = "subject";
    public static final String PROPERTY = "property";
    public static final String GRAPH = "graph";
    public static final String LANGUAGE = "language";
    /** The language of a text that has none. */
    static final String NO_LANGUAGE = "none";

    static final String DATATYPE = "^^";

    static {
        JenaSystem.init(); // jena-text sends Lucene's log where ours goes
    }

    /** A name of a concept, in what all its spellings have in common. */
    static final String WHOLE = "whole";

    private static final String QUAD = "quad";
    /** The language of our vocabularies. */
    private static final String VOCABULARY = "en";

    private static final double BUFFER_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final WordTransactions transactions = new WordTransactions(this);
    private DirectoryReader latest;
    private @Nullable DirectoryReader next;

    private WordIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(WordAnalyzer.plain())
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setMergeScheduler(new ConcurrentMergeScheduler()) // so that no commit waits for a merge
                        .setCommitOnClose(false));
        writer.commit(); // so that there is something to read
        this.latest = DirectoryReader.open(writer);
    }

    /** Opens the index in a directory, or makes it there, and binds it to the transactions of a dataset. */
    public static WordIndex of(DatasetGraph dataset, Directory directory) {
        try {
            WordIndex index = new WordIndex(directory);
            TransactionCoordinator coordinator = TDBInternal.getTransactionCoordinator(dataset);
            coordinator.modifyConfig(() -> coordinator.addExternal(index.transactions));
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is an index in a folder. */
    public static boolean isIn(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Something done with the index as it is for the transaction of this thread, or as it is now if there is none. */
    public interface Search<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    /** What an index has to be made with to be asked: the analyzers, the fields, and Lucene. */
    public static String version() {
        return WordAnalyzer.version();
    }

    /** Searches on this thread. */
    public <T> T search(Search<T> search) {
        try (View view = transactions.current().map(View::again).orElseGet(this::view)) {
            return search.on(new IndexSearcher(view.reader()));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of words cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Adds a quad that is new, if its object is a text to be sought.
     *
     * @param printedIn the language of what prints citations, which say none themselves; may be empty
     * @param vocabulary whether it is of a vocabulary of ours: that is in English, and its names in other languages
     *     make those no languages of the texts
     */
    public void add(Quad quad, String printedIn, boolean vocabulary) {
        if (!TextProperty.isText(quad.getPredicate(), quad.getObject())) {
            return;
        }
        String text = quad.getObject().getLiteralLexicalForm();
        TextProperty property = TextProperty.of(quad.getPredicate().getURI());
        Optional<Language> language = Language.of(
                        property == TextProperty.CITATION
                                ? printedIn
                                : quad.getObject().getLiteralLanguage())
                .filter(one -> !vocabulary || one.tag().equals(VOCABULARY));
        Document document = new Document();
        add(document, SUBJECT, quad.getSubject().getURI());
        add(document, GRAPH, quad.getGraph().getURI());
        add(document, PROPERTY, quad.getPredicate().getURI());
        document.add(new StringField(LANGUAGE, language(quad.getObject()), Field.Store.YES));
        document.add(new StringField(QUAD, digest(quad), Field.Store.NO));
        document.add(new StoredField(TEXT, text));
        if (property.isLabel()) {
            document.add(new StringField(WHOLE, Forms.name(text, language), Field.Store.NO));
        }
        // the last, since an analyzer reads one text at a time
        document.add(new TextField(TEXT, WordAnalyzer.of(language).tokenStream(TEXT, text)));
        change(() -> writer.addDocument(document));
    }

    /** What a text is kept under: its language, or its datatype. */
    public static String language(Node literal) {
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            return language;
        }
        return NodeFactory.createLiteralString(literal.getLiteralLexicalForm()).equals(literal)
                ? NO_LANGUAGE
                : DATATYPE + literal.getLiteralDatatypeURI();
    }

    // with its values in a column, so that many hits are told apart without reading the documents
    private static void add(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static String digest(Quad quad) {
        return Sha256.of(quad.toString());
    }

    /** Takes a quad out. */
    public void delete(Quad quad) {
        change(() -> writer.deleteDocuments(new Term(QUAD, digest(quad))));
    }

    /** Takes out all texts of a graph, whatever they are: also those that no quad has any more, after a crash. */
    public void deleteGraph(Node graph) {
        change(() -> writer.deleteDocuments(new Term(GRAPH, graph.getURI())));
    }

    @Override
    public synchronized void close() {
        change(() -> {
            writer.close();
            latest.close();
            directory.close();
        });
    }

    synchronized View view() {
        latest.incRef();
        return new View(latest);
    }

    void prepare() {
        change(() -> {
            next = DirectoryReader.openIfChanged(latest, writer);
            writer.prepareCommit();
        });
    }

    synchronized void commit() {
        change(() -> {
            writer.commit();
            if (next != null) {
                latest.decRef();
                latest = next;
                next = null;
            }
        });
    }

    /** What is there can still be read, but nothing written. */
    synchronized void abort() {
        change(() -> {
            if (next != null) {
                next.decRef();
                next = null;
            }
            writer.rollback();
        });
    }

    /** Changes the index. */
    private interface Change {
        void run() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of words: " + e.getMessage(), e);
        }
    }
}
