package dev.precis.pipeline.app.scale;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/** A store of SPARQL 1.1 that is not ours: Fuseki, with a proxy before it that can fail. */
public final class SomeStore implements AutoCloseable {
    private final Dataset dataset = DatasetFactory.createTxnMem();
    private final FusekiServer server = FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/ds", dataset, true)
            .build()
            .start();
    private final FaultyProxy proxy = new FaultyProxy(server.getPort());

    FaultyProxy proxy() {
        return proxy;
    }

    /** What graphs are written by Graph Store Protocol at. */
    public String putting() {
        return "sparql=" + proxy.address("/ds/sparql") + ",gsp=" + proxy.address("/ds/data");
    }

    /** The same by updates. */
    public String updating() {
        return "sparql=" + proxy.address("/ds/sparql") + ",update=" + proxy.address("/ds/update");
    }

    /** Every graph but the lease, as canonical N-Triples. */
    public SortedMap<String, String> graphs() {
        DatasetGraph graphs = dataset.asDatasetGraph();
        return Txn.calculateRead(graphs, () -> {
            SortedMap<String, String> all = new TreeMap<>();
            graphs.listGraphNodes()
                    .forEachRemaining(name -> all.put(
                            name.getURI(),
                            new String(
                                    RemoteComparison.triples(graphs.getGraph(name)),
                                    java.nio.charset.StandardCharsets.UTF_8)));
            all.remove(Lease.GRAPH);
            return all;
        });
    }

    /** Takes a graph out, or everything. */
    public void lose(Optional<String> graph) {
        DatasetGraph graphs = dataset.asDatasetGraph();
        Txn.executeWrite(graphs, () -> {
            if (graph.isPresent()) {
                graphs.removeGraph(NodeFactory.createURI(graph.get()));
            } else {
                graphs.clear();
            }
        });
    }

    @Override
    public void close() {
        proxy.close();
        server.stop();
    }
}
