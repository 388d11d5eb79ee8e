package dev.precis.pipeline.domain;

import java.util.List;
import java.util.Set;

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
 * @param edited what of it an editor has said
 */
public record Summary(
        Draft draft,
        List<Citation> citations,
        List<Citation> references,
        List<Topic> topics,
        List<Topic> types,
        List<Topic> suggestions,
        List<Finding> findings,
        List<Implication> implications,
        Edited edited) {
    public Summary {
        citations = List.copyOf(citations);
        references = List.copyOf(references);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        suggestions = List.copyOf(suggestions);
        findings = List.copyOf(findings);
        implications = List.copyOf(implications);
    }

    /** A summary as it was read. */
    public Summary(
            Draft draft,
            List<Citation> citations,
            List<Citation> references,
            List<Topic> topics,
            List<Topic> types,
            List<Topic> suggestions,
            List<Finding> findings,
            List<Implication> implications) {
        this(draft, citations, references, topics, types, suggestions, findings, implications, Edited.NOTHING);
    }

    /**
     * What an editor has said of a summary.
     *
     * @param amendments in the order in which they were made
     * @param dismissed flags that are not to be raised: the last parts of their IRIs
     */
    public record Edited(List<Amendment> amendments, Set<String> dismissed) {
        public static final Edited NOTHING = new Edited(List.of(), Set.of());

        public Edited {
            amendments = List.copyOf(amendments);
            dismissed = Set.copyOf(dismissed);
        }
    }

    /**
     * Something that was read otherwise than it stands here.
     *
     * @param field as files of corrections call it, such as {@code citation.issued}
     * @param read what was read; empty if nothing was. The topic or the flag itself, where one was added or taken away
     * @param by who says so; may be empty
     * @param reason why; may be empty
     */
    public record Amendment(String field, String read, String by, String reason) {}
}
