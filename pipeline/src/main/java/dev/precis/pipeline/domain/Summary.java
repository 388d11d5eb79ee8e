package dev.precis.pipeline.domain;

import java.util.List;

/**
 * An understood post: the draft and what its text means.
 *
 * @param draft what was read
 * @param citations the works it summarises
 * @param references works that it cites besides
 * @param topics what the source says it is about
 * @param types what research the source says it reports
 * @param suggestions topics that its words suggest where the source names none, the surest first
 * @param findings sentences that report numbers
 * @param implications single pieces of advice, as printed and in order
 */
public record Summary(
        Draft draft,
        List<Citation> citations,
        List<Citation> references,
        List<Topic> topics,
        List<Topic> types,
        List<Topic> suggestions,
        List<Finding> findings,
        List<Implication> implications) {
    public Summary {
        citations = List.copyOf(citations);
        references = List.copyOf(references);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        suggestions = List.copyOf(suggestions);
        findings = List.copyOf(findings);
        implications = List.copyOf(implications);
    }
}
