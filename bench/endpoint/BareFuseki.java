import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;

/** Serves N-Quads as anybody would: Fuseki as it comes, read-only, TDB2 in a folder, the union as default graph. */
final class BareFuseki {
    public static void main(String[] arguments) {
        Dataset dataset = TDB2Factory.connectDataset(Path.of(arguments[1]).toString());
        Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, arguments[0]));
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .fusekiModules(FusekiModules.create())
                .add("/ds", dataset, false)
                .build()
                .start();
        System.out.println("SPARQL: http://localhost:" + server.getPort() + "/ds/sparql");
    }
}
