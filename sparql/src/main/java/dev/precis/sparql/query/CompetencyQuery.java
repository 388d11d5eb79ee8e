package dev.precis.sparql.query;

import dev.precis.ontology.IriTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A question that researchers ask of the data: one {@code .rq} file whose text runs as it is, and whose parameters are
 * the variables of its {@code VALUES} blocks of one column.
 *
 * @param name the file's name without {@code .rq}
 * @param title the question, from the line {@code #title:}
 * @param description more about it, from the line {@code #description:}
 * @param keywords from the line {@code #keywords:}; the first is what it is about in the main
 * @param parameters what may be chosen, from the lines {@code #parameter:}
 * @param text the SPARQL, without those lines; ends in no line feed
 * @param answersWithAGraph whether the answer is a graph, not a table
 */
public record CompetencyQuery(
        String name,
        String title,
        String description,
        List<String> keywords,
        List<Parameter> parameters,
        String text,
        boolean answersWithAGraph) {
    private static final String PARAMETER = "parameter";
    private static final String KEYWORDS = "keywords";

    public CompetencyQuery {
        keywords = List.copyOf(keywords);
        parameters = List.copyOf(parameters);
    }

    /** Reads a file: lines {@code #word: value}, then the query. */
    static CompetencyQuery parse(String name, String file) {
        List<String> lines = file.lines().toList();
        Map<String, String> header = new HashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        int at = 0;
        for (; at < lines.size() && lines.get(at).startsWith("#"); at++) {
            String place = name + QueryFolder.SUFFIX + ":" + (at + 1);
            int colon = lines.get(at).indexOf(':');
            String word = colon < 0 ? "" : lines.get(at).substring(1, colon);
            String value = lines.get(at).substring(colon + 1).strip();
            switch (word) {
                case "title", "description", KEYWORDS -> header.put(word, value);
                case PARAMETER -> parameters.add(Parameter.parse(value, place));
                default ->
                    throw new IllegalArgumentException(
                            place + ": expected #title:, #description:, #keywords: or #parameter:");
            }
        }
        if (header.size() < 3) {
            throw new IllegalArgumentException(
                    name + QueryFolder.SUFFIX + ":1: must begin with lines #title:, #description: and #keywords:");
        }
        String text = String.join("\n", lines.subList(at, lines.size())).strip();
        Query query = QueryFactory.create(text);
        return new CompetencyQuery(
                name,
                header.getOrDefault("title", ""),
                header.getOrDefault("description", ""),
                Arrays.asList(header.getOrDefault(KEYWORDS, "").split("\\s*,\\s*")),
                parameters.stream()
                        .map(parameter -> parameter.with(ValuesBlocks.values(query, parameter, name)))
                        .toList(),
                text,
                query.isConstructType());
    }

    /** What its name ends in, and the addresses of its answers below the base, but for the form. */
    public String path() {
        return IriTemplate.QUESTION.of("", name);
    }

    /** What the question is about in the main. */
    public String subject() {
        return keywords.getFirst();
    }

    /** The parsed query with the values that stand in the file. */
    public Query query() {
        return QueryFactory.create(text);
    }

    /**
     * The query for what a client sends. What is not sent stays as it is in the file; an empty value of an optional
     * parameter means any; everything else becomes an RDF term of the parameter's type.
     *
     * @param sent the values by the names of the parameters, decoded
     */
    public Filling fill(Map<String, List<String>> sent) {
        List<String> problems = new ArrayList<>();
        sent.keySet().stream()
                .filter(given -> parameters.stream()
                        .noneMatch(parameter -> parameter.name().equals(given)))
                .sorted()
                .forEach(given -> problems.add(unknown(given)));
        Map<String, List<Node>> terms = new HashMap<>();
        for (Parameter parameter : parameters) {
            List<String> given = sent.getOrDefault(parameter.name(), List.of());
            if (!given.isEmpty()) {
                terms.put(parameter.name(), parameter.terms(given, problems));
            } else if (parameter.required()) {
                problems.add(parameter.problem("is missing", parameter.expected()));
            }
        }
        return problems.isEmpty()
                ? new Filling.Filled(ValuesBlocks.fill(query(), terms))
                : new Filling.Refused(problems);
    }

    private String unknown(String given) {
        String known = parameters.isEmpty()
                ? "none"
                : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return "The parameter " + Excerpt.of(Characters.clean(given), 60) + " is not known here; expected " + known
                + ".";
    }

    /** What comes of the parameters that a client sends for a question: a query to run, or what is wrong with them. */
    public sealed interface Filling {
        /** @param query with the terms in their places */
        record Filled(Query query) implements Filling {}

        /** @param problems one sentence each: which parameter, what was given, what was expected; at least one */
        record Refused(List<String> problems) implements Filling {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
