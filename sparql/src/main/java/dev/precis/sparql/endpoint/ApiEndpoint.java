package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Filling;
import dev.precis.sparql.write.AnswerForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.RowSet;

/** Answers the ready-made questions at {@code api/<name>.<form>?parameter=value}. */
final class ApiEndpoint {
    private static final String PATH = CompetencyQueries.PATH;

    private final QueryService service;
    private final CompetencyQueries queries;
    private final String base;
    private final Limits limits;

    /** @param base what the names of the site begin with */
    ApiEndpoint(QueryService service, CompetencyQueries queries, String base, Limits limits) {
        this.service = service;
        this.queries = queries;
        this.base = base;
        this.limits = limits;
    }

    /**
     * Answers if the path is that of an answer.
     *
     * @throws HttpProblem if it is, but the parameters are wrong
     */
    boolean answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AnswerForm> form = path.startsWith(PATH) ? AnswerForm.at(path) : Optional.empty();
        if (form.isEmpty()) {
            return false;
        }
        String name = path.substring(
                PATH.length(), path.length() - form.get().suffix().length());
        Optional<CompetencyQuery> query =
                queries.find(name).filter(found -> AnswerForm.of(found).contains(form.get()));
        if (query.isEmpty()) {
            return false;
        }
        Parameters parameters = Parameters.of(request);
        switch (query.get().fill(parameters.asMap())) {
            case Filling.Refused refused -> throw new HttpProblem(400, String.join("\n", refused.problems()));
            case Filling.Filled filled -> {
                Witness.query(request, name);
                response.addHeader("Link", "<" + base + CompetencyQueries.DESCRIPTION + ">; rel=\"service-desc\"");
                service.answer(question(name, filled.query(), form.get()), request, response);
            }
        }
        return true;
    }

    private QueryService.Question question(String name, Query query, AnswerForm form) {
        String vocabulary = base + PATH + name + "#";
        return new QueryService.Question(
                query,
                PATH + name,
                name + "\n" + query,
                true,
                form.contentType(),
                (out, ledger) -> answer(form, vocabulary, out),
                System.nanoTime(),
                limits);
    }

    private static Engine.Answer answer(AnswerForm form, String vocabulary, OutputStream out) {
        return new Engine.Answer() {
            @Override
            public void rows(RowSet rows) throws IOException {
                form.write(rows, vocabulary, out);
            }

            @Override
            public void truth(boolean truth) {
                throw new IllegalStateException("no question of ours is answered by yes or no");
            }

            @Override
            public void graph(Graph graph) throws IOException {
                form.write(graph, out);
            }
        };
    }
}
