package dev.precis.pipeline.domain;

import java.util.List;

/** An understood post: the draft and what its text means. */
public record Summary(
        Draft draft, List<Citation> citations, List<Topic> topics, List<Topic> types, List<Finding> findings) {
    public Summary {
        citations = List.copyOf(citations);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        findings = List.copyOf(findings);
    }
}
