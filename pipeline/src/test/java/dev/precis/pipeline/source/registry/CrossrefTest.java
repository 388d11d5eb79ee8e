package dev.precis.pipeline.source.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryName;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.domain.registry.UpdateNotice;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.UnreachableException;
import dev.precis.pipeline.source.registry.RegistryServer.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossrefTest {
    private static final String WALKING = """
        {"DOI": "10.5555/WALKING(2014)1:2<3::AID-X>3.0.CO;2-L", "type": "journal-article",
         "title": ["Walking &amp; <i>talking</i>"], "subtitle": ["A trial"],
         "container-title": ["Journal of Invented Walks"], "short-container-title": ["J Inv Walks"],
         "author": [{"family": "Roe", "given": "Jane", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
                    {"name": "The Walking Group", "ORCID": "https://orcid.org/0000-0002-1825-0098"}],
         "issued": {"date-parts": [[2014, 2]]}, "published-online": {"date-parts": [[2013, 12, 24]]},
         "published-print": {"date-parts": [[null]]},
         "volume": "4", "issue": "2", "page": "11-25", "ISSN": ["0033-3204", "0033-3205"],
         "updated-by": [
           {"DOI": "10.5555/notice", "type": "Retraction", "label": "Retraction", "source": "retraction-watch",
            "updated": {"date-parts": [[2019, 5, 3]]}},
           {"DOI": "10.5555/NOTICE", "type": "retraction", "source": "publisher",
            "updated": {"date-parts": [[2019, 5, 2]]}}]}
        """;
    private static final String DOI = "10.5555/walking(2014)1:2<3::aid-x>3.0.co;2-l";

    private final RegistryServer server = new RegistryServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Crossref crossref() {
        return crossref(CaptureLog.ofThisRun());
    }

    private Crossref crossref(CaptureLog log) {
        SourceProfile.Resolver resolver = new SourceProfile.Resolver(
                Optional.of(server.address()), "editor@owl.example", Duration.ZERO, 100, Duration.ofDays(1));
        return new Crossref(
                resolver,
                new SourceProfile.Crawl(Duration.ZERO, Duration.ofSeconds(1), 1, 1000, 1, "Precis/1"),
                true,
                log);
    }

    @Test
    void readsTheRecordOfADoi() {
        server.register(WALKING);
        try (Crossref crossref = crossref()) {
            assertThat(crossref.work(DOI))
                    .contains(new RegistryWork(
                            DOI,
                            "journal-article",
                            "Walking & talking",
                            "A trial",
                            List.of("Journal of Invented Walks", "J Inv Walks"),
                            List.of(
                                    new RegistryName("Roe", "Jane", "0000-0002-1825-0097"),
                                    new RegistryName("The Walking Group", "", "")),
                            List.of(new RegistryDate(2014, 2, 0), new RegistryDate(2013, 12, 24)),
                            "4",
                            "2",
                            "11-25",
                            "",
                            List.of("0033-3204"),
                            List.of(new UpdateNotice(
                                    "retraction",
                                    "10.5555/notice",
                                    "2019-05-02",
                                    List.of("publisher", "retraction-watch"))),
                            List.of()));
        }
        assertThat(server.requests())
                .containsExactly(
                        "/works/10.5555/walking%282014%291%3A2%3C3%3A%3Aaid-x%3E3.0.co%3B2-l?mailto=editor%40owl.example");
        assertThat(server.agents()).containsExactly("Precis/1 mailto:editor@owl.example");
    }

    @Test
    void asksForACitationAndTakesWhatComesInItsOrder() {
        server.register(WALKING);
        server.register("{\"DOI\": \"10.5555/other\", \"title\": [], \"author\": [{}]}");
        server.register("{\"DOI\": \"no DOI\", \"title\": [\"Walking\"]}");
        try (Crossref crossref = crossref()) {
            assertThat(crossref.candidates("Roe, J. (2014). Walking & talking + more. Journal of Invented Walks, 4."))
                    .extracting(RegistryWork::doi)
                    .containsExactly(DOI, "10.5555/other");
        }
        assertThat(server.requests().getFirst())
                .startsWith(
                        "/works?query.bibliographic=Roe%2C%20J.%20%282014%29.%20Walking%20%26%20talking%20%2B%20more")
                .endsWith("&mailto=editor%40owl.example");
    }

    @Test
    void whatTheRegistryDoesNotKnowIsNoFailure() {
        try (Crossref crossref = crossref()) {
            assertThat(crossref.work("10.5555/unknown")).isEmpty();
            assertThat(crossref.candidates("Anything")).isEmpty();
        }
    }

    @Test
    void aNoticeIsOneAndAWorkThatWasChangedInPlaceTellsItOfItself() {
        server.register("""
            {"DOI": "10.5555/notice", "title": ["Erratum"], "update-to": [{"DOI": "10.5555/x", "type": "erratum"}]}
            """);
        server.register("""
            {"DOI": "10.5555/in-situ", "update-to": [{"DOI": "10.5555/IN-SITU", "type": "retraction"}]}
            """);
        try (Crossref crossref = crossref()) {
            assertThat(crossref.work("10.5555/notice").orElseThrow().announces())
                    .containsExactly("erratum");
            RegistryWork changed = crossref.work("10.5555/in-situ").orElseThrow();
            assertThat(changed.announces()).isEmpty();
            assertThat(changed.notices())
                    .containsExactly(new UpdateNotice("retraction", "10.5555/in-situ", "", List.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({"TOO_MANY_REQUESTS, 2000", "UNAVAILABLE, 1000", "CUT_BODY, 1000", "SLOW, 1000"})
    void whatMayPassIsAskedAgainAfterAPause(Fault fault, long least) {
        server.register(WALKING);
        server.fail(fault);
        long began = System.nanoTime();
        try (Crossref crossref = crossref()) {
            assertThat(crossref.work(DOI)).isPresent();
            assertThat(crossref.requests()).isEqualTo(2);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(least));
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, gives what is no JSON (text/html)",
        "EMPTY, gives no work",
        "CUT, gives what is no JSON (application/json)",
        "REDIRECT, answers with status 302",
        "OTHER_WORK, tells of 10.5555/another",
    })
    void whatCannotBeReadIsNeverTakenForNothing(Fault fault, String reason) {
        server.fail(fault);
        try (Crossref crossref = crossref()) {
            assertThatThrownBy(() -> crossref.work(DOI))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aServiceThatAsksToBeLeftAloneIsNotAskedInTheNextRunEither() {
        CaptureLog log = CaptureLog.ofThisRun();
        server.fail(Fault.FOREVER_TOO_MANY);
        try (Crossref crossref = crossref(log)) {
            assertThatThrownBy(() -> crossref.work(DOI)).isInstanceOf(UnreachableException.class);
        }
        try (Crossref crossref = crossref(log)) {
            assertThatThrownBy(() -> crossref.work(DOI)).hasMessageContaining("asks to be left alone");
        }
        assertThat(server.requests()).hasSize(1);
    }
}
