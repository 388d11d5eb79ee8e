package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.engine.QueryReader;
import dev.precis.sparql.guard.limit.Budget;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import dev.precis.sparql.site.Negotiation;
import dev.precis.sparql.write.ResultFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Answers queries by SPARQL 1.1 Protocol. */
final class SparqlEndpoint {
    /** Characters; what people write has fewer. */
    private static final int LONG = 16_384;

    private final QueryService service;
    private final QueryReader reader;
    private final Limits limits;
    private final Budget bodies;
    /** To parse a long query takes long, before anything is known of it: one at a time leaves room for others. */
    private final Semaphore longQueries = new Semaphore(1, true);

    /**
     * @param base what relative IRIs in queries are relative to
     * @param bodies for the bodies of requests that are under way, in bytes of memory
     */
    SparqlEndpoint(QueryService service, String base, Limits limits, Budget bodies) {
        this.service = service;
        this.reader = new QueryReader(base, limits);
        this.limits = limits;
        this.bodies = bodies;
    }

    /**
     * Answers a request with a query.
     *
     * @throws HttpProblem if it is not answered
     */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // until it is answered: what waits, or is fetched slowly, still has its text
        try (Budget.Share share = bodies.share()) {
            answer(SparqlRequest.read(request, share), request, response);
        }
    }

    private void answer(SparqlRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long now = System.nanoTime();
        RequestMonitor.query(request, asked.query());
        QueryReader.Readable readable = read(asked);
        ResultFormat format = format(asked, readable, request);
        String text = String.join(
                "\n", asked.defaultGraphs().toString(), asked.namedGraphs().toString(), asked.query());
        Limits allowed = limits.withTime(asked.timeout()
                .filter(time -> time.compareTo(limits.time()) < 0)
                .orElse(limits.time()));
        service.answer(
                new QueryService.Question(
                        readable.query(),
                        readable.shape(),
                        text,
                        readable.repeatable(),
                        format.contentType(),
                        format::to,
                        now,
                        allowed),
                request,
                response);
    }

    private QueryReader.Readable read(SparqlRequest asked) {
        boolean isLong = asked.query().length() > LONG;
        if (isLong && !isMyTurn()) {
            throw new HttpProblem(
                    503, Outcome.BUSY, "Too many long queries are being read here: try again later.", limits.time());
        }
        try {
            return reader.read(asked.query(), asked.defaultGraphs(), asked.namedGraphs());
        } catch (Refusal refusal) {
            throw QueryService.problem(refusal);
        } finally {
            if (isLong) {
                longQueries.release();
            }
        }
    }

    private boolean isMyTurn() {
        try {
            return longQueries.tryAcquire(limits.time().toMillis() / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ResultFormat format(SparqlRequest asked, QueryReader.Readable readable, HttpServletRequest request) {
        List<ResultFormat> offered = ResultFormat.of(readable.query());
        if (asked.format().isPresent()) {
            String name = asked.format().get();
            String others =
                    offered.stream().map(format -> format.names().getFirst()).collect(Collectors.joining(", "));
            return ResultFormat.named(name, readable.query())
                    .orElseThrow(() -> new HttpProblem(
                            400, "The answer to this query has no form " + name + "; there are " + others + "."));
        }
        String accept = SiteAnswer.field(request, "Accept");
        List<Map.Entry<String, ResultFormat>> types = offered.stream()
                .flatMap(format -> format.types().stream().map(type -> Map.entry(type, format)))
                .toList();
        String others = offered.stream().map(ResultFormat::mediaType).collect(Collectors.joining(", "));
        return Negotiation.acceptable(accept, types, Map.Entry::getKey).stream()
                .map(Map.Entry::getValue)
                // nor by another name, where the client does not want it by its own
                .filter(format -> !Negotiation.refuses(accept, format.mediaType()))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(406, "The answer to this query can be had as " + others + "."));
    }
}
