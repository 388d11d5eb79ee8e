package dev.precis.sparql.query;

import java.util.List;

/**
 * A summary, whole.
 *
 * @param note what stood before it
 * @param implications what it means for practice; each with its own IRI
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
        List<Named> implications,
        List<Named> topics,
        List<Named> types,
        List<Flag> flags,
        Provenance provenance) {
    public Detail {
        body = List.copyOf(body);
        works = List.copyOf(works);
        findings = List.copyOf(findings);
        implications = List.copyOf(implications);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        flags = List.copyOf(flags);
    }
}
