package dev.precis.sparql.write.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class BibliographyTest {
    private static final Reference WAITING = new Catalogue(Studies.dataset())
            .references().stream()
                    .filter(work -> work.key().equals("zelaznik-2019-waiting"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void writesBibTex() {
        assertThat(text(BibTex.write(List.of(WAITING)))).isEqualTo("""
            @article{zelaznik-2019-waiting,
              author = {Żelaźnik, J. and Finch, L. and Wren, Q.},
              title = {Waiting: A year on four lists},
              journal = {Annals of Nothing in Particular},
              year = {2019},
              volume = {7},
              number = {1},
              pages = {1--18},
              doi = {10.5555/anp.7.1},
            }

            """);
    }

    @Test
    void writesRisWithLinesThatEndInCrLf() {
        assertThat(text(Ris.write(List.of(WAITING)))).isEqualTo("""
            TY  - JOUR
            ID  - zelaznik-2019-waiting
            AU  - Żelaźnik, J.
            AU  - Finch, L.
            AU  - Wren, Q.
            TI  - Waiting: A year on four lists
            T2  - Annals of Nothing in Particular
            PY  - 2019
            VL  - 7
            IS  - 1
            SP  - 1
            EP  - 18
            DO  - 10.5555/anp.7.1
            ER  -\s

            """.replace("\n", "\r\n"));
    }

    @Test
    void writesCslJson() throws Exception {
        JsonNode item =
                new ObjectMapper().readTree(CslJson.write(List.of(WAITING))).get(0);

        assertThat(item).isEqualTo(new ObjectMapper().readTree("""
            {"id": "zelaznik-2019-waiting", "type": "article-journal",
             "title": "Waiting: A year on four lists",
             "author": [{"family": "Żelaźnik", "given": "J."}, {"family": "Finch", "given": "L."},
                        {"family": "Wren", "given": "Q."}],
             "issued": {"date-parts": [[2019]]},
             "container-title": "Annals of Nothing in Particular",
             "volume": "7", "issue": "1", "page": "1-18", "DOI": "10.5555/anp.7.1"}
            """));
    }

    @Test
    void writesCoins() {
        assertThat(Coins.write(WAITING))
                .startsWith("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article")
                .contains(
                        "&rft.au=%C5%BBela%C5%BAnik%2C%20J.&rft.au=Finch%2C%20L.",
                        "&rft_id=info%3Adoi%2F10.5555%2Fanp.7.1");
    }

    @Test
    void writesSchemaOrgWhoseAuthorsKeepTheirOrderInRdf() {
        Graph graph = RDFParser.fromString(text(SchemaOrg.write("", List.of(WAITING))), Lang.JSONLD11)
                .toGraph();
        var first = graph.find(
                        NodeFactory.createURI(WAITING.iri()), NodeFactory.createURI("http://schema.org/author"), null)
                .next()
                .getObject();

        assertThat(graph.contains(first, RDF.first.asNode(), NodeFactory.createURI(Studies.BASE + "person/zelaznik-j")))
                .isTrue();
        assertThat(graph.contains(null, null, NodeFactory.createURI("https://doi.org/10.5555/anp.7.1")))
                .isTrue();
    }

    @Test
    void saysWhereTheReadingOfTheCitationWasNotAccepted() throws Exception {
        Reference doubtful =
                Works.work(Reference.Kind.ARTICLE, "Rest", "Naps", List.of(Works.person("Wren", "Q.")), false, true);
        String note = "This reading of the citation is not certain. Cited as: Wren, Q. (2021). Rest";

        assertThat(text(BibTex.write(List.of(doubtful)))).contains("note = {" + note + "}");
        assertThat(text(Ris.write(List.of(doubtful)))).contains("N1  - " + note + "\r\n");
        assertThat(new ObjectMapper()
                        .readTree(CslJson.write(List.of(doubtful)))
                        .at("/0/note")
                        .asText())
                .isEqualTo(note);
        assertThat(text(BibTex.write(List.of(Works.article("Rest"))))).doesNotContain("not certain");
    }

    @Test
    void namesGroupsAsAWholeAndSaysWhatIsLeftOut() throws Exception {
        Reference report = Works.work(
                Reference.Kind.REPORT,
                "Rest & Play",
                "",
                List.of(
                        new Contributor("p", "Office for Rest and Naps", "", "", false),
                        new Contributor("q", "Wren", "Q.", "Jr", true)),
                true);

        assertThat(text(BibTex.write(List.of(report))))
                .startsWith("@techreport{wren-2021-report,")
                .contains("author = {{Office for Rest and Naps} and Wren, Jr, Q.}", "title = {Rest \\& Play}")
                .contains("month = mar,", "doi = {10.5555/a_b%c}")
                .contains("note = {The citation leaves out some of the authors.}");
        assertThat(text(Ris.write(List.of(report))))
                .contains("AU  - Office for Rest and Naps\r\nAU  - Wren, Q., Jr\r\n", "N1  - The citation leaves out");
        JsonNode csl = new ObjectMapper().readTree(CslJson.write(List.of(report)));
        assertThat(csl.at("/0/author/0/literal").asText()).isEqualTo("Office for Rest and Naps");
        assertThat(csl.at("/0/author/1/suffix").asText()).isEqualTo("Jr");
        assertThat(csl.at("/0/note").asText()).startsWith("The citation leaves out");
    }

    @Test
    void anArticleNumberIsNoIssue() throws Exception {
        Reference article = Works.numbered("Rest {and {play}}", "e0212", "");

        assertThat(text(BibTex.write(List.of(article))))
                .contains("eid = {e0212}", "title = {Rest \\{and \\{play\\}\\}}")
                .doesNotContain("number =");
        assertThat(text(Ris.write(List.of(article))))
                .contains("C7  - e0212\r\nSP  - e0212\r\n")
                .doesNotContain("IS  -");
        JsonNode csl = new ObjectMapper().readTree(CslJson.write(List.of(article)));
        assertThat(csl.at("/0/number").asText()).isEqualTo("e0212");
        assertThat(csl.at("/0/page").asText()).isEqualTo("e0212");
        assertThat(HighwireTags.of(article, "http://localhost/page"))
                .contains(Map.entry("citation_firstpage", "e0212"))
                .doesNotContain(Map.entry("citation_issue", "e0212"));
    }

    @Test
    void aChapterIsInABookAndInNoJournal() {
        Reference chapter =
                Works.work(Reference.Kind.CHAPTER, "Rest", "On Naps", List.of(Works.person("Wren", "Q.")), false);

        assertThat(text(BibTex.write(List.of(chapter))))
                .contains("booktitle = {On Naps}")
                .doesNotContain("journal");
    }

    @Test
    void aGroupIsNotTakenForAFamilyName() {
        Reference article = Works.article("Rest", new Contributor("p", "World Health Organization", "", "", false));

        assertThat(HighwireTags.of(article, "http://localhost/page"))
                .contains(Map.entry("citation_author", "World Health Organization,"));
    }

    @Test
    void keysAreShort() throws Exception {
        Reference article = Works.numbered("Rest", "1", "-of-a-very-long-name".repeat(8));
        JsonNode csl = new ObjectMapper().readTree(CslJson.write(List.of(article, article)));

        assertThat(csl.findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).hasSizeLessThan(90).startsWith("wren-2021-article-of-a-very"));
    }

    @Test
    void givesEachRecordOfAListAKeyOfItsOwn() throws Exception {
        JsonNode csl = new ObjectMapper().readTree(CslJson.write(List.of(WAITING, WAITING)));

        assertThat(csl.findValuesAsText("id")).containsExactly("zelaznik-2019-waiting", "zelaznik-2019-waiting-2");
    }

    @Test
    void namesTheTagsThatReferenceManagersLookFor() {
        assertThat(HighwireTags.of(WAITING, "http://localhost/page"))
                .containsExactly(
                        Map.entry("citation_title", "Waiting: A year on four lists"),
                        Map.entry("citation_author", "Żelaźnik, J."),
                        Map.entry("citation_author", "Finch, L."),
                        Map.entry("citation_author", "Wren, Q."),
                        Map.entry("citation_publication_date", "2019"),
                        Map.entry("citation_journal_title", "Annals of Nothing in Particular"),
                        Map.entry("citation_volume", "7"),
                        Map.entry("citation_issue", "1"),
                        Map.entry("citation_firstpage", "1"),
                        Map.entry("citation_lastpage", "18"),
                        Map.entry("citation_doi", "10.5555/anp.7.1"),
                        Map.entry("citation_language", "en"),
                        Map.entry("citation_abstract_html_url", "http://localhost/page"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
