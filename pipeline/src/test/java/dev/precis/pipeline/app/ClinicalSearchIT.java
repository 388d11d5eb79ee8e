package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clinicians type, and the summary of the sample archive that each must find first, and why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicalSearchIT {
    private static final Pattern FIRST = Pattern.compile(
            "<h2><a href=\"/([^\"]+)\">.*?</a></h2>.*?<p class=\"found\"><span class=\"kind\">Found in ([^<:]*)",
            Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SampleSite site;

    @BeforeAll
    void serveTheSampleArchive() {
        site = new SampleSite(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a topic, its synonyms and spellings
                "dropout | summary/2014-01/never-came-came-and-left-a-look-at-swedish-clinics | topic",
                "drop-out | summary/2014-01/never-came-came-and-left-a-look-at-swedish-clinics | topic",
                "drop outs | summary/2014-01/never-came-came-and-left-a-look-at-swedish-clinics | topic",
                "MDD | summary/2021-05/in-their-own-voices-patients-on-therapy-for-depression | topic",
                "ROM | summary/2021-04/asking-at-every-visit-how-it-is-going-gains-obstacles-ways-around | topic",
                "mentalisation | summary/2020-09/learning-to-read-minds-in-the-consulting-room | text",
                "sleeplessness | sleep-letter/summary/2024-02/all-invented-courses-taken-together | topic",
                // other forms of a word, and of its spelling
                "ruptured alliances | summary/2014-12/when-therapy-stalls-thinking-about-ruptures-the-relational-way |"
                        + " citation",
                "repairing ruptures |"
                        + " summary/2021-04/mending-strains-in-the-alliance-what-a-pooled-analysis-set-out-to-ask |"
                        + " citation",
                "microaggression |"
                        + " summary/2014-12/slights-in-the-session-race-ethnicity-and-whether-they-are-talked-about |"
                        + " text",
                "behavior change handbook |"
                        + " summary/2021-11/some-therapists-some-results-the-handbook-on-who-treats | citation",
                "behaviour change handbook |"
                        + " summary/2021-11/some-therapists-some-results-the-handbook-on-who-treats | citation",
                "sleep apnea | sleep-letter/summary/2024-04/a-telephone-call-for-people-who-stop-wearing-the-mask |"
                        + " finding",
                // people
                "Flueckiger | summary/2020-09/which-comes-first-a-good-alliance-or-feeling-better | person",
                "Fluckiger alliance | summary/2020-09/which-comes-first-a-good-alliance-or-feeling-better | citation",
                "Zuehlke van Hulzen | summary/2020-02/is-the-treatment-manual-worth-its-keep | citation",
                // several words, in a sentence
                "therapist burnout | summary/2020-09/secure-supervision-less-burnout | finding",
                "suicide of a patient | summary/2021-05/after-a-patient-dies-by-suicide-the-clinicians-side | title",
                "does empathy predict outcome |"
                        + " summary/2021-03/does-being-understood-help-adding-up-the-empathy-studies | text",
                "personality disorders psychodynamic |"
                        + " summary/2020-08/psychodynamic-treatment-of-personality-disorders-weighed-against-the-rest |"
                        + " finding",
                "reactance | summary/2020-02/told-what-to-do-and-bristling-suiting-therapy-to-reactance | title",
                "countertransference | summary/2019-11/who-you-are-who-they-are-countertransference-as-an-encounter |"
                        + " title",
                "clients lying to their therapist |"
                        + " summary/2021-04/left-unsaid-when-clients-keep-things-from-their-therapist | citation",
                "group therapy or individual therapy |"
                        + " summary/2020-02/one-patient-or-eight-in-the-room-comparing-like-with-like | text",
            })
    void findsFirst(String typed, String summary, String kind) {
        String page = search(summary.startsWith("sleep-letter/") ? "sleep-letter/search" : "search", typed);
        Matcher first = FIRST.matcher(page);

        assertThat(first.find()).as(typed).isTrue();
        assertThat(first.group(1)).isEqualTo(summary);
        assertThat(first.group(2).split(", ")).contains(kind);
    }

    @Test
    void showsTheSentenceWithTheWordsInIt() {
        assertThat(search("search", "drop out")).contains("<q><mark>Drop</mark>-<mark>out</mark> stood at 33%.</q>");
        assertThat(search("sleep-letter/search", "sleeplessness"))
                .contains("about twice the odds of <mark>insomnia</mark> compared with");
        assertThat(search("search", "Zuehlke")).contains("<mark>Zühlke</mark>-van Hulzen");
    }

    @Test
    void keepsToTheWordsInQuotationMarks() {
        assertThat(search("search", "dropouts")).contains("4 summaries");
        assertThat(search("search", "\"dropouts\"")).contains("No summary has all of this.");
        assertThat(search("search", "\"Flueckiger\"")).contains("which-comes-first-a-good-alliance");
    }

    @Test
    void asksWhatWasMeant() {
        assertThat(search("search", "empathi outcomme"))
                .contains("Did you mean <a href=\"/search?q=empathi+outcome\" rel=\"nofollow\">empathi outcome</a>?");
        assertThat(search("search", "aliance")).contains(">alliance</a>?");
        assertThat(search("search", "xqzwv")).doesNotContain("Did you mean");
    }

    @Test
    void showsWhatHasMostOfTheWordsWhereNothingHasAll() {
        String page = search("search", "how to handle ruptures in the alliance");

        assertThat(page).contains("No summary has all of this.", "Most of the words");
        assertThat(page.substring(page.indexOf("Most of the words"))).contains("Mending Strains in the Alliance");
    }

    private String search(String path, String typed) {
        String address = site.address(path + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }
}
