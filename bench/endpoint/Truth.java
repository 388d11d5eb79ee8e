import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

/** The right answers: what Jena itself says to a query, without any server or limit. */
final class Truth implements Closeable {
    private final Dataset dataset = TDB2Factory.createDataset();

    Truth(Path data) {
        Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, data.toString()));
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    }

    /** CSV, N-Triples, or true or false. */
    String of(String query) {
        return Txn.calculateRead(dataset, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (QueryExecution execution = QueryExecution.dataset(dataset).query(query).build()) {
                switch (execution.getQuery().queryType()) {
                    case ASK -> ResultSetFormatter.outputAsCSV(out, execution.execAsk());
                    case CONSTRUCT -> RDFDataMgr.write(out, execution.execConstruct(), Lang.NTRIPLES);
                    case DESCRIBE -> RDFDataMgr.write(out, execution.execDescribe(), Lang.NTRIPLES);
                    default -> ResultSetFormatter.outputAsCSV(out, execution.execSelect());
                }
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    @Override
    public void close() {
        dataset.close();
    }
}
