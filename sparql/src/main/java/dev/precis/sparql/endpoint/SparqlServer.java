package dev.precis.sparql.endpoint;

import dev.precis.sparql.site.Site;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;

/** An HTTP server: queries at {@code /sparql}, the site everywhere else, and no way to write. */
public final class SparqlServer {
    private final FusekiServer server;
    private final int port;

    /**
     * Not yet started.
     *
     * @param port 0 picks a free one
     * @param loopback whether only this machine may connect
     * @param timeout for one query
     */
    public SparqlServer(DatasetGraph dataset, Site site, int port, boolean loopback, Duration timeout) {
        this.port = port;
        FusekiServer.Builder builder = FusekiServer.create()
                .port(port)
                .loopback(loopback)
                .fusekiModules(FusekiModules.create())
                .addFilter("/*", new Front(site))
                .add("/sparql", service(dataset, timeout));
        if (!site.basePath().equals("/")) {
            builder.add(site.basePath() + "sparql", service(dataset, timeout));
        }
        this.server = builder.build();
    }

    private static DataService service(DatasetGraph dataset, Duration timeout) {
        Context context = new Context();
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.queryTimeout, Long.toString(timeout.toMillis()));
        Endpoint query = Endpoint.create()
                .operation(Operation.Query)
                .endpointName("")
                .context(context)
                .build();
        return DataService.newBuilder(dataset).addEndpoint(query).build();
    }

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public SparqlServer start() {
        try {
            server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException taken) {
                    throw new UncheckedIOException("cannot listen on port " + port + ": " + taken.getMessage(), taken);
                }
            }
            throw e;
        }
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    public void stop() {
        server.stop();
    }
}
