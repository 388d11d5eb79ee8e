package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Budget;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import dev.precis.sparql.guard.limit.Spool;
import dev.precis.sparql.guard.schedule.Lanes;
import dev.precis.sparql.guard.schedule.Overload;
import dev.precis.sparql.guard.schedule.QueryRequest;
import dev.precis.sparql.guard.schedule.Stopped;
import dev.precis.sparql.guard.schedule.Throttle;
import dev.precis.sparql.write.Inexpressible;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.jena.query.Query;

/** Answers questions: complete, or with a status that says what is wrong, never with less. */
final class QueryService {
    private final Engine engine;
    private final Lanes lanes;
    private final Supplier<String> version;
    private final Clients clients;
    private final Throttle throttle = new Throttle();
    private final Budget room;

    /**
     * @param version another one whenever the content of the dataset is
     * @param room for answers that are being fetched
     */
    QueryService(Engine engine, Lanes lanes, Supplier<String> version, Clients clients, Budget room) {
        this.engine = engine;
        this.lanes = lanes;
        this.version = version;
        this.clients = clients;
        this.room = room;
    }

    /** Writes an answer to a stream while it comes. */
    @FunctionalInterface
    interface Writer {
        Engine.Answer to(OutputStream out, Ledger ledger);
    }

    /**
     * What is asked.
     *
     * @param shape the same for questions that cost about the same
     * @param text the same for questions that are the same
     * @param repeatable whether the answer is the same as long as the content is
     * @param contentType of the answer
     * @param asked when, as {@link System#nanoTime()} told
     */
    record Question(
            Query query,
            String shape,
            String text,
            boolean repeatable,
            String contentType,
            Writer writer,
            long asked,
            Limits limits) {}

    /**
     * Answers a question.
     *
     * @throws HttpProblem if it is not answered
     */
    void answer(Question question, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // before the transaction begins, lest an old answer bear the tag of a new version
        String identity = QueryResponse.digest(String.join("\n", version.get(), question.contentType(), question.text())
                .getBytes(StandardCharsets.UTF_8));
        QueryResponse queryResponse =
                new QueryResponse(question.contentType(), question.repeatable() ? identity : "", request.getMethod());
        if (queryResponse.isKnown(request)) {
            queryResponse.notModified(response);
            return;
        }
        QueryRequest<Spool> queryRequest = new QueryRequest<>(
                question.shape(),
                identity + question.limits().time(),
                clients.nameOf(request),
                question.asked(),
                question.limits(),
                ledger -> run(question, ledger),
                () -> Clients.isGone(request));
        try (Spool answer = lanes.run(queryRequest)) {
            queryResponse.send(answer, request, response);
        } catch (Refusal refusal) {
            throw problem(refusal);
        } catch (Inexpressible notInThisForm) {
            throw new HttpProblem(406, String.valueOf(notInThisForm.getMessage()));
        } catch (Overload overload) {
            throttle.refused(queryRequest.client());
            boolean own = overload.isByClient();
            throw new HttpProblem(
                    own ? 429 : 503,
                    own ? Outcome.TOO_MANY : Outcome.BUSY,
                    String.valueOf(overload.getMessage()),
                    overload.retryAfter());
        } catch (Stopped stopped) {
            if (stopped.retryAfter().isPositive()) {
                throttle.refused(queryRequest.client()); // it was not even tried
            }
            throw problem(stopped, question.limits().time());
        }
    }

    private Spool run(Question question, Ledger ledger) throws IOException {
        Spool spool = new Spool(ledger, room);
        try {
            engine.ask(question.query(), ledger, question.writer().to(spool, ledger));
            return spool;
        } catch (IOException | RuntimeException | Error failed) {
            spool.close();
            throw failed;
        }
    }

    static HttpProblem problem(Refusal refusal) {
        String sentence = String.valueOf(refusal.getMessage());
        return switch (refusal.reason()) {
            case MALFORMED -> new HttpProblem(400, sentence);
            case TOO_COSTLY -> new HttpProblem(400, Outcome.TOO_COSTLY, sentence, null);
            case FORBIDDEN -> new HttpProblem(403, sentence);
            case TOO_LARGE -> new HttpProblem(413, sentence);
        };
    }

    private static HttpProblem problem(Stopped stopped, Duration time) {
        Duration later = stopped.retryAfter().isPositive() ? stopped.retryAfter() : time;
        return switch (stopped.reason()) {
            case MEMORY ->
                new HttpProblem(
                        503, Outcome.MEMORY, "This query needs more memory than is left here: ask for less.", later);
            case ROOM ->
                new HttpProblem(
                        503,
                        Outcome.BUSY,
                        "Too many large answers are being fetched here: try again later, or ask for less.",
                        later);
            case SHUTDOWN -> new HttpProblem(503, Outcome.BUSY, "This server is about to end: try again soon.", later);
            // nobody reads this; what is kept of the request should not look like a success
            case GONE -> new HttpProblem(499, Outcome.GONE, "The client has gone.", null);
            case NOT, TIME, SLOW ->
                new HttpProblem(
                        503,
                        Outcome.TIMEOUT,
                        "This query takes more than the " + time.toMillis() / 1_000.0
                                + " seconds that it may take here, waiting included: ask for less, add conditions or a"
                                + " LIMIT, or take it part by part.",
                        later);
        };
    }
}
