package dev.precis.sparql.query;

import java.util.List;

/**
 * A summary, whole.
 *
 * @param note what stood before it
 * @param implications what it means for practice: paragraphs of single pieces of advice, each with its own IRI
 * @param topics what its source says it is about
 * @param suggestions what the program suggests where the source says nothing
 * @param flags what is odd about it, other than about its findings
 */
public record Detail(
        Item item,
        String language,
        Named author,
        String note,
        List<String> body,
        List<Work> works,
        List<Finding> findings,
        List<List<Named>> implications,
        List<Named> topics,
        List<Named> types,
        List<Suggestion> suggestions,
        List<Flag> flags,
        Provenance provenance) {
    public Detail {
        body = List.copyOf(body);
        works = List.copyOf(works);
        findings = List.copyOf(findings);
        implications = implications.stream().map(List::copyOf).toList();
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        suggestions = List.copyOf(suggestions);
        flags = List.copyOf(flags);
    }
}
