package dev.precis.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The study asked [...]",
                "The study asked […]",
                "The study asked…",
                "The study asked (...)",
                "The study asked … Continue reading Cohesion →",
                "The study asked. Read more »",
                "Weiterlesen",
                "L’étude demande. Lire la suite",
            })
    void aTextThatGoesOnElsewhereIsAnExcerpt(String last) {
        assertThat(Excerpts.isExcerpt(draft(List.of("First.", last), List.of())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The study asked a question.",
                "Readers who want to read more are sent to the article.",
                "Patients said \"I will continue reading.\"",
                "A breadmore",
            })
    void aTextThatEndsIsNone(String last) {
        assertThat(Excerpts.isExcerpt(draft(List.of(last), List.of()))).isFalse();
    }

    @Test
    void whatHasImplicationsIsWhole() {
        assertThat(Excerpts.isExcerpt(draft(List.of("It went on ..."), List.of("Ask."))))
                .isFalse();
    }

    private static Draft draft(List<String> body, List<String> implications) {
        return new Draft(
                new Draft.Origin("s", URI.create("http://h/"), "00", Optional.empty()),
                Passage.of("Title"),
                PublicationDate.of(YearMonth.of(2015, 2)),
                List.of(),
                List.of(),
                body.stream().map(Passage::of).toList(),
                implications.stream().map(Passage::of).toList(),
                List.of(),
                "",
                List.of());
    }
}
