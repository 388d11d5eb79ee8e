package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Budget;
import dev.precis.sparql.guard.schedule.Lanes;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.site.Site;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server: queries at {@code /sparql}, the site everywhere else, and no way to write. */
public final class SparqlServer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Milliseconds. */
    private static final int SILENCE = 2_000;

    private static final int CROWDED = 10;
    private static final long LOOK_EVERY = 50;
    /** So many of the largest answers may be fetched at once. */
    private static final int LARGE_ANSWERS = 8;
    /** Of the heap: one part of so many may hold bodies of requests that are under way. */
    private static final int PART_FOR_BODIES = 16;

    private final FusekiServer server;
    private final Lanes lanes;
    private final GracefulHandler underWay = new GracefulHandler();
    private final int port;

    /**
     * Not yet started.
     *
     * @param dataset backed by TDB2
     */
    public SparqlServer(DatasetGraph dataset, Site site, ServerSettings settings) {
        this(dataset, site, settings, Observers.none());
    }

    /** @param observers told how it does */
    public SparqlServer(DatasetGraph dataset, Site site, ServerSettings settings, Observers observers) {
        this.port = settings.port();
        this.lanes = new Lanes(settings.capacity());
        Clients clients = new Clients(settings.forwarded());
        QueryService service = new QueryService(
                new Engine(dataset),
                lanes,
                site::version,
                clients,
                new Budget(LARGE_ANSWERS * settings.limits().bytes()));
        SparqlEndpoint sparql = new SparqlEndpoint(
                service,
                site.places().endpoint(),
                settings.limits(),
                new Budget(Runtime.getRuntime().maxMemory() / PART_FOR_BODIES));
        ApiEndpoint api = new ApiEndpoint(service, CompetencyQueries.read(), site.places(), settings.limits());
        RequestMonitor monitor =
                new RequestMonitor(clients, new Metrics(observers.registry(), lanes), observers.accessLog());
        this.server = FusekiServer.create()
                .port(port)
                .fusekiModules(FusekiModules.create())
                .addFilter("/*", new Front(site, sparql, api, new HealthAnswer(observers.health()), monitor))
                .build();
        connect(server.getJettyServer(), settings);
        server.getJettyServer().insertHandler(underWay);
    }

    private static void connect(Server jetty, ServerSettings settings) {
        jetty.setConnectors(new Connector[] {WatchedEndPoint.connector(jetty, settings)});
        jetty.setErrorHandler(new PlainErrors());
        jetty.addBean(new NetworkConnectionLimit(settings.connections(), jetty));
        // many connections that say nothing must not keep others out: beyond so many, silence ends them soon
        LowResourceMonitor crowd = new LowResourceMonitor(jetty);
        crowd.setMonitorThreads(false);
        crowd.addLowResourceCheck(crowd.new MaxConnectionsLowResourceCheck(settings.connections() / CROWDED));
        crowd.setLowResourcesIdleTimeout(SILENCE);
        jetty.addBean(crowd);
        // whoever sends slowly, or waits, then holds no thread that others need
        ((QueuedThreadPool) jetty.getThreadPool())
                .setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        // a DOI in a path has a slash that clients encode (RFC 3986 section 2.2)
        jetty.getDescendants(ServletHandler.class).forEach(handler -> handler.setDecodeAmbiguousURIs(true));
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

    /** Takes no more requests, lets those under way end and be answered for a while, then stops them and the server. */
    public void stop() {
        for (Connector connector : server.getJettyServer().getConnectors()) {
            connector.shutdown();
        }
        letEnd();
        lanes.close();
        server.stop();
    }

    /** Waits until every answer is written, but not longer than is granted. */
    private void letEnd() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (underWay.getCurrentStreamWrapperCount() > 0 && System.nanoTime() - latest < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
