package dev.precis.pipeline.understand.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Topic;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTaggerTest {
    private static final String BLOG = "http://localhost:3030/";
    private static final ConceptScheme TOPICS = new ConceptScheme(
            URI.create(BLOG + "topic"),
            List.of(
                    concept("topic/adherence", "Adherence", "treatment fidelity", "Adherance", "cat_2=11"),
                    concept("topic/attachment", "Attachment", "attachment style", "", "cat_2=14"),
                    concept("topic/attendance", "Attendance, Attrition, and Drop-Out", "dropout", "", "cat_2=15"),
                    concept("topic/medications", "Medications/Pharmacotherapy", "", "", "cat_2=35")));
    private static final ConceptScheme TYPES = new ConceptScheme(
            URI.create(BLOG + "type"),
            List.of(
                    concept(
                            "type/meta-analysis",
                            "Meta-analyses and systematic reviews",
                            "Meta-analysis",
                            "",
                            "cat_1=25"),
                    concept("type/trial", "Randomized trials", "trial", "", "cat_1=27")));

    private final TopicTagger tagger = new TopicTagger(TOPICS, TYPES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Adherence",
                "treatment fidelity",
                "Adherance",
                "ADHERENCE ",
                "cat_2=11",
                BLOG + "topic/adherence"
            })
    void knowsATopicByEveryNameItHas(String label) {
        assertThat(tag(label)).isEqualTo("[adherence] [] []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat_1=25 | [] [meta-analysis] []",
                "Randomized Trials | [] [trial] []",
                "Attendance, Attrition, and Drop-Out | [attendance] [] []",
                "Attachment, Attendance, Attrition, and Drop-Out | [attachment, attendance] [] []",
                "Dropout; Attachment | [attachment, attendance] [] []",
                "Medications / pharmacotherapy | [medications] [] []",
                "Attachment • Meta-analysis | [attachment] [meta-analysis] []",
            })
    void takesAListOfLabelsApart(String label, String expected) {
        assertThat(tag(label)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL Topics (clear) | [] [] [ALL Topics (clear)]",
                "cat_2=99 | [] [] [cat_2=99]",
                "cat_2=1 | [] [] [cat_2=1]",
                "Hope, despair | [] [] [Hope, despair]",
                "Attachment, Hope, despair | [attachment] [] [Hope, despair]",
            })
    void tellsWhatItDoesNotKnow(String label, String expected) {
        assertThat(tag(label)).isEqualTo(expected);
    }

    @Test
    void namesEachConceptOnceInTheOrderOfIris() {
        assertThat(tag("cat_2=35", "trial", "Attachment", "cat_2=14", "Meta-analysis", "cat_1=27"))
                .isEqualTo("[attachment, medications] [meta-analysis, trial] []");
    }

    @Test
    void isSureOfWhatTheSourceSays() {
        assertThat(tagger.tag(List.of("Attachment")).topics())
                .containsExactly(new Topic(URI.create(BLOG + "topic/attachment"), 1));
    }

    private String tag(String... labels) {
        TopicTagger.Tagging tagging = tagger.tag(List.of(labels));
        return names(tagging.topics()) + " " + names(tagging.types()) + " " + tagging.unknown();
    }

    private static List<String> names(List<Topic> topics) {
        return topics.stream()
                .map(topic -> topic.concept().getPath().replaceFirst(".*/", ""))
                .toList();
    }

    private static Concept concept(String path, String label, String alternative, String hidden, String notation) {
        return new Concept(
                URI.create(BLOG + path),
                label,
                alternative.isEmpty() ? List.of() : List.of(alternative),
                hidden.isEmpty() ? List.of() : List.of(hidden),
                List.of(notation),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Concept.Range.UNBOUNDED);
    }
}
