package dev.precis.pipeline.understand.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.understand.topic.TopicLearner.Example;
import dev.precis.pipeline.understand.topic.TopicWords.TopicWord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSuggesterTest {
    private static final ConceptScheme TOPICS = new ConceptScheme(
            URI.create("http://localhost:3030/topic"),
            List.of(
                    concept("alliance", "Alliance", "rupture repair", "", "cat=1"),
                    concept("anxiety", "Anxiety Disorders", "anxiety", "Anxeity", "cat=2"),
                    concept("attachment", "Attachment", "attachment anxiety", "", "cat=3"),
                    concept("training", "Training", "supervision", "", ""),
                    concept("therapists", "Therapist Factors", "therapist effects", "", "cat=5")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Supervision and Its Discontents, training",
        "ON ANXEITY, anxiety",
        "Repairs of Ruptures, ''",
        "Rupture Repairs, alliance",
        "The Effects of Therapist Effect, therapists",
        "Attachment Anxiety in Pupils, attachment",
        "Attached to Nothing, ''"
    })
    void suggestsWhatATitleNames(String title, String topic) {
        assertThat(suggest(TopicWords.NONE, title)).isEqualTo(topic.isEmpty() ? List.of() : List.of(topic));
    }

    @Test
    void oneMentionInRunningTextIsNoReasonAndTwoAre() {
        assertThat(suggest(TopicWords.NONE, "Owls", "Supervision helps.")).isEmpty();
        assertThat(suggest(TopicWords.NONE, "Owls", "Supervision helps.", "So ask for supervision."))
                .containsExactly("training");
    }

    @Test
    void suggestsThreeAtMostTheSurestFirst() {
        TopicSuggester suggester = new TopicSuggester(TOPICS, TopicWords.NONE);
        List<Topic> topics = suggester.suggest(new TopicalText(
                List.of("Training, Attachment and Alliance"), List.of("Anxiety? Anxiety.", "Therapist effects.")));

        assertThat(topics)
                .extracting(topic -> topic.concept().getPath())
                .containsExactly("/topic/alliance", "/topic/attachment", "/topic/training");
        assertThat(topics)
                .extracting(Topic::confidence)
                .allMatch(confidence -> confidence >= TopicSuggester.THRESHOLD && confidence < 1);
    }

    @Test
    void suggestsByWordsThatWereLearned() {
        TopicWords words = new TopicWords(List.of(
                new TopicWord("cat=1", "impasse", 0.8),
                new TopicWord("Training", "novice", 0.7),
                new TopicWord("cat=2", "novice", 0.6)));

        assertThat(suggest(words, "Novices at an Impasse")).containsExactly("alliance", "training");
        assertThat(suggest(words, "Owls", "An impasse, and another impasse.")).isEmpty();
    }

    @Test
    void refusesAWordThatTellsATopicOfNobody() {
        TopicWords words = new TopicWords(List.of(new TopicWord("cat=9", "impasse", 0.8)));
        assertThatThrownBy(() -> new TopicSuggester(TOPICS, words))
                .hasMessageContainingAll("topic-words.tsv", "impasse", "cat=9", "/topic");
    }

    @Test
    void learnsWordsThatStandInTitlesOfOneTopicInSeveralMonths() {
        List<Example> examples = new ArrayList<>();
        for (int month = 1; month <= 5; month++) {
            examples.add(example(month, "An Impasse Who Met", "alliance"));
            examples.add(example(month, "Owls of Month " + month, "anxiety"));
            examples.add(example(1, "A Single Issue", "attachment"));
        }
        examples.add(example(6, "Impasses Again", "anxiety"));
        TopicWords learned = TopicLearner.learn(TOPICS, examples);

        // (5 of alliance + 2 * 5/16) / (6 with the word + 2); "single" stands in one month only, "owl" is short
        assertThat(learned.words())
                .containsExactly(new TopicWord("cat=1", "impasse", 0.70), new TopicWord("cat=2", "month", 0.82));
        Collections.reverse(examples);
        assertThat(TopicLearner.learn(TOPICS, examples)).isEqualTo(learned);
    }

    @Test
    void writesAFileThatPeopleCanReadAndReadsItBack() {
        TopicWords words = new TopicWords(
                List.of(new TopicWord("Training", "novice", 0.5), new TopicWord("cat=1", "impasse", 0.75)));
        Path file = folder.resolve(TopicWords.FILE);
        words.write(file);

        assertThat(file).content().endsWith("# topic\tword\tweight\nTraining\tnovice\t0.50\ncat=1\timpasse\t0.75\n");
        assertThat(TopicWords.read(file)).isEqualTo(words);
        assertThat(TopicWords.read(folder.resolve("none.tsv"))).isEqualTo(TopicWords.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat=1\timpasse", "cat=1\timpasse\t1.5", "cat=1 impasse 0.5", "cat=1\timpasse\thalf"})
    void refusesALineThatSaysNothing(String line) throws IOException {
        Path file = folder.resolve(TopicWords.FILE);
        Files.writeString(file, "# words\n\n" + line + "\n");
        assertThatThrownBy(() -> TopicWords.read(file)).hasMessageContaining("topic-words.tsv:3: expected");
    }

    private static Example example(int month, String title, String topic) {
        return new Example(
                YearMonth.of(2020, month),
                new TopicalText(List.of(title), List.of("Impasse, novice.")),
                Set.of(URI.create("http://localhost:3030/topic/" + topic)));
    }

    private static List<String> suggest(TopicWords words, String title, String... paragraphs) {
        return new TopicSuggester(TOPICS, words)
                .suggest(new TopicalText(List.of(title), List.of(paragraphs))).stream()
                        .map(topic -> topic.concept().getPath().replace("/topic/", ""))
                        .toList();
    }

    private static Concept concept(String name, String label, String synonym, String misspelling, String notation) {
        return new Concept(
                URI.create("http://localhost:3030/topic/" + name),
                label,
                List.of(synonym),
                misspelling.isEmpty() ? List.of() : List.of(misspelling),
                notation.isEmpty() ? List.of() : List.of(notation),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Concept.Range.UNBOUNDED);
    }
}
