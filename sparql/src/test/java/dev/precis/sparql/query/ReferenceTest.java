package dev.precis.sparql.query;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.query.Catalogue.Authorship;
import dev.precis.sparql.query.Reference.Contributor;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final String WAITING = BASE + "works/zelaznik-2019-waiting";

    private final DatasetGraph dataset = Studies.dataset();
    private final Catalogue catalogue = new Catalogue(dataset);

    private Reference reference(String iri) {
        return catalogue.references().stream()
                .filter(reference -> reference.iri().equals(iri))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsAnArticleWithItsAuthorsInPrintedOrder() {
        Reference work = reference(WAITING);

        assertThat(work.kind()).isEqualTo(Reference.Kind.ARTICLE);
        assertThat(work.title()).isEqualTo("Waiting: A year on four lists");
        assertThat(work.authors())
                .extracting(Contributor::inverted)
                .containsExactly("Żelaźnik, J.", "Finch, L.", "Wren, Q.");
        assertThat(work.container())
                .isEqualTo(
                        new Named(BASE + "venue/annals-of-nothing-in-particular", "Annals of Nothing in Particular"));
        assertThat(work.imprint().volume()).isEqualTo("7");
        assertThat(work.imprint().pages()).isEqualTo("1-18");
        assertThat(work.year()).isEqualTo("2019");
        assertThat(work.identifiers().doi()).isEqualTo("10.5555/anp.7.1");
        assertThat(work.identifiers().resolver()).isEqualTo("https://doi.org/10.5555/anp.7.1");
        assertThat(work.summaries()).containsExactly(BASE + "summary/2021-02/what-a-waiting-list-does");
        assertThat(work.elided()).isFalse();
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Reference chapter = reference(BASE + "works/finch-2020-eight-seconds");

        assertThat(chapter.kind()).isEqualTo(Reference.Kind.CHAPTER);
        assertThat(chapter.imprint()).isEqualTo(new Reference.Imprint("", "", "", "", "", "", "", "", ""));
        assertThat(chapter.identifiers()).isEqualTo(new Reference.Identifiers("", "", List.of(), List.of()));
        assertThat(chapter.identifiers().resolver()).isEmpty();
    }

    @Test
    void takesAWorkThatTwoSummariesCiteFromTheOneThatSaysMost() {
        Txn.executeWrite(dataset, () -> RDFParser.fromString("""
            PREFIX schema: <http://schema.org/>
            PREFIX pro: <http://purl.org/spar/pro/>
            PREFIX bibo: <http://purl.org/ontology/bibo/>
            BASE <http://localhost:3030/>
            GRAPH <summary/2021-03/also> {
              <summary/2021-03/also> a schema:BlogPosting ; schema:citation <works/zelaznik-2019-waiting> .
              <works/zelaznik-2019-waiting> a schema:ScholarlyArticle ; schema:name "Waiting"@en ;
                bibo:pmid "123" ; pro:isDocumentContextFor <works/zelaznik-2019-waiting#author-1> .
              <works/zelaznik-2019-waiting#author-1> pro:withRole pro:author ; pro:isHeldBy <person/z> ;
                schema:roleName "last author"@en ; schema:name "Z" .
            }
            """, Lang.TRIG).parse(dataset));

        Reference work = reference(WAITING);

        assertThat(work.title()).isEqualTo("Waiting: A year on four lists");
        assertThat(work.authors()).hasSize(3);
        assertThat(work.identifiers().pmid()).isEqualTo("123");
        assertThat(work.identifiers().doi()).isEqualTo("10.5555/anp.7.1");
        assertThat(work.summaries()).hasSize(2);
    }

    @Test
    void knowsWhetherTheReadingIsDoubtful() {
        Txn.executeWrite(dataset, () -> RDFParser.fromString("""
            PREFIX schema: <http://schema.org/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            BASE <http://localhost:3030/>
            GRAPH <summary/2021-03/doubt> {
              <summary/2021-03/doubt> a schema:BlogPosting ; schema:citation <works/doubt> , <works/none> .
              <works/doubt> a schema:ScholarlyArticle ; schema:name "Doubt"@en .
              <works/none> a schema:ScholarlyArticle ; schema:name "None"@en .
              <summary/2021-03/doubt#flag-1> oa:hasTarget <works/doubt> ;
                oa:hasBody <https://w3id.org/precis/flag#citation-unread> .
              <summary/2021-03/doubt#flag-2> oa:hasTarget <works/none> ;
                oa:hasBody <https://w3id.org/precis/flag#doi-missing> .
            }
            """, Lang.TRIG).parse(dataset));

        assertThat(reference(BASE + "works/doubt").doubtful()).isTrue();
        assertThat(reference(BASE + "works/none").doubtful()).isFalse();
    }

    @Test
    void keepsTheLastAuthorBehindTheOthersAndSaysThatSomeAreLeftOut() {
        Txn.executeWrite(dataset, () -> RDFParser.fromString("""
            PREFIX schema: <http://schema.org/>
            PREFIX pro: <http://purl.org/spar/pro/>
            BASE <http://localhost:3030/>
            GRAPH <summary/2021-03/many> {
              <summary/2021-03/many> a schema:BlogPosting ; schema:citation <works/many> .
              <works/many> a schema:ScholarlyArticle ;
                pro:isDocumentContextFor <works/many#author-8> , <works/many#author-10> , <works/many#author-9> .
              <works/many#author-8> pro:withRole pro:author ; pro:isHeldBy <person/a> ; schema:position 8 ; schema:name "A, B." .
              <works/many#author-9> pro:withRole pro:author ; pro:isHeldBy <person/a> ; schema:position 9 ; schema:name "A, B." .
              <works/many#author-10> pro:withRole pro:author ; pro:isHeldBy <person/z> ; schema:roleName "last author"@en ; schema:name "Z, Y." .
              <person/a> schema:name "B. A" , "B.A" .
            }
            """, Lang.TRIG).parse(dataset));

        Reference work = reference(BASE + "works/many");

        assertThat(work.authors()).extracting(Contributor::inverted).containsExactly("A, B.", "A, B.", "Z, Y.");
        assertThat(work.authors()).extracting(Contributor::last).containsExactly(false, false, true);
        assertThat(work.elided()).isTrue();
    }

    @Test
    void knowsWhoWroteWhichSummary() {
        assertThat(catalogue.authorships())
                .contains(new Authorship(new Named(BASE + "person/mara-e-quill", "Mara E. Quill"), Studies.WALKING))
                .hasSize(6);
    }
}
