package dev.precis.pipeline.understand;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.topic.TopicSuggester;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.understand.topic.TopicalText;
import java.util.ArrayList;
import java.util.List;

/** From what a page says to what it means: citations, topics, findings, advice. */
public final class Understanding {
    private final CitationParser citationParser;
    private final TopicTagger topicTagger;
    private final TopicSuggester topicSuggester;
    private final FindingFinder findingFinder;

    public Understanding(
            CitationParser citationParser,
            TopicTagger topicTagger,
            TopicSuggester topicSuggester,
            FindingFinder findingFinder) {
        this.citationParser = citationParser;
        this.topicTagger = topicTagger;
        this.topicSuggester = topicSuggester;
        this.findingFinder = findingFinder;
    }

    public Summary understand(Draft draft) {
        List<Citation> citations = draft.citations().stream()
                .flatMap(line -> citations(line.text()).stream())
                .toList();
        TopicTagger.Tagging tagging = topicTagger.tag(draft.labels());
        List<Finding> findings = findingFinder.find(draft.body());
        List<Topic> suggestions = tagging.topics().isEmpty()
                ? topicSuggester.suggest(TopicalText.of(draft, citations))
                : List.of(); // what the source says needs no guess beside it
        return new Summary(
                withUnknown(draft, tagging.unknown()),
                citations,
                draft.references().stream()
                        .flatMap(line -> citations(line.text()).stream())
                        .toList(),
                tagging.topics(),
                tagging.types(),
                suggestions,
                findings,
                ImplicationSplitter.split(draft.implications()));
    }

    /** The works that a printed line cites. */
    public List<Citation> citations(String line) {
        return citationParser.parse(line).stream().toList();
    }

    private static Draft withUnknown(Draft draft, List<String> unknown) {
        List<Notice> notices = new ArrayList<>(draft.notices());
        for (String label : unknown) {
            notices.add(Notice.warning(
                    "label-unknown",
                    draft.origin().address().toString(),
                    "\"" + label + "\" is no topic or type of research of this source"));
        }
        return draft.withNotices(notices);
    }
}
