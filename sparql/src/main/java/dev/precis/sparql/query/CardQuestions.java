package dev.precis.sparql.query;

import dev.precis.sparql.query.Questions.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the cards of all summaries at once: four questions, however many summaries there are. */
final class CardQuestions {
    private static final int LEAD = 220;

    private final Questions questions;

    CardQuestions(Questions questions) {
        this.questions = questions;
    }

    /** One card a summary, newest first. */
    List<Card> cards() {
        return questions.atOnce(() -> {
            List<Row> concepts = questions.select("concepts", Map.of(), row -> row);
            Map<String, List<Named>> topics = ofKind("topic", concepts);
            Map<String, List<Named>> types = ofKind("type", concepts);
            Map<String, List<String>> works = works();
            Map<String, String> leads = new HashMap<>();
            questions
                    .select("leads", Map.of(), row -> row)
                    .forEach(row -> leads.putIfAbsent(row.text("summary"), lead(row.text("body"))));
            Set<String> seen = new HashSet<>();
            return questions.select("recent-summaries", Map.of(), Row::item).stream()
                    .filter(item -> seen.add(item.iri()))
                    .map(item -> new Card(
                            item,
                            topics.getOrDefault(item.iri(), List.of()),
                            types.getOrDefault(item.iri(), List.of()),
                            works.getOrDefault(item.iri(), List.of()),
                            leads.getOrDefault(item.iri(), "")))
                    .toList();
        });
    }

    private static String lead(String body) {
        return Excerpt.of(body.strip().replaceAll("\\s+", " "), LEAD);
    }

    private static Map<String, List<Named>> ofKind(String kind, List<Row> rows) {
        Map<String, List<Named>> concepts = new HashMap<>();
        rows.stream()
                .filter(row -> row.text("kind").equals(kind))
                .forEach(row -> add(concepts, row.text("summary"), row.named("concept", "label")));
        return concepts;
    }

    private Map<String, List<String>> works() {
        Map<String, List<String>> works = new HashMap<>();
        questions
                .select("works", Map.of(), row -> row)
                .forEach(row -> add(works, row.text("summary"), row.text("work")));
        return works;
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        List<T> list = lists.computeIfAbsent(key, k -> new ArrayList<>());
        if (!list.contains(value)) {
            list.add(value);
        }
    }
}
