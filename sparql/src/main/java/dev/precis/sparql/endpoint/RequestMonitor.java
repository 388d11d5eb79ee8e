package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.server.Response;

/** Tells of each request what became of it: counted for the metrics, a line in the log. */
final class RequestMonitor {
    private static final String QUERY = RequestMonitor.class.getName();

    private final Clients clients;
    private final Metrics metrics;
    private final Optional<AccessLog> log;

    RequestMonitor(Clients clients, Metrics metrics, Optional<AccessLog> log) {
        this.clients = clients;
        this.metrics = metrics;
        this.log = log;
    }

    /** Remembers the query that a request asks. */
    static void query(HttpServletRequest request, String query) {
        request.setAttribute(QUERY, query);
    }

    /** @param start when the request came, as {@link System#nanoTime()} told */
    void tell(HttpServletRequest request, HttpServletResponse response, Outcome outcome, long start) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        String query = request.getAttribute(QUERY) instanceof String asked ? asked : "";
        metrics.request(query.isEmpty() ? "site" : "sparql", outcome, time);
        log.ifPresent(to -> to.write(new AccessLog.Line(
                clients.nameOf(request),
                request.getMethod(),
                request.getRequestURI(),
                query,
                response.getStatus(),
                outcome,
                Response.getContentBytesWritten(ServletContextResponse.getServletContextResponse(response)),
                time)));
    }
}
