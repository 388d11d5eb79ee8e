package dev.precis.sparql.site.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Parameter;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.write.AnswerForm;
import dev.precis.sparql.write.JsonTree;
import java.util.List;

/** Describes the questions and the forms of their answers for programs (OpenAPI 3.1, spec.openapis.org/oas/v3.1.1). */
final class OpenApi {
    // that of the addresses and forms, not of the data
    private static final String VERSION = "1.0.0";
    private static final List<String> PROBLEMS = List.of("400", "404", "429", "503");

    private final Places places;
    private final ObjectNode document = JsonTree.node();

    private OpenApi(Places places) {
        this.places = places;
    }

    static byte[] write(CompetencyQueries queries, Places places) {
        OpenApi description = new OpenApi(places);
        description.describe(queries.all());
        return JsonTree.lines(description.document);
    }

    private void describe(List<CompetencyQuery> queries) {
        document.put("openapi", "3.1.1");
        document.putObject("info")
                .put("title", "Questions to the summaries")
                .put("summary", "Questions with parameters, answered as CSV, JSON and JSON-LD")
                .put("version", VERSION);
        document.putObject("externalDocs")
                .put("description", "The questions, with forms to fill in")
                .put("url", places.questions());
        String root = places.base().iri();
        document.putArray("servers").addObject().put("url", root.substring(0, root.length() - 1));
        queries.stream()
                .map(CompetencyQuery::subject)
                .distinct()
                .sorted()
                .forEach(subject -> document.withArray("tags").addObject().put("name", subject));
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        ObjectNode parameters = components.putObject("parameters");
        queries.forEach(query -> {
            query.parameters()
                    .forEach(parameter ->
                            OpenApiParameter.describe(parameter, parameters.putObject(key(query, parameter))));
            AnswerForm.of(query)
                    .forEach(form -> operation(
                            query,
                            form,
                            paths.putObject("/" + query.path() + form.suffix()).putObject("get")));
        });
        problems(components.putObject("responses"));
    }

    private static String key(CompetencyQuery query, Parameter parameter) {
        return query.name() + "." + parameter.name();
    }

    private static void operation(CompetencyQuery query, AnswerForm form, ObjectNode operation) {
        operation.put("operationId", query.name() + form.suffix());
        operation.put("summary", query.title());
        operation.put("description", query.description());
        operation.putArray("tags").add(query.subject());
        query.parameters()
                .forEach(parameter -> operation
                        .withArray("parameters")
                        .addObject()
                        .put("$ref", "#/components/parameters/" + key(query, parameter)));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject("200").put("description", "The whole answer");
        schema(
                query,
                form,
                answer.putObject("content").putObject(form.mediaType()).putObject("schema"));
        responses.putObject("304").put("description", "The answer that the client has is still the answer");
        PROBLEMS.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/" + status));
    }

    private static void schema(CompetencyQuery query, AnswerForm form, ObjectNode schema) {
        switch (form) {
            case CSV ->
                schema.put("type", "string")
                        .put("description", "A header and one line a row: " + String.join(", ", columns(query)));
            case JSON -> {
                ObjectNode row = schema.put("type", "array").putObject("items").put("type", "object");
                columns(query).forEach(column -> {
                    row.withObject("/properties").putObject(column);
                    row.withArray("required").add(column);
                });
            }
            case JSON_LD -> schema.put("type", "object").putArray("required").add("@context");
        }
    }

    private static List<String> columns(CompetencyQuery query) {
        return query.query().getResultVars();
    }

    private static void problems(ObjectNode responses) {
        problem(responses, "400", "A parameter is unknown, missing, or not of its type; the text says which");
        problem(responses, "404", "There is no such question, or no such form of its answer");
        problem(responses, "429", "Too many requests at a time")
                .putObject("headers")
                .set("Retry-After", retryAfter());
        problem(responses, "503", "The answer took too long, or the server has too much to do")
                .putObject("headers")
                .set("Retry-After", retryAfter());
    }

    private static ObjectNode problem(ObjectNode responses, String status, String description) {
        ObjectNode response = responses.putObject(status).put("description", description);
        response.putObject("content")
                .putObject("text/plain")
                .putObject("schema")
                .put("type", "string");
        return response;
    }

    private static ObjectNode retryAfter() {
        ObjectNode header = JsonTree.node().put("description", "Seconds to wait");
        header.putObject("schema").put("type", "integer");
        return header;
    }
}
