package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.map.BlogMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSpellingsTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatIsOneAndWhatIsNotAndSaysSoInTheGraphOfTheBlog() throws IOException {
        SourceProfile profile = read("""
            people:
              same: ["Wampold, B. = Wampold, Bruce E. = Wampold, B. E."]
              different: ["Smith, J. A. != Smith, John"]
            journals:
              same: ["JCCP = Journal of Consulting & Clinical Psychology"]
            """);

        assertThat(profile.people().same())
                .containsExactly(List.of("Wampold, B.", "Wampold, Bruce E.", "Wampold, B. E."));
        assertThat(profile.people().different()).containsExactly(List.of("Smith, J. A.", "Smith, John"));
        assertThat(new BlogMapper(profile)
                        .blog(List.of(), List.of())
                        .graph()
                        .find()
                        .mapWith(triple -> triple.getSubject() + " "
                                + triple.getPredicate().getLocalName() + " " + triple.getObject())
                        .filterKeep(said -> said.contains(" sameAs ") || said.contains(" differentFrom "))
                        .toList())
                .allMatch(said -> said.startsWith(profile.root()))
                .extracting(said -> said.replace(profile.root(), ""))
                .containsExactlyInAnyOrder(
                        "person/wampold-b sameAs person/wampold-bruce-e",
                        "person/wampold-b sameAs person/wampold-b-e",
                        "person/smith-j-a differentFrom person/smith-john",
                        "venue/jccp sameAs venue/journal-of-consulting-and-clinical-psychology");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "people; same; Wampold, B.; expected names such as Wampold, B. = Wampold, Bruce E., found Wampold, B.",
                "people; same; Wampold, B. = ; expected names such as Wampold, B. = Wampold, Bruce E., found Wampold,"
                        + " B. =",
                "people; same; Smith, J. != Smith, A.; expected names such as Wampold, B. = Wampold, Bruce E., found"
                        + " Smith",
                "people; different; Smith, J. = Smith, A.; expected names such as Wampold, B. != Wampold, Bruce E.,"
                        + " found",
                "people; different; Smith, J. != Smith, J.; expected names such as Wampold, B. != Wampold, Bruce E.,"
                        + " found",
                "journals; same; JCCP; expected names such as JCCP = Journal of Consulting and Clinical Psychology,"
                        + " found JCCP"
            })
    void whatIsNoSuchThingIsAnError(String section, String key, String written, String message) {
        assertThatThrownBy(() -> read("%s:\n  %s: [\"%s\"]\n".formatted(section, key, written)))
                .hasMessageContaining("profile.yaml:6")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsBothOneAndNotIsAnError() {
        assertThatThrownBy(() -> read("""
            people:
              same: ["Smith, J. = Smith, John", "Smith, John = Smith, John A."]
              different: ["Smith, J. != Smith, John A."]
            """))
                .hasMessageContaining("profile.yaml:7")
                .hasMessageContaining("Smith, J. != Smith, John A.: `same` says that two of these are the same");
    }

    private SourceProfile read(String more) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
            name: Sleep Letter
            home: https://sleep.example/letter/
            publisher: Sleep Society
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + more);
        return new SourceProfiles("9.9").read(folder);
    }
}
