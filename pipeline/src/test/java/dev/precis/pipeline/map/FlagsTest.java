package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.apache.jena.rdf.model.Resource;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private final Description description = new Description("en");
    private final Flags flags =
            new Flags(description, "http://localhost:3030/summary/2024-05/naps", Set.of("doi-missing"));

    @Test
    void raisesOnlyWhatTheSchemeDefines() {
        Resource work = description.resource("http://localhost:3030/works/naps");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> flags.raise("doi-lost", work, ""))
                .withMessage("flags.ttl has no concept doi-lost");
        assertThat(description.model().isEmpty()).isTrue();
    }

    @Test
    void raisesNothingThatAnEditorHasDismissed() {
        Resource work = description.resource("http://localhost:3030/works/naps");
        flags.raise("doi-missing", work, "");
        assertThat(description.model().isEmpty()).isTrue();

        flags.raise("citation-unread", work, "");
        assertThat(description.model().isEmpty()).isFalse();
    }
}
