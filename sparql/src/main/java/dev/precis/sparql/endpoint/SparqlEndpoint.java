package dev.precis.sparql.endpoint;

import dev.precis.sparql.engine.Engine;
import dev.precis.sparql.engine.Ledger;
import dev.precis.sparql.engine.Limits;
import dev.precis.sparql.engine.QueryReader;
import dev.precis.sparql.engine.Refusal;
import dev.precis.sparql.engine.ResultFormat;
import dev.precis.sparql.engine.Spool;
import dev.precis.sparql.schedule.Job;
import dev.precis.sparql.schedule.Lanes;
import dev.precis.sparql.schedule.Overload;
import dev.precis.sparql.schedule.Stopped;
import dev.precis.sparql.site.Negotiation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers queries by SPARQL 1.1 Protocol: complete, or with a status that says what is wrong, never with less. */
final class SparqlEndpoint {
    private final Engine engine;
    private final Limits limits;
    private final Lanes lanes;
    private final Supplier<String> version;
    private final Clients clients;
    private final QueryReader reader;

    /**
     * @param base what relative IRIs in queries are relative to
     * @param version another one whenever the content of the dataset is
     */
    SparqlEndpoint(Engine engine, Limits limits, Lanes lanes, String base, Supplier<String> version, Clients clients) {
        this.engine = engine;
        this.limits = limits;
        this.lanes = lanes;
        this.version = version;
        this.clients = clients;
        this.reader = new QueryReader(base, limits);
    }

    /**
     * Answers a request with a query.
     *
     * @throws HttpProblem if it is not answered
     */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SparqlRequest asked = SparqlRequest.read(request);
        Witness.query(request, asked.query());
        // before the transaction begins, lest an old answer bear the tag of a new version
        String now = version.get();
        try {
            QueryReader.Readable readable = reader.read(asked.query(), asked.defaultGraphs(), asked.namedGraphs());
            ResultFormat format = format(asked, readable, request);
            String identity = identity(now, asked, format);
            Representation representation = new Representation(
                    format.contentType(), readable.repeatable() ? identity : "", request.getMethod());
            if (representation.isKnown(request)) {
                representation.notModified(response);
                return;
            }
            Limits allowed = limits.withTime(asked.timeout()
                    .filter(time -> time.compareTo(limits.time()) < 0)
                    .orElse(limits.time()));
            Job<Spool> job = new Job<>(
                    readable.shape(),
                    identity + allowed.time(),
                    clients.nameOf(request),
                    allowed,
                    ledger -> run(readable, format, ledger),
                    () -> Clients.isGone(request));
            try (Spool answer = lanes.run(job)) {
                representation.send(answer, request, response);
            }
        } catch (Refusal refusal) {
            throw problem(refusal);
        } catch (Overload overload) {
            boolean own = overload.isByClient();
            throw new HttpProblem(
                    own ? 429 : 503,
                    own ? Outcome.TOO_MANY : Outcome.BUSY,
                    String.valueOf(overload.getMessage()),
                    overload.retryAfter());
        } catch (Stopped stopped) {
            throw problem(stopped);
        }
    }

    private Spool run(QueryReader.Readable readable, ResultFormat format, Ledger ledger) throws IOException {
        Spool spool = new Spool(ledger);
        try {
            engine.ask(readable.query(), ledger, format.to(spool, ledger));
            return spool;
        } catch (IOException | RuntimeException | Error failed) {
            spool.close();
            throw failed;
        }
    }

    private static ResultFormat format(SparqlRequest asked, QueryReader.Readable readable, HttpServletRequest request) {
        List<ResultFormat> offered = ResultFormat.of(readable.query());
        if (asked.format().isPresent()) {
            String name = asked.format().get();
            return ResultFormat.named(name, readable.query())
                    .orElseThrow(() -> new HttpProblem(
                            400,
                            "The answer to this query has no form " + name + "; there are "
                                    + String.join(
                                            ", ",
                                            offered.stream()
                                                    .map(ResultFormat::label)
                                                    .toList())
                                    + "."));
        }
        List<Map.Entry<String, ResultFormat>> types = offered.stream()
                .flatMap(format -> Stream.concat(Stream.of(format.mediaType()), format.others().stream())
                        .map(type -> Map.entry(type, format)))
                .toList();
        return Negotiation.acceptable(SiteAnswer.field(request, "Accept"), types, Map.Entry::getKey).stream()
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new HttpProblem(
                        406,
                        "The answer to this query can be had as "
                                + String.join(
                                        ", ",
                                        offered.stream()
                                                .map(ResultFormat::mediaType)
                                                .toList())
                                + "."));
    }

    /** The same for requests that have the same answer. */
    private static String identity(String version, SparqlRequest asked, ResultFormat format) {
        return Representation.digest(String.join(
                        "\n",
                        version,
                        format.name(),
                        asked.defaultGraphs().toString(),
                        asked.namedGraphs().toString(),
                        asked.query())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static HttpProblem problem(Refusal refusal) {
        String sentence = String.valueOf(refusal.getMessage());
        return switch (refusal.reason()) {
            case MALFORMED -> new HttpProblem(400, sentence);
            case TOO_COSTLY -> new HttpProblem(400, Outcome.TOO_COSTLY, sentence, null);
            case FORBIDDEN -> new HttpProblem(403, sentence);
            case TOO_LARGE -> new HttpProblem(413, sentence);
        };
    }

    private HttpProblem problem(Stopped stopped) {
        Duration later = stopped.retryAfter().isPositive() ? stopped.retryAfter() : limits.time();
        return switch (stopped.reason()) {
            case MEMORY ->
                new HttpProblem(
                        503, Outcome.MEMORY, "This query needs more memory than is left here: ask for less.", later);
            case SHUTDOWN -> new HttpProblem(503, Outcome.BUSY, "This server is about to end: try again soon.", later);
            // nobody reads this; what is kept of the request should not look like a success
            case GONE -> new HttpProblem(499, Outcome.GONE, "The client has gone.", null);
            case NOT, TIME, SLOW ->
                new HttpProblem(
                        503,
                        Outcome.TIMEOUT,
                        "This query takes more than the " + limits.time().toSeconds()
                                + " seconds that one may take here, waiting included: ask for less, add conditions or a"
                                + " LIMIT, or take it part by part.",
                        later);
        };
    }
}
