package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Questions.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds all that is odd, with the words that it is about: three questions for any number of summaries. */
final class AnnotationQuestions {
    private final Questions questions;

    AnnotationQuestions(Questions questions) {
        this.questions = questions;
    }

    List<QualityAnnotation> annotations(Collection<Item> items) {
        return questions.atOnce(() -> {
            Map<String, String> quotes = quotes();
            Set<String> seen = new HashSet<>();
            Map<String, List<Row>> flags = questions.select("flags", Map.of(), row -> row).stream()
                    .filter(row -> seen.add(row.text("annotation")))
                    .collect(Collectors.groupingBy(row -> row.text("summary")));
            return items.stream()
                    .flatMap(item -> flags.getOrDefault(item.iri(), List.of()).stream()
                            .map(SummaryQuestions::flag)
                            .map(flag -> new QualityAnnotation(flag, item, quotes.getOrDefault(flag.target(), ""))))
                    .toList();
        });
    }

    /** Sentences by their findings and numbers, citations by their works. */
    private Map<String, String> quotes() {
        Map<String, String> quotes = new HashMap<>();
        for (Row row : questions.select("findings", Map.of(), row -> row)) {
            quotes.put(row.text("finding"), row.text("text"));
            if (row.has("estimate")) {
                quotes.put(row.text("estimate"), row.text("text"));
            }
        }
        questions
                .select("works", Map.of(), row -> row)
                .forEach(row -> quotes.put(row.text("work"), row.text("citation")));
        return quotes;
    }
}
