package dev.precis.pipeline.understand.topic;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a summary that may tell its topic.
 *
 * @param headings its title and those of the works it cites: these say what it is about
 * @param paragraphs body and implications, which say many things
 */
public record TopicalText(List<String> headings, List<String> paragraphs) {
    public TopicalText {
        headings = List.copyOf(headings);
        paragraphs = List.copyOf(paragraphs);
    }

    public static TopicalText of(Draft draft, List<Citation> citations) {
        Stream<String> works = citations.stream().flatMap(citation -> citation.field(CitationField.TITLE).stream());
        return new TopicalText(
                Stream.concat(Stream.of(draft.title().text()), works).toList(),
                Stream.concat(draft.body().stream(), draft.implications().stream())
                        .map(Passage::text)
                        .toList());
    }
}
