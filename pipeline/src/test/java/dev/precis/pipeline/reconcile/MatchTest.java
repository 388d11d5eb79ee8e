package dev.precis.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {
    private static final Records WHOLE = Records.WHOLE;
    private static final Citation CITATION = Records.citation(Records.PRINTED);
    private static final List<String> WALKS = List.of("Journal of Invented Walks");

    static List<Records> same() {
        return List.of(
                WHOLE,
                WHOLE.title("Steps beside each other: A trial of walking", "").of(List.of("J. Invent. Walks"), 2014),
                WHOLE.title("RETRACTED: Steps beside each other", "A trial of walking"),
                WHOLE.title("[Retracted] Steps beside each other: A trial of walking", ""),
                WHOLE.title("Steps beside each other", ""),
                WHOLE.title("Steps beside each other: a trial of wallking", ""),
                WHOLE.of(WALKS, 2015),
                WHOLE.of(List.of("Journal of invented walks (Owl Town)"), 2014),
                WHOLE.of(List.of("Journal of Invented Walks: Theory and Shoes"), 2014),
                WHOLE.in("44", "11-25"),
                WHOLE.in("4", "11–25"),
                WHOLE.by("van Roe"),
                WHOLE.by());
    }

    @ParameterizedTest
    @MethodSource("same")
    void isTheSameWhateverTheRegistrySpellsOtherwise(Records same) {
        assertThat(Match.among(CITATION, List.of(same.work()))).contains(same.work());
    }

    static List<Records> others() {
        return List.of(
                WHOLE.title("Erratum to: Steps beside each other: A trial of walking", ""),
                WHOLE.title("Retraction: Steps beside each other: A trial of walking", ""),
                WHOLE.title("Comment on Steps beside each other: A trial of walking", ""),
                WHOLE.title("Steps beside each other", "A reply"),
                WHOLE.title("Steps beside each other", "A trial of running"),
                WHOLE.title("Steps beside each other: A trial of walking: Part II", ""),
                WHOLE.title("Steps beside each other", "A trial of walking 2"),
                WHOLE.in("4", "26"),
                WHOLE.in("4", ""),
                WHOLE.in("5", "").of(WALKS, 2015),
                WHOLE.updated(List.of(), List.of("erratum")),
                WHOLE.type("posted-content").of(List.of(), 2014),
                WHOLE.type("book-chapter"),
                WHOLE.type("book"),
                WHOLE.of(List.of("Zeitschrift für erfundene Gänge"), 2014),
                WHOLE.of(WALKS, 2016),
                WHOLE.in("5", "11-25").of(WALKS, 2015),
                WHOLE.by("Doe", "Roe"),
                WHOLE.by().in("5", "11-25"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isAnotherWhereOneThingTellsItApart(Records other) {
        assertThat(Match.among(CITATION, List.of(other.work()))).isEmpty();
    }

    @Test
    void twoThatFitAreNone() {
        Records again = WHOLE.doi("10.5555/again");
        assertThat(Match.among(CITATION, List.of(WHOLE.work(), again.work()))).isEmpty();
        assertThat(Match.among(
                        CITATION, List.of(WHOLE.work(), again.in("4", "99").work())))
                .contains(WHOLE.work());
    }

    @Test
    void aTitleThatEveryIssueHasTellsNothing() {
        Citation editorial = Records.citation("Roe, J. A. (2014). Editorial. Journal of Invented Walks, 4(2), 11-25.");
        Records work = WHOLE.title("Editorial", "");
        assertThat(Match.among(editorial, List.of(work.work()))).isPresent();
        assertThat(Match.among(editorial, List.of(work.in("44", "11-25").work())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roe, J.A., Doe, K. 2014 Steps beside each other: A trial of walking. Journal of Invented Walks 4 no"
                        + " 2, 11",
                "Roe & Doe (May 2014). Steps beside each other: A trial of walking. Journal of Invented Walks, 4(2),"
                        + " 11-25.",
            })
    void isFoundInWhatCouldNotBeRead(String printed) {
        assertThat(InPrint.is(printed, WHOLE.work())).isTrue();
        assertThat(Match.among(Citation.unread(printed), List.of(WHOLE.work()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roe, J. (2014). Erratum: Steps beside each other: A trial of walking. Journal of Invented Walks,"
                        + " 4(2), 11.",
                "Roe, J. (2014). Steps beside each other: A trial of walking, Part II. Journal of Invented Walks,"
                        + " 4(2), 11.",
                "Roe, J. (2014). Steps beside each other: A trial of walking. Journal of Invented Walks, 4(2), 111.",
                "Roe, J. (2015). Steps beside each other: A trial of walking. Journal of Invented Walks, 4(2), 11-25.",
                "Poe, L. (2014). Steps beside each other: A trial of walking. Journal of Invented Walks, 4(2), 11-25.",
                "Roe, J. (2014). Steps beside each other: A trial of walking. In Journal of Invented Walks, 4(2), 11.",
            })
    void moreOrOtherWordsInPrintAreAnotherWork(String printed) {
        assertThat(InPrint.is(printed, WHOLE.work())).isFalse();
    }
}
