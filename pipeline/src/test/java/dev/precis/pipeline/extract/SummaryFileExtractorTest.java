package dev.precis.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.serving.Serving;
import dev.precis.pipeline.extract.SummaryFileExtractor.Reading;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryFileExtractorTest {
    private static final String MARKDOWN = """
        ---
        title: "Does Alliance Matter?"
        month: 2021-05
        citation: "Fl\u00FCckiger, C. (2018). The alliance. *Psychotherapy*, 55, 316. https://doi.org/10.1037/PST0000172"
        doi: 10.1037/pst0000172
        topics:
          - Alliance
          - Empathy
        type: Meta-analyses
        author: Ann Author
        ---

        # Does alliance matter?

        The **alliance** was correlated with
        outcome (*r* = .28, p < .001) &ndash; see [the paper](https://example.org).

        - first item
        - second item

        ## Practice implications

        Talk about `it`.

        ### For trainees

        Ask.

        ## Notes

        Last.
        """;

    private final SummaryFileExtractor extractor = new SummaryFileExtractor();

    @Test
    void readsMarkdownWithFrontMatter() {
        Draft draft = only(read("new.md", MARKDOWN));
        assertThat(draft.title().text()).isEqualTo("Does Alliance Matter?");
        assertThat(draft.date()).hasToString("2021-05");
        assertThat(texts(draft.citations()))
                .containsExactly("Fl\u00FCckiger, C. (2018). The alliance. *Psychotherapy*, 55, 316."
                        + " https://doi.org/10.1037/PST0000172");
        assertThat(draft.labels()).containsExactly("Alliance", "Empathy", "Meta-analyses");
        assertThat(draft.author()).isEqualTo("Ann Author");
        assertThat(texts(draft.body()))
                .containsExactly(
                        "The alliance was correlated with outcome (r = .28, p < .001) \u2013 see the paper.",
                        "first item",
                        "second item",
                        "Notes",
                        "Last.");
        assertThat(draft.body()).extracting(Passage::item).containsExactly(false, true, true, false, false);
        assertThat(texts(draft.implications())).containsExactly("Talk about it.", "For trainees", "Ask.");
        assertThat(draft.origin().source()).isEqualTo("pprnet");
        assertThat(draft.notices()).isEmpty();
    }

    @Test
    void readsTheSameRecordFromJson() {
        Draft draft = only(read("new.json", """
            {"title": "Does Alliance Matter?", "date": "2021-05-14", "doi": "https://doi.org/10.1037/PST0000172",
             "topics": "Alliance", "type": ["cat_1=24", "cat_1=25"],
             "body": "One\\nparagraph.\\n\\nAnother.", "implications": ["Ask."]}
            """));
        assertThat(draft.date()).hasToString("2021-05-14");
        assertThat(texts(draft.citations())).containsExactly("https://doi.org/10.1037/pst0000172");
        assertThat(draft.labels()).containsExactly("Alliance", "cat_1=24", "cat_1=25");
        assertThat(texts(draft.body())).containsExactly("One paragraph.", "Another.");
        assertThat(texts(draft.implications())).containsExactly("Ask.");
    }

    @Test
    void readsAListOfRecords() {
        Reading reading =
                read("new.json", "[{\"title\":\"A\",\"month\":\"2021-05\"},{\"title\":\"B\",\"month\":\"2021-06\"}]");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drafts()).extracting(draft -> draft.title().text()).containsExactly("A", "B");
    }

    @Test
    void refusesTheWholeListForOneFlaw() {
        Reading reading = read("new.json", "[{\"title\":\"A\",\"month\":\"2021-05\"},\n{\"title\":\"B\"}, 7]");
        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.problems())
                .extracting(Notice::toString)
                .containsExactly(
                        "new.json:2: field '[1].month': is missing, expected a month such as 2021-05 or May 2021, "
                                + "or a day such as 2021-05-14 (or a field 'date')",
                        "new.json:2: expected a summary: fields such as title and month, found 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        titel: X                  | new.md:4: field 'titel': is unknown, the nearest known is 'title'
        topic: X                  | new.md:4: field 'topic': is unknown, the nearest known is 'topics'
        body: X                   | new.md:4: field 'body': is unknown
        citation: {a: b}          | new.md:4: field 'citation': expected text or a list of texts, found fields
        author: 12                | new.md:4: field 'author': expected text, found 12 (in quotes it would be text)
        author: [A, B]            | new.md:4: field 'author': expected text, found a list
        topics: [A, 2]            | new.md:4: field 'topics': expected text or a list of texts, found 2
        doi: 11.1037/x            | new.md:4: field 'doi': expected a DOI such as 10.1037/pst0000361, found '11.1037/x'
        date: 2021-06-01          | new.md:4: field 'date': expected a day of the month 2021-05, found 2021-06-01
        date: 2021-02-30          | new.md:4: field 'date': expected a month such as
        title: Again              | new.md:4: field 'title' is given twice
        author: [A                | new.md:4: expected
        author: *alias            | new.md:4: an alias
        """)
    void namesLineFieldAndWhatWasExpected(String line, String problem) {
        Reading reading = read("new.md", "---\ntitle: A\nmonth: 2021-05\n" + line + "\n---\nText.\n");
        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.problems()).singleElement().asString().startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-13", "Mai 2021", "2021", "05/2021", "May", "32 May 2021", "'2021-05-14T10:00'"})
    void refusesWhatIsNoMonth(String month) {
        assertThat(read("new.md", "---\ntitle: A\nmonth: " + month + "\n---\n").problems())
                .singleElement()
                .asString()
                .startsWith("new.md:3: field 'month': expected a month such as 2021-05 or May 2021");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05, 2021-05",
        "May 2021, 2021-05",
        "may 2021, 2021-05",
        "Sept. 2021, 2021-09",
        "2021-05-14, 2021-05-14",
        "14 May 2021, 2021-05-14",
        "'May 14, 2021', 2021-05-14"
    })
    void readsMonthsAndDays(String written, String date) {
        assertThat(only(read("new.md", "---\ntitle: A\ndate: " + written + "\n---\nText."))
                        .date())
                .hasToString(date);
    }

    @Test
    void keepsTheDayWhenBothAreGiven() {
        String both = "---\ntitle: A\nmonth: May 2021\ndate: 2021-05-14\n---\nText.";
        assertThat(only(read("new.md", both)).date()).hasToString("2021-05-14");
    }

    @Test
    void demandsATitle() {
        assertThat(read("new.md", "---\ntitle: \"  \"\nmonth: 2021-05\n---\nText.")
                        .problems())
                .singleElement()
                .asString()
                .isEqualTo("new.md:2: field 'title': is missing, expected the summary's title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        new.md   | Text only.          | new.md:1: expected front matter
        new.md   | ''                  | new.md:1: expected front matter
        new.md   | ---                 | new.md:1: the front matter has no end
        new.json | {"title": }         | new.json:1:
        new.json | {"title": "A"       | new.json:1:
        new.json | {} {}               | new.json:1:
        new.json | []                  | new.json:1: expected a summary or a list of them, found none
        new.json | ''                  | new.json:1: expected a summary
        """)
    void refusesWhatIsNoSummaryAtAll(String name, String content, String problem) {
        Reading reading = read(name, content);
        assertThat(reading.drafts()).isEmpty();
        assertThat(reading.problems()).isNotEmpty();
        assertThat(reading.problems().getFirst()).asString().startsWith(problem);
    }

    @Test
    void readsTheSameFromEveryEditor() {
        String text = "---\r\ntitle: Caf\u00E9 \u2013 \u201Cyes\u201D\r\nmonth: 2021-05\r\n---\r\nText.\r\n";
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(Charset.forName("windows-1252")),
                text.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8))) {
            Draft draft = only(read("new.md", bytes));
            assertThat(draft.title().text()).isEqualTo("Caf\u00E9 \u2013 \u201Cyes\u201D");
            assertThat(texts(draft.body())).containsExactly("Text.");
        }
    }

    @Test
    void addsADoiToACitationThatLacksIt() {
        String fields =
                "---\ntitle: A\nmonth: 2021-05\ncitation: [\"One, A. (2020). B.\", Two]\ndoi: doi:10.1/xyz\n---\n";
        assertThat(read("new.md", fields).problems()).isNotEmpty();
        assertThat(texts(only(read("new.md", fields.replace("10.1/", "10.1234/")))
                        .citations()))
                .containsExactly("One, A. (2020). B. https://doi.org/10.1234/xyz", "Two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Practice Implications**\n\nAsk.",
                "PRACTICE IMPLICATIONS: Ask.",
                "Practice Implications\n---\nAsk."
            })
    void findsTheImplicationsUnderAnyFormOfTheirLabel(String text) {
        Draft draft = only(read("new.md", "---\ntitle: A\nmonth: 2021-05\n---\nText.\n\n" + text + "\n"));
        assertThat(texts(draft.body())).containsExactly("Text.");
        assertThat(texts(draft.implications())).containsExactly("Ask.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>One<br>two &amp; <b>three</b>.</p>\n"
                        + "<ul><li>Item</li></ul>\n"
                        + "<h3>Practice implications</h3>\n"
                        + "<p>Ask.</p>",
                "<div>\n"
                        + "<p>One two &amp; three.</p>\n\n"
                        + "<ul>\n"
                        + "<li>Item</li>\n"
                        + "</ul>\n"
                        + "</div>\n\n"
                        + "## Practice implications\n\n"
                        + "<div>Ask.</div>",
                "One<br/>two &amp; <span style='color:red'>three</span>.<!-- not this -->\n\n"
                        + "- Item\n\n"
                        + "**Practice implications**\n\n"
                        + "Ask.",
            })
    void readsHtmlInMarkdownAsHtml(String text) {
        Draft draft = only(read("new.md", "---\ntitle: A\nmonth: 2021-05\n---\n" + text + "\n"));
        assertThat(String.join(" ", texts(draft.body()))).isEqualTo("One two & three. Item");
        assertThat(draft.body().getLast().item()).isTrue();
        assertThat(texts(draft.implications())).containsExactly("Ask.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## References\n\n- One, A. (2020). B.\n- Two, C. (2021). D.\n\n## Notes\n",
                "<h2>Citation</h2><p>One, A. (2020). B.</p><p>Two, C. (2021). D.</p>\n\n# Notes\n",
                "**Source**\n\nOne, A. (2020). B.\n\nTwo, C. (2021). D.\n\n## Notes\n",
                "Reference: One, A. (2020). B.\n\nCitation: Two, C. (2021). D.\n\nNotes\n",
            })
    void takesReferencesForCitationsWhereNoneIsAmongTheFields(String text) {
        String file = "---\ntitle: A\nmonth: 2021-05\n---\nText.\n\n" + text + "\nLast.\n";
        Draft draft = only(read("new.md", file));
        assertThat(texts(draft.citations())).containsExactly("One, A. (2020). B.", "Two, C. (2021). D.");
        assertThat(texts(draft.body())).containsExactly("Text.", "Notes", "Last.");

        Reading cited = read("new.md", file.replace("month:", "citation: Three, E. (2022). F.\nmonth:"));
        assertThat(texts(only(cited).citations())).containsExactly("Three, E. (2022). F.");
        assertThat(texts(only(cited).body())).containsExactly("Text.", "Notes", "Last.");
        assertThat(texts(only(cited).references())).containsExactly("One, A. (2020). B.", "Two, C. (2021). D.");
    }

    @Test
    void knowsASummaryByItsFileUnlessItSharesIt() {
        assertThat(only(read("new.json", "[{\"title\":\"A\",\"month\":\"2021-05\"}]"))
                        .origin()
                        .keys())
                .hasToString("[file new.json]");
        assertThat(read("new.json", "[{\"title\":\"A\",\"month\":\"2021-05\"},{\"title\":\"B\",\"month\":\"2021-06\"}]")
                        .drafts())
                .flatExtracting(draft -> draft.origin().keys())
                .isEmpty();
    }

    @Test
    void noticesAMissingCitationAndText() {
        assertThat(only(read("new.md", "---\ntitle: A\nmonth: 2021-05\n---\n")).notices())
                .extracting(Notice::code)
                .containsExactly("citation-missing", "body-missing");
    }

    @Test
    void survivesDeepNesting() {
        String deep =
                "---\ntitle: A\nmonth: 2021-05\n---\n" + ">".repeat(20_000) + "*".repeat(20_000) + "[".repeat(20_000);
        assertThat(read("new.md", deep).drafts()).hasSize(1);
        assertThat(read("new.json", "[".repeat(100_000)).problems()).hasSize(1);
        assertThat(read("new.md", "---\na: " + "[".repeat(100_000) + "\n---\n").problems())
                .hasSize(1);
    }

    private Reading read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(String name, byte[] content) {
        Capture file = new Capture(URI.create("file:///drop/" + name), Instant.EPOCH, "", content);
        return extractor.read(file, profile());
    }

    private static Draft only(Reading reading) {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drafts()).hasSize(1);
        return reading.drafts().getFirst();
    }

    private static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    private static SourceProfile profile() {
        List<String> none = List.of();
        return new SourceProfile(
                "pprnet",
                Path.of("pprnet"),
                "Blog",
                "",
                URI.create("https://site.example/blog"),
                List.of(),
                "en",
                "A",
                "P",
                URI.create("https://licence.example/"),
                URI.create("http://localhost:3030/"),
                "",
                new SourceProfile.Labels(List.of("Practice Implications"), none, none, none, none, none),
                new SourceProfile.Listing("", none, none),
                new SourceProfile.Crawl(Duration.ZERO, Duration.ofSeconds(1), 0, 1, 1, "x"),
                SourceProfile.Layout.EITHER,
                SourceProfile.CitationPlace.ANY,
                SourceProfile.Selectors.NONE,
                Set.of(),
                SourceProfile.Pictures.USUAL,
                SourceProfile.Resolver.NONE,
                SourceProfile.Spellings.NONE,
                SourceProfile.Spellings.NONE,
                Serving.NONE,
                "test",
                "");
    }
}
