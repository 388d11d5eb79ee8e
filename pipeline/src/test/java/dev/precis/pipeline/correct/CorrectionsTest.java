package dev.precis.pipeline.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.Summary.Amendment;
import dev.precis.pipeline.route.stage.Stages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final String NAME = "http://localhost:3030/summary/2021-05/naps";
    private static final PostKey ADDRESS = new PostKey(PostKey.Kind.ADDRESS, "https://naps.example/2021/05/naps/");

    @TempDir
    private Path source;

    private final List<Notice> unfit = new ArrayList<>();

    private static Summary read() {
        return STAGES.understanding()
                .understand(new Draft(
                        new Draft.Origin(
                                "pprnet", URI.create("https://naps.example/"), "0".repeat(64), Optional.empty()),
                        Passage.of("Naps and Naps"),
                        PublicationDate.of(YearMonth.of(2021, 5)),
                        List.of(Passage.of("Doe, J., & Roe, R. (2020). The naps of it. Journal of Naps, 12, 34-56.")),
                        List.of(),
                        List.of(
                                new Passage("Naps helped (d = 0.54, p = .02), and tea did not (d = 0.02).", 0),
                                new Passage("At the end 45% slept.", 100)),
                        List.of(Passage.of("Nap.")),
                        List.of(),
                        "Ann Author",
                        List.of()));
    }

    private Corrections corrections(String yaml) throws IOException {
        Files.createDirectories(source.resolve("corrections"));
        Files.writeString(source.resolve("corrections/naps.yaml"), yaml);
        return Corrections.read(source, STAGES.tagger());
    }

    private Summary corrected(String yaml) throws IOException {
        return corrections(yaml).of(NAME, List.of(ADDRESS)).apply(read(), unfit::add);
    }

    @Test
    void setsWhatItSaysAndLeavesTheRestAsItWasRead() throws IOException {
        Summary corrected = corrected("""
            - summary: http://localhost:3030/summary/2021-05/naps
              reason: The page has it wrong.
              by: Eve Editor
              set:
                title: Naps, Again
                date: 2021-06-14
            """);
        assertThat(corrected.draft().title().text()).isEqualTo("Naps, Again");
        assertThat(corrected.draft().date()).hasToString("2021-06-14");
        assertThat(corrected.draft().author()).isEqualTo("Ann Author");
        assertThat(corrected.citations()).isEqualTo(read().citations());
        assertThat(corrected.edited().amendments())
                .containsExactly(
                        new Amendment("title", "Naps and Naps", "Eve Editor", "The page has it wrong."),
                        new Amendment("date", "2021-05", "Eve Editor", "The page has it wrong."));
    }

    @Test
    void mergesTheVariablesOfACitationAndTakesAwayWhatIsNothing() throws IOException {
        Citation study = corrected("""
            - summary: https://www.naps.example/2021/05/naps
              set:
                doi: https://doi.org/10.1037/PST0000361
                citation:
                  author: [{family: Doe, given: J.}, "Roe, Richard, Jr.", {literal: Nap Society}]
                  issued: {date-parts: [[2019, 4]]}
                  volume: 13
                  page:
            """).citations().getFirst();
        assertThat(study.doi())
                .hasValueSatisfying(doi -> assertThat(doi.value()).isEqualTo("10.1037/pst0000361"));
        assertThat(study.authors())
                .containsExactly(
                        new Contributor("Doe", "J.", ""),
                        new Contributor("Roe", "Richard", "Jr."),
                        new Contributor("Nap Society", "", ""));
        assertThat(study.issued()).isEqualTo(new Citation.Issued(2019, 4, 0));
        assertThat(study.field(CitationField.VOLUME)).contains("13");
        assertThat(study.field(CitationField.PAGE)).isEmpty();
        assertThat(study.field(CitationField.TITLE)).contains("The naps of it");
        assertThat(study.printed()).isEqualTo(read().citations().getFirst().printed());
        assertThat(study.trust().accepted()).isTrue();
    }

    @Test
    void theLastWordOnAFieldHoldsAndWhatWasReadStaysWhatWasRead() throws IOException {
        Summary corrected = corrected("""
            - {summary: "%1$s", set: {title: One, citation: {volume: "1"}}}
            - {summary: "%1$s", by: Eve, set: {title: Two, citation: {issue: "2"}}}
            """.formatted(NAME));
        assertThat(corrected.draft().title().text()).isEqualTo("Two");
        assertThat(corrected.citations().getFirst().field(CitationField.VOLUME)).contains("1");
        assertThat(corrected.edited().amendments())
                .contains(
                        new Amendment("title", "Naps and Naps", "Eve", ""),
                        new Amendment("citation.volume", "12", "", ""),
                        new Amendment("citation.issue", "", "Eve", ""));
    }

    @Test
    void dropsAndExchangesNumbersByTheirWords() throws IOException {
        Summary corrected = corrected("""
            - summary: %s
              findings:
                - {quote: "tea did not (d = 0.02)", estimate: -0.02}
                - {quote: "d = 0.54", drop: true}
                - {quote: "45%%", drop: true}
                - {quote: "d = 0.99", drop: true}
            """.formatted(NAME));
        assertThat(corrected.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.statistics())
                        .singleElement()
                        .isInstanceOfSatisfying(Statistic.Estimate.class, estimate -> {
                            assertThat(estimate.quantity().low()).isEqualByComparingTo("-0.02");
                            assertThat(estimate.printed().text()).contains("0.02");
                        }));
        assertThat(unfit).singleElement().satisfies(notice -> {
            assertThat(notice.where()).isEqualTo("corrections/naps.yaml:1");
            assertThat(notice.message()).contains("d = 0.99");
        });
    }

    @Test
    void saysWhichTopicsAndFlagsAreMeant() throws IOException {
        Corrections.OfSummary corrections = corrections("""
            summary: %s
            set: {topics: {add: [Empathy], remove: [Alliance]}}
            flags: {dismiss: [doi-missing, citation-unread]}
            """.formatted(NAME)).of(NAME, List.of());
        assertThat(corrections.added()).containsExactly("Empathy");
        assertThat(corrections.removed()).containsExactly("Alliance");
        assertThat(corrections.apply(read(), unfit::add).edited().dismissed())
                .containsExactlyInAnyOrder("doi-missing", "citation-unread");
    }

    @Test
    void tellsOfCorrectionsOfNothing() throws IOException {
        Corrections corrections = corrections("""
            - {summary: "%s", set: {title: One}}
            - {summary: "https://naps.example/2021/05/naps", set: {title: One}}
            - {summary: "https://naps.example/gone", set: {title: One}}
            """.formatted(NAME));
        assertThat(corrections.strangers(
                        named -> named.equals(NAME) || PostKey.ofAddress(named).equals(ADDRESS.normal())))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.where()).isEqualTo("corrections/naps.yaml:3");
                    assertThat(notice.code()).isEqualTo("correction-unfit");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {sumary: "x"}                              | :1: field '[0].sumary': is unknown, the nearest known is
        {set: {title: One}}                        | :1: field '[0].summary': is missing
        {summary: x, set: {titel: One}}            | :1: field '[0].set.titel': is unknown, the nearest known is '[0].set.title'
        {summary: x, set: {date: 0000-01}}         | :1: field '[0].set.date': expected a month such as 2021-05
        {summary: x, set: {citation: {year: 1}}}   | :1: field 'set.citation.year': is unknown, the nearest known is
        {summary: x, set: {citation: {issued: x}}} | :1: field 'set.citation.issued': expected a year
        {summary: x, set: {citation: {DOI: x}}}    | :1: field 'set.citation.DOI': expected a DOI
        {summary: x, set: {citation: {author: [{name: x}]}}} | :1: field 'set.citation.author': expected a list of names
        {summary: x, set: {citation: words}}       | :1: field 'set.citation': expected variables of CSL-JSON
        {summary: x, set: {topics: {add: [Owls]}}} | :1: field '[0].set.topics.add': 'Owls' is no topic
        {summary: x, flags: {dismiss: [doi]}}      | :1: field '[0].flags.dismiss': 'doi' is no flag, the nearest known is
        {summary: x, findings: [{quote: y}]}       | :1: field '[0].findings[0].drop': expected 'drop: true' or an 'estimate'
        {summary: x, findings: [{drop: true}]}     | :1: field '[0].findings[0].quote': is missing
        words                                      | :1: expected a correction: fields such as summary and set, found 'words'
        """)
    void namesFileLineAndFieldOfAFlaw(String correction, String message) {
        assertThatThrownBy(() -> corrections("- " + correction + "\n"))
                .isInstanceOf(InvalidCorrectionsException.class)
                .hasMessageStartingWith(source.resolve("corrections/naps.yaml").toString())
                .hasMessageContaining(message);
    }
}
