package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reference managers, search engines and other programs find in the pages, and what readers do. */
class BibliographicPagesTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final String WORK = "works/wren-2021-walking-while-talking";
    private static final String SUMMARY = "summary/2021-03/walking-while-talking";
    private static final Pattern STRUCTURED =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void showsAWorkWithEverythingKnownOfIt() {
        assertThat(text(SITE.get(WORK + ".html", "")))
                .contains("<h1>Walking while talking: A meta-analysis of ambulatory psychotherapy</h1>")
                .contains("href=\"/person/wren-q\">Q. Wren</a>", "href=\"https://doi.org/10.5555/jir.2021.0101\"")
                .contains("href=\"/" + SUMMARY + "\">Walking While Talking: Does It Help?</a>")
                .contains("@article{wren-2021-walking-while-talking", "TY  - JOUR", "article-journal")
                .contains("href=\"/" + WORK + ".bib\"", "<dt>Pages</dt><dd>101–119</dd>")
                .contains("<meta name=\"citation_author\" content=\"Oberlin, T. A.\">")
                .doesNotContain("Z3988", "Property</th>");
    }

    @Test
    void showsWhatSomebodyWroteAndEditedAndWarnsOfNamesakes() {
        assertThat(text(SITE.get("person/wren-q.html", "")))
                .contains("two people who print it alike share this page")
                .contains(WORK, "works/wren-2020-still-open", "works/zelaznik-2019-waiting");
        assertThat(text(SITE.get("person/mara-e-quill.html", "")))
                .contains("Wrote these summaries", SUMMARY)
                .doesNotContain("share this page");
        assertThat(SITE.get("person/mara-e-quill.bib", "").status()).isEqualTo(404);
        assertThat(text(SITE.get("person/wren-q.bib", ""))).contains("wren-2020-still-open", "zelaznik-2019-waiting");
    }

    @Test
    void listsTheWorksOfAJournalAndOfABlogByYear() {
        assertThat(text(SITE.get("venue/journal-of-invented-results.html", "")))
                .containsSubsequence("2021", WORK, "2020", "works/oberlin-2020-by-letter");
        assertThat(text(SITE.get("works", ""))).contains(WORK).doesNotContain("mole-2020-socks");
        assertThat(text(SITE.get("sleep-letter/works.ris", "")))
                .contains("Mole, E.")
                .doesNotContain("Wren");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doi/10.5555/jir.2021.0101",
                "doi/10.5555/JIR.2021.0101",
                "doi/10.5555%2Fjir.2021.0101",
                "doi/https://doi.org/10.5555/jir.2021.0101",
                "doi/doi:10.5555/jir.2021.0101",
                "doi?id=https%3A%2F%2Fdoi.org%2F10.5555%2Fjir.2021.0101",
                "doi?id=+10.5555/Jir.2021.0101+"
            })
    void leadsFromADoiToItsWork(String path) {
        Response answer = SITE.get(path, "");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains(BASE + WORK);
    }

    @Test
    void saysSoWhereNoWorkHasADoi() {
        Response unknown = SITE.get("doi/10.1000/%3Cscript%3E", "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(text(unknown)).contains("<code class=\"iri\">10.1000/&lt;script&gt;</code>");
        assertThat(SITE.get("doi", "").header("Location")).contains(BASE + "works");
        assertThat(SITE.get("doi/%zz", "").status()).isEqualTo(404);
    }

    @Test
    void findsAWorkOfAnotherBlogByItsDoi() {
        assertThat(SITE.get("doi/10.5555/stt.3.20", "").header("Location"))
                .contains(BASE + "sleep-letter/works/mole-2020-socks");
    }

    @Test
    void speaksUnapi() throws Exception {
        Response formats = SITE.get("unapi", "");
        Response choices = SITE.get("unapi?id=" + BASE + WORK, "");

        assertThat(formats.status()).isEqualTo(200);
        assertThat(choices.status()).isEqualTo(300);
        for (Response answer : List.of(formats, choices)) {
            assertThat(answer.contentType()).isEqualTo("application/xml");
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body()))
                    .getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("formats");
            assertThat(root.getElementsByTagName("format").getLength()).isEqualTo(3);
        }
        assertThat(text(choices)).contains("id=\"" + BASE + WORK + "\"");
        assertThat(SITE.get("unapi?format=bibtex&id=" + BASE + WORK, "").body())
                .isEqualTo(SITE.get(WORK + ".bib", "").body());
        assertThat(text(SITE.get("unapi?format=ris&id=" + BASE + SUMMARY, ""))).contains("TI  - Walking while");
        assertThat(SITE.get("unapi?format=marc&id=" + BASE + WORK, "").status()).isEqualTo(406);
        assertThat(SITE.get("unapi?id=nothing", "").status()).isEqualTo(404);
    }

    @Test
    void aSummaryIsABlogPostToReferenceManagers() {
        assertThat(text(SITE.get(SUMMARY, "text/html")))
                .contains("<meta name=\"z:itemType\" content=\"blogPost\">")
                .contains("<meta name=\"author\" content=\"Mara E. Quill\">")
                .contains("<meta property=\"og:title\" content=\"Walking While Talking: Does It Help?\">")
                .contains("<meta property=\"og:site_name\" content=\"The Practice Letter\">")
                .contains("<meta property=\"og:url\" content=\"" + BASE + SUMMARY + "\">")
                .contains("<meta property=\"article:published_time\" content=\"2021-03\">")
                .contains("<meta name=\"description\" content=\"Many clinicians")
                .doesNotContain("Z3988", "citation_title", "unapi");
    }

    @ParameterizedTest
    @CsvSource({"topic/alliance, 2", "issue/2021-03, 2", "works, 5", "person/wren-q.html, 3", "year/2020, 3"})
    void aListOffersItsWorksToReferenceManagers(String path, int works) {
        String page = text(SITE.get(path, "text/html"));

        assertThat(page.split("<span class=\"Z3988\" title=\"ctx_ver=", -1)).hasSize(works + 1);
        assertThat(page.split("<abbr class=\"unapi-id\" title=\"" + BASE, -1)).hasSize(works + 1);
        assertThat(page).contains("<link rel=\"unapi-server\" href=\"/unapi\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Blog",
        "summary/2021-03/walking-while-talking, BlogPosting",
        "works/wren-2021-walking-while-talking.html, ScholarlyArticle",
        "works/finch-2020-eight-seconds.html, Chapter",
        "works, CollectionPage",
        "topic/alliance, CollectionPage",
        "person, CollectionPage",
    })
    void aPageSaysWhatItIsInSchemaOrgAlone(String path, String type) throws Exception {
        JsonNode data = structured(text(SITE.get(path, "text/html")));

        assertThat(data.path("@type").asText()).isEqualTo(type);
        assertThat(data.has("@graph")).isFalse();
        assertThat(data.toString()).doesNotContain("schema:", "dcterms", "@value");
    }

    @Test
    void aSummarySaysWhatSearchEnginesAskFor() throws Exception {
        JsonNode data = structured(text(SITE.get(SUMMARY, "text/html")));

        for (String pointer : List.of(
                "/headline",
                "/author/name",
                "/datePublished",
                "/dateModified",
                "/image",
                "/mainEntityOfPage",
                "/publisher/name",
                "/publisher/logo/url",
                "/citation/0/author/1/familyName")) {
            assertThat(data.at(pointer).asText()).as(pointer).isNotEmpty();
        }
        assertThat(SITE.get("static/card.png", "").body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void signpostsAWorkByItsDoiAndASummaryByItsName() {
        Response work = SITE.get(WORK + ".html", "");

        assertThat(links(work, "cite-as")).containsExactly("https://doi.org/10.5555/jir.2021.0101");
        assertThat(links(work, "type"))
                .containsExactly("https://schema.org/AboutPage", "https://schema.org/ScholarlyArticle");
        assertThat(links(work, "author")).containsExactly(BASE + "person/wren-q", BASE + "person/oberlin-t-a");
        assertThat(links(SITE.get(SUMMARY, "text/html"), "cite-as")).containsExactly(BASE + SUMMARY);
        assertThat(links(SITE.get(SUMMARY, "text/html"), "license"))
                .containsExactly("https://creativecommons.org/licenses/by/4.0/");
        assertThat(links(SITE.get(WORK + ".csl.json", ""), "describes")).containsExactly(BASE + WORK + ".html");
    }

    @ParameterizedTest
    @ValueSource(strings = {WORK + ".html", SUMMARY, "topic/alliance", "works", "", "person/wren-q.html"})
    void theLinkSetAgreesWithTheFields(String path) throws Exception {
        Response page = SITE.get(path, "text/html");
        JsonNode set = new ObjectMapper()
                .readTree(text(SITE.get(relative(links(page, "linkset").getFirst()), "")));
        JsonNode context = set.at("/linkset/0");

        assertThat(links(page, "cite-as")).hasSize(1);
        for (String rel : List.of("cite-as", "type", "license", "describedby")) {
            assertThat(context.path(rel).findValuesAsText("href")).isEqualTo(links(page, rel));
        }
        for (JsonNode description : context.path("describedby")) {
            Response found = SITE.get(relative(description.path("href").asText()), "");
            // RFC 8288 section 3.4.1: the type has no parameters
            assertThat(found.contentType().replaceFirst("; charset=utf-8$", ""))
                    .isEqualTo(description.path("type").asText());
        }
        int fields = page.headers().stream()
                .mapToInt(header -> header.name().length() + header.value().length() + 4)
                .sum();
        assertThat(fields).isLessThan(3500);
    }

    @Test
    void aListNamesItsItemsInItsLinkSet() throws Exception {
        JsonNode set = new ObjectMapper().readTree(text(SITE.get("topic/alliance.linkset.json", "")));

        assertThat(set.at("/linkset/0/item").findValuesAsText("href"))
                .hasSize(2)
                .contains(Studies.SILENCE);
    }

    @Test
    void nothingInATitleEndsTheStructuredData() throws Exception {
        String hostile = "</script><script>alert(1)</script> <!-- & ]]> {{7*7}} \u2028 \u202e";
        DatasetGraph dataset = Studies.dataset();
        Txn.executeWrite(
                dataset,
                () -> RDFParser.fromString("""
                    PREFIX schema: <http://schema.org/>
                    BASE <http://localhost:3030/>
                    GRAPH <summary/2021-03/hostile> {
                      <summary/2021-03/hostile> a schema:BlogPosting ; schema:headline "%1$s"@en ;
                        schema:datePublished "2021-03" ; schema:isPartOf <issue/2021-03> ; schema:citation <works/hostile> .
                      <works/hostile> a schema:ScholarlyArticle ; schema:name "%1$s"@en ; schema:url "javascript:alert(1)" .
                    }
                    """.formatted(hostile), Lang.TRIG).parse(dataset));
        Site site = Studies.site(dataset);

        for (String path : List.of("summary/2021-03/hostile", "works/hostile.html", "works", "issue/2021-03")) {
            String page = text(site.get(path, "text/html"));
            assertThat(page).doesNotContain("<script>", "javascript:", "<!--");
            assertThat(STRUCTURED.matcher(page).results()).hasSize(1);
            assertThat(structured(page).toString()).contains("</script><script>alert(1)");
        }
    }

    private static JsonNode structured(String page) throws Exception {
        Matcher script = STRUCTURED.matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(script.group(1)).doesNotContain("<", ">", "&", "\u2028");
        return new ObjectMapper().readTree(script.group(1));
    }

    private static List<String> links(Response response, String rel) {
        return response.headers().stream()
                .filter(header -> header.name().equals("Link") && header.value().contains("rel=\"" + rel + "\""))
                .map(header -> header.value().substring(1, header.value().indexOf('>')))
                .toList();
    }

    private static String relative(String iri) {
        return iri.substring(BASE.length());
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
