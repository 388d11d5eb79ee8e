import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.endpoint.ServerSettings;
import dev.precis.sparql.endpoint.SparqlServer;
import dev.precis.sparql.site.Site;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** Serves any N-Quads by our server, for suites that bring their own data. */
final class OurServer {
    public static void main(String[] arguments) throws InterruptedException {
        DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, arguments[0]));
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        int port = Integer.parseInt(arguments[1]);
        Site site = new SiteComposition(
                dataset, () -> "1", "http://localhost:" + port + "/", digest -> Optional.empty(), InstantSource.system()).site();
        SparqlServer server = new SparqlServer(dataset, site, ServerSettings.standard(port, true)).start();
        System.out.println("SPARQL: http://localhost:" + server.port() + "/sparql");
        Thread.currentThread().join();
    }
}
