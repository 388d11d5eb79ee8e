package dev.precis.sparql.endpoint;

import dev.precis.sparql.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who answers: the endpoint what is a query, the site everything else. Nobody writes. */
final class Front extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int LONGEST = 2_048;

    private final Site site;
    private final String sparqlPath;
    private final SiteAnswer answer;
    private final String harvestPath;
    private final SparqlEndpoint endpoint;
    private final ApiEndpoint api;
    private final HealthAnswer health;
    private final RequestMonitor monitor;

    Front(Site site, SparqlEndpoint endpoint, ApiEndpoint api, HealthAnswer health, RequestMonitor monitor) {
        this.site = site;
        this.sparqlPath = site.places().local(site.places().endpoint());
        this.answer = new SiteAnswer(site);
        this.harvestPath = site.places().local(site.places().oai());
        this.endpoint = endpoint;
        this.api = api;
        this.health = health;
        this.monitor = monitor;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        Fields.all(response);
        try {
            answer(request, response);
            outcome = Outcome.of(response.getStatus());
        } catch (HttpProblem problem) {
            outcome = problem.outcome();
            Problems.send(problem, request, response);
        } catch (RuntimeException bug) {
            LOG.error("cannot answer {} {}", request.getMethod(), request.getRequestURI(), bug);
            Problems.send(new HttpProblem(500, "This cannot be answered at present."), request, response);
        } catch (IOException gone) {
            outcome = Outcome.GONE; // there is nobody to tell
            throw gone;
        } finally {
            monitor.tell(request, response, outcome, start);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Framing.check(request, response);
        String path = path(request);
        String method = request.getMethod();
        boolean sparql = path.equals(sparqlPath);
        boolean asksByPost = sparql || path.equals(harvestPath);
        if (method.equals("OPTIONS")) {
            Fields.preflight(allowed(asksByPost)).forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (sparql && method.equals("POST")) {
            endpoint.answer(request, response);
        } else if (asksByPost && method.equals("POST")) { // OAI-PMH 2.0, section 3.1.1.2
            answer.sendForm(path, request, response);
        } else if (!Methods.isReading(request)) {
            response.setHeader("Allow", allowed(asksByPost));
            throw new HttpProblem(405, "Nothing can be changed here.");
        } else if (sparql && request.getQueryString() != null) {
            endpoint.answer(request, response);
        } else if (!health.answer(path, response) && !api.answer(path, request, response)) {
            checkLength(request);
            answer.send(path, request, response);
        }
    }

    /** Pages repeat the address that they are asked by, also in header fields, which must not grow without end. */
    private static void checkLength(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST) {
            throw new HttpProblem(414, "No address here has more than " + LONGEST + " characters.");
        }
    }

    /** What follows the base, undecoded; the path of the base itself may have been taken off by a proxy. */
    private String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(site.basePath()) ? path.substring(site.basePath().length()) : path.substring(1);
    }

    private static String allowed(boolean asksByPost) {
        return asksByPost ? Methods.OF_ENDPOINT : Methods.OF_SITE;
    }
}
