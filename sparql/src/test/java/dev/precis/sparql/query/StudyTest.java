package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Figure.Study;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void isCalledByItsAuthorsAndYear() {
        assertThat(Study.name(List.of("Wren, Q."), "2021")).isEqualTo("Wren, 2021");
        assertThat(Study.name(List.of("Wren, Q.", "Oberlin, T. A."), "2021")).isEqualTo("Wren & Oberlin, 2021");
        assertThat(Study.name(List.of("Żelaźnik, J.", "Finch, L.", "Wren, Q."), "2019"))
                .isEqualTo("Żelaźnik et al., 2019");
        assertThat(Study.name(List.of("World Health Organization"), "")).isEqualTo("World Health Organization");
        assertThat(Study.name(List.of(), "2021")).isEmpty();
    }
}
