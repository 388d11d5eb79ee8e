package dev.precis.sparql.site.section;

import static dev.precis.sparql.archive.Graphs.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.entity.Entities;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.ServedArchive;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and journals that are printed in several ways, as readers and programs meet them. */
class SpellingsTest {
    @TempDir
    Path folder;

    private ServedArchive archive;

    @BeforeEach
    void serveTwoSpellings() {
        archive = new ServedArchive(folder, new Entities());
        archive.keep(List.of(
                summary("one", "Psychother Res", "Wampold, B. E.", "B. E. Wampold"),
                summary("two", "Psychotherapy Research", "Wampold, Bruce E.", "Bruce E. Wampold")));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({
        "person/wampold-b-e, person/wampold-bruce-e",
        "person/wampold-b-e.html, person/wampold-bruce-e.html",
        "person/wampold-b-e.bib, person/wampold-bruce-e.bib",
        "person/wampold-b-e/feed.atom, person/wampold-bruce-e/feed.atom",
        "venue/psychother-res.ttl, venue/psychotherapy-research.ttl",
        "venue/psychother-res/feed.rss, venue/psychotherapy-research/feed.rss"
    })
    void anotherSpellingLeadsToTheOneThatIsUsed(String asked, String place) {
        Response answer = site().get(asked, "");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains(BASE + place);
        assertThat(site().get(place, "text/html").status()).isIn(200, 303);
    }

    @Test
    void aPageHasWhatIsPrintedInAnyWayAndSaysWhy() {
        assertThat(get("person/wampold-bruce-e.html"))
                .contains("<h1>Bruce E. Wampold</h1>", "works/one", "works/two", "Also printed as B. E. Wampold")
                .contains("<dd>Printed with the same people: Imel, Z. E.</dd>");
        assertThat(get("person/wampold-bruce-e.bib")).contains("B. E.", "Bruce E.");
        assertThat(get("person/wampold-bruce-e.ttl")).contains("isReplacedBy", "joinedBecause", "works/one#author-1");
        assertThat(get("person/wampold-bruce-e/feed.atom")).contains("summary/2020-01/one", "summary/2020-01/two");
        assertThat(get("venue/psychotherapy-research.html"))
                .contains("Also printed as Psychother Res", "works/one", "works/two");
        assertThat(get("works/one.html"))
                .contains("href=\"/person/wampold-bruce-e\">B. E. Wampold</a>")
                .contains("/venue/psychotherapy-research");
    }

    @Test
    void indexesHaveOneEntryAndTheSumOfWorks() {
        assertThat(get("person"))
                .contains("href=\"/person/wampold-bruce-e\">Wampold, Bruce E.</a> <span class=\"count\">2<")
                .doesNotContain("wampold-b-e");
        assertThat(get("venue"))
                .contains("href=\"/venue/psychotherapy-research\">Psychotherapy Research</a> <span class=\"count\">2<")
                .doesNotContain("psychother-res\"");
        assertThat(site().resources())
                .contains(BASE + "person/wampold-bruce-e")
                .doesNotContain(BASE + "person/wampold-b-e", BASE + "venue/psychother-res");
    }

    @Test
    void whatComesLaterJoinsAndParts() {
        archive.keep(List.of(summary("three", "Psychotherapy Research", "Wampold, B.", "B. Wampold")));
        assertThat(site().get("person/wampold-b", "").header("Location")).contains(BASE + "person/wampold-bruce-e");
        assertThat(get("person/wampold-bruce-e.html")).contains("works/three", "in 1 more way");

        archive.keep(List.of(summary("four", "Psychotherapy Research", "Wampold, Brad", "Brad Wampold")));
        assertThat(get("person/wampold-b.html")).contains("works/three").doesNotContain("works/one", "Also printed");
        // as B. E. could be, of whom Brad may have another initial
        assertThat(get("person/wampold-bruce-e.html")).contains("works/two").doesNotContain("works/one", "works/three");
    }

    private Site site() {
        return archive.site();
    }

    private String get(String path) {
        Response answer = site().get(path, "");
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static NamedGraph summary(String name, String venue, String author, String spoken) {
        return Graphs.graph(BASE + "summary/2020-01/" + name, BASE, """
            @base <%1$s> .
            @prefix schema: <http://schema.org/> .
            @prefix cito: <http://purl.org/spar/cito/> .
            @prefix pro: <http://purl.org/spar/pro/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <summary/2020-01/%2$s> a schema:BlogPosting ; schema:headline "%2$s"@en ;
              schema:datePublished "2020-01"^^xsd:gYearMonth ; schema:isPartOf <issue/2020-01> ;
              schema:citation <works/%2$s> ; cito:citesAsSourceDocument <works/%2$s> .
            <issue/2020-01> a schema:PublicationIssue ; schema:name "January 2020"@en ; schema:isPartOf <blog> .
            <works/%2$s> a schema:ScholarlyArticle ; schema:name "Work %2$s"@en ; schema:isPartOf <venue/%3$s> ;
              pro:isDocumentContextFor <works/%2$s#author-1>, <works/%2$s#author-2> .
            <venue/%3$s> a schema:Periodical ; schema:name "%4$s" .
            <works/%2$s#author-1> pro:withRole pro:author ; pro:isHeldBy <person/%5$s> ; schema:name "%6$s" ;
              schema:position 1 .
            <person/%5$s> a schema:Person ; schema:name "%7$s" .
            <works/%2$s#author-2> pro:withRole pro:author ; pro:isHeldBy <person/imel-z-e> ;
              schema:name "Imel, Z. E." ; schema:position 2 .
            <person/imel-z-e> a schema:Person ; schema:name "Z. E. Imel" .
            """.formatted(
                        BASE, name, slug(venue), venue, slug(author), author, spoken));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    }
}
