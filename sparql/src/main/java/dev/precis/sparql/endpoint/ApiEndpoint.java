package dev.precis.sparql.endpoint;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.CompetencyQuery.Filling;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.write.AnswerForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.RowSet;

/** Answers the ready-made questions at {@code api/<name>.<form>?parameter=value}. */
final class ApiEndpoint {
    private final QueryService service;
    private final CompetencyQueries queries;
    private final Places places;
    private final Limits limits;

    ApiEndpoint(QueryService service, CompetencyQueries queries, Places places, Limits limits) {
        this.service = service;
        this.queries = queries;
        this.places = places;
        this.limits = limits;
    }

    /**
     * Answers if the path is that of an answer.
     *
     * @throws HttpProblem if it is, but the parameters are wrong
     */
    boolean answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AnswerForm> form = AnswerForm.at(path);
        Optional<String> asked = form.map(named ->
                        path.substring(0, path.length() - named.suffix().length()))
                .flatMap(question -> IriTemplate.QUESTION.read("", question))
                .map(List::getFirst);
        if (form.isEmpty() || asked.isEmpty()) {
            return false;
        }
        String name = asked.get();
        Optional<CompetencyQuery> query =
                queries.find(name).filter(found -> AnswerForm.of(found).contains(form.get()));
        if (query.isEmpty()) {
            return false;
        }
        Parameters parameters = Parameters.of(request);
        switch (query.get().fill(parameters.asMap())) {
            case Filling.Refused refused -> throw new HttpProblem(400, String.join("\n", refused.problems()));
            case Filling.Filled filled -> {
                RequestMonitor.query(request, name);
                response.addHeader("Link", "<" + places.apiDescription() + ">; rel=\"service-desc\"");
                service.answer(question(name, filled.query(), form.get()), request, response);
            }
        }
        return true;
    }

    private QueryService.Question question(String name, Query query, AnswerForm form) {
        String vocabulary = places.answer(name) + "#";
        return new QueryService.Question(
                query,
                IriTemplate.QUESTION.of("", name),
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
