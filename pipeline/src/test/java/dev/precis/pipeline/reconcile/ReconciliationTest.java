package dev.precis.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.Registered.Disagreement;
import dev.precis.pipeline.domain.registry.UpdateNotice;
import dev.precis.pipeline.domain.registry.UpdateNotice.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
    private static final Citation CITATION = Records.citation(Records.PRINTED);
    private static final String WITH_DOI = Records.PRINTED + " https://doi.org/" + Records.DOI;

    private static Registered registered(Citation citation, Records records) {
        return of(citation, records).orElseThrow();
    }

    private static Optional<Registered> of(Citation citation, Records records) {
        String doi = Reconciliation.doi(citation);
        return Reconciliation.of(
                citation, new Answer("", citation.printed(), doi, "", "2026-12-01", List.of(records.work())));
    }

    @Test
    void addsWhatThePrintLacksAndNothingElse() {
        Registered whole = registered(CITATION, Records.WHOLE);
        assertThat(whole.added()).containsExactly(Map.entry("DOI", Records.DOI));
        assertThat(whole.authors()).isEmpty();
        assertThat(whole.issns()).containsExactly("0033-3204");
        assertThat(whole.disagreements()).isEmpty();

        Citation cut = Records.citation(
                "Roe, J. A., & Doe, K. (2014). Steps beside each other: A trial of walking. Journal of Invented Walks,"
                        + " 11-25.");
        assertThat(registered(cut, Records.WHOLE).added())
                .containsExactly(Map.entry("DOI", Records.DOI), Map.entry("volume", "4"), Map.entry("issue", "2"));
    }

    @Test
    void anOrcidIsOfTheAuthorInThatPlaceOnly() {
        assertThat(registered(CITATION, Records.WHOLE).orcids()).containsExactly(Map.entry(1, "0000-0002-1825-0097"));
        Citation other = Records.citation(WITH_DOI.replace("Roe, J. A.", "Poe, J. A."));
        assertThat(registered(other, Records.WHOLE).orcids()).isEmpty();
    }

    @Test
    void whereTheTwoDifferBothAreTold() {
        Citation printed = Records.citation(Records.PRINTED.replace("4(2), 11-25", "5(3), 11-52"));
        assertThat(registered(printed, Records.WHOLE).disagreements())
                .containsExactly(
                        new Disagreement("volume", "5", "4"),
                        new Disagreement("issue", "3", "2"),
                        new Disagreement("page", "11-52", "11-25"));
    }

    @Test
    void aDoubtfulReadingIsConfirmedOnlyByARecordThatSaysAllOfIt() {
        Citation doubtful = CITATION.withTrust(new Trust(.3, false, List.of("odd")));
        assertThat(registered(doubtful, Records.WHOLE).confirms()).isTrue();
        assertThat(registered(doubtful, Records.WHOLE.by("Roe", "Doe", "Poe")).confirms())
                .isFalse();
        assertThat(registered(doubtful, Records.WHOLE.in("5", "11-25")).confirms())
                .isFalse();
    }

    @Test
    void aPrintedDoiNeedsLessBesideIt() {
        Citation printed = Records.citation(WITH_DOI);
        assertThat(registered(printed, Records.WHOLE.of(List.of(), 2013)).added())
                .isEmpty();
        assertThat(registered(printed, Records.WHOLE.by("Doe")).disagreements())
                .containsExactly(new Disagreement("author", "Roe", "Doe"));
    }

    @Test
    void aPrintedDoiOfAnotherWorkIsToldAndNothingOfItTaken() {
        List<UpdateNotice> retracted = List.of(new UpdateNotice("retraction", "10.5555/n", "", List.of()));
        Registered stranger = registered(
                Records.citation(WITH_DOI),
                Records.WHOLE.title("On something else entirely", "").by("Poe").updated(retracted, List.of()));
        assertThat(stranger.added()).isEmpty();
        assertThat(stranger.notices()).isEmpty();
        assertThat(stranger.disagreements())
                .containsExactly(new Disagreement("DOI", Records.DOI, "On something else entirely (2014)"));
        assertThat(of(Records.citation(WITH_DOI), Records.WHOLE.title("On something else entirely", "")))
                .as("of the same author and year it may be the same in other words")
                .isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        assertThat(Reconciliation.of(CITATION, Records.answer(Records.DOI, Records.WHOLE.work())))
                .isEmpty();
        assertThat(Reconciliation.of(
                        Records.citation(Records.PRINTED.replace("11-25", "11-26")),
                        Records.answer("", Records.WHOLE.work())))
                .isEmpty();
        assertThat(Reconciliation.of(CITATION, Records.answer("", Records.WHOLE.work())))
                .isPresent();
    }

    /** The twelve kinds that Crossref has (community.crossref.org/t/15884), and one that it may have some day. */
    @ParameterizedTest
    @CsvSource({
        "retraction, RETRACTED",
        "withdrawal, RETRACTED",
        "removal, RETRACTED",
        "partial_retraction, RETRACTED_IN_PART",
        "expression_of_concern, CONCERN",
        "addendum, CORRECTED",
        "clarification, CORRECTED",
        "correction, CORRECTED",
        "corrigendum, CORRECTED",
        "erratum, CORRECTED",
        "new_edition, NONE",
        "new_version, NONE",
        "something_new, CORRECTED",
    })
    void aNoticeHasItsWeight(String type, Weight weight) {
        assertThat(new UpdateNotice(type, "10.5555/n", "", List.of()).weight()).isEqualTo(weight);
    }
}
