package dev.precis.sparql.endpoint;

import dev.precis.sparql.site.Site;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

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
        takeDois(server.getJettyServer());
    }

    /**
     * A DOI in a path has a slash that clients encode (RFC 3986 section 2.2), and its whole address has two in a row;
     * no path here is ever that of a file.
     */
    private static void takeDois(Server jetty) {
        for (Connector connector : jetty.getConnectors()) {
            connector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .setUriCompliance(UriCompliance.from(
                            EnumSet.of(Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_EMPTY_SEGMENT)));
        }
        jetty.getDescendants(ServletHandler.class).forEach(handler -> handler.setDecodeAmbiguousURIs(true));
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
