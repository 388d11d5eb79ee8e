package dev.precis.sparql.query;

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
            Map<String, StringBuilder> texts = new HashMap<>();
            questions.select("texts", Map.of(), row -> row).forEach(row -> {
                String summary = row.text("summary");
                if (row.truth("body")) {
                    leads.putIfAbsent(summary, lead(row.text("text")));
                }
                texts.computeIfAbsent(summary, s -> new StringBuilder()).append(Words.normal(row.text("text")));
            });
            name(texts, topics);
            name(texts, types);
            Set<String> seen = new HashSet<>();
            return questions.select("recent-summaries", Map.of(), Catalogue::item).stream()
                    .filter(item -> seen.add(item.iri()))
                    .map(item -> new Card(
                            item,
                            topics.getOrDefault(item.iri(), List.of()),
                            types.getOrDefault(item.iri(), List.of()),
                            works.getOrDefault(item.iri(), List.of()),
                            leads.getOrDefault(item.iri(), ""),
                            texts.getOrDefault(item.iri(), new StringBuilder()).toString()))
                    .toList();
        });
    }

    private static String lead(String body) {
        return Excerpt.of(body.strip().replaceAll("\\s+", " "), LEAD);
    }

    /** Whoever seeks the name of a concept means what is about it, whether or not its text has the words. */
    private static void name(Map<String, StringBuilder> texts, Map<String, List<Named>> concepts) {
        concepts.forEach((summary, names) -> names.forEach(
                name -> texts.computeIfAbsent(summary, s -> new StringBuilder()).append(Words.normal(name.name()))));
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
