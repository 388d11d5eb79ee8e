package dev.precis.sparql.site.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.precis.sparql.query.Parameter;
import java.math.BigDecimal;
import java.util.List;

/** Describes one parameter of a question (OpenAPI 3.1, Parameter Object and Schema Object). */
final class OpenApiParameter {
    private OpenApiParameter() {}

    static void describe(Parameter parameter, ObjectNode description) {
        description.put("name", parameter.name()).put("in", "query").put("required", parameter.required());
        description.put(
                "description",
                parameter.description() + (parameter.optional() ? "; an empty value means any" : "") + ". It is "
                        + parameter.expected() + ".");
        if (parameter.optional()) {
            description.put("allowEmptyValue", true);
        }
        ObjectNode schema = description.putObject("schema");
        if (parameter.list()) {
            description.put("style", "form").put("explode", true);
            type(
                    parameter.type(),
                    schema.put("type", "array").put("minItems", 1).putObject("items"));
        } else {
            type(parameter.type(), schema);
        }
        if (!parameter.open() && parameter.required()) {
            description.set("example", value(parameter));
        } else if (!parameter.open()) {
            schema.set("default", value(parameter));
        }
    }

    private static void type(Parameter.Type type, ObjectNode schema) {
        switch (type) {
            case TEXT -> schema.put("type", "string").put("maxLength", 500);
            case YEAR -> schema.put("type", "integer").put("minimum", 1000).put("maximum", 2999);
            case INTEGER -> schema.put("type", "integer");
            case NUMBER -> schema.put("type", "number");
            case DATE -> schema.put("type", "string").put("format", "date");
            case IRI -> schema.put("type", "string").put("format", "iri");
            case DOI -> schema.put("type", "string").put("pattern", "10\\.[0-9]{4,9}");
        }
    }

    private static JsonNode value(Parameter parameter) {
        List<JsonNode> values = parameter.values().stream()
                .map(value -> value(parameter.type(), value))
                .toList();
        return parameter.list() ? new ArrayNode(JsonNodeFactory.instance, values) : values.getFirst();
    }

    private static JsonNode value(Parameter.Type type, String value) {
        return switch (type) {
            case YEAR, INTEGER -> LongNode.valueOf(Long.parseLong(value));
            case NUMBER -> DecimalNode.valueOf(new BigDecimal(value));
            case TEXT, DATE, IRI, DOI -> TextNode.valueOf(value);
        };
    }
}
