package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.precis.sparql.Studies;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private static final String NEW = BASE + "summary/2021-06/a-new-one";

    private final DatasetGraph dataset = Studies.dataset();
    private final Catalogue catalogue = new Catalogue(dataset);
    private final Blog blog = catalogue.blogs().getFirst();
    private final Edition first = new Edition(
            "1", Studies.NOW, catalogue.blogs(), new Frames(new Places(new Base(BASE)), any -> List.of(), Faces.NONE));

    @Test
    void countsMonthsTopicsAndTypesOfOneBlog() {
        Summaries summaries = Summaries.of(first, catalogue, blog);

        assertThat(summaries.months())
                .extracting(Count::label, Count::count)
                .startsWith(tuple("March 2021", 2))
                .hasSize(4);
        assertThat(summaries.topics())
                .contains(new Count(BASE + "topic/alliance", "Alliance", 2))
                .hasSize(6);
        assertThat(summaries.types()).contains(new Count(BASE + "type/randomised-trial", "Randomised trial", 2));
    }

    @Test
    void knowsWhatCameBeforeAndAfter() {
        Summaries summaries = Summaries.of(first, catalogue, blog);
        List<Card> cards = summaries.cards();

        assertThat(summaries.neighbours(cards.getFirst().item()).next().isPresent())
                .isFalse();
        assertThat(summaries.neighbours(cards.getFirst().item()).previous().iri())
                .isEqualTo(cards.get(1).item().iri());
        assertThat(summaries.neighbours(cards.getLast().item()).next().iri())
                .isEqualTo(cards.get(cards.size() - 2).item().iri());
        assertThat(summaries.neighbours(cards.getLast().item()).previous().isPresent())
                .isFalse();
    }

    @Test
    void followsWhatChangedAsIfAllWereReadAnew() {
        List<Card> before = Cards.of(first, catalogue).all();
        Txn.executeWrite(
                dataset,
                () -> RDFParser.fromString("""
                    PREFIX schema: <http://schema.org/>
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    <%1$s> { <%1$s> a schema:BlogPosting ; schema:headline "A New One" ; schema:datePublished "2021-06" ;
                      schema:isPartOf <%2$sissue/2021-06> ; dcterms:subject <%2$stopic/alliance> .
                      <%2$sissue/2021-06> schema:name "June 2021" ; schema:isPartOf <%2$sblog> }
                    """.formatted(NEW, BASE), Lang.TRIG).parse(dataset));
        Edition second = after(first, Set.of(NEW));

        assertThat(Cards.of(second, catalogue).all())
                .isEqualTo(catalogue.cards())
                .hasSize(before.size() + 1);
        assertThat(Summaries.of(second, catalogue, blog).newest())
                .extracting(card -> card.item().iri())
                .containsExactly(NEW);
        assertThat(Summaries.of(second, catalogue, blog).topics())
                .contains(new Count(BASE + "topic/alliance", "Alliance", 3));

        Txn.executeWrite(dataset, () -> dataset.removeGraph(NodeFactory.createURI(NEW)));
        Edition third = after(second, Set.of(NEW));

        assertThat(Cards.of(third, catalogue).all()).isEqualTo(before);
    }

    @Test
    void readsAllAnewWhereATopicIsCalledOtherwise() {
        Cards.of(first, catalogue);
        Txn.executeWrite(
                dataset,
                () -> RDFParser.fromString("""
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    <%1$stopic> { <%1$stopic/alliance> skos:prefLabel "Bond"@de }
                    """.formatted(BASE), Lang.TRIG).parse(dataset));

        assertThat(Cards.of(after(first, Set.of(BASE + "topic")), catalogue).all())
                .isEqualTo(catalogue.cards())
                .anySatisfy(card -> assertThat(card.topics()).extracting("name").contains("Bond"));
    }

    private Edition after(Edition edition, Set<String> changed) {
        return edition.next(edition.version() + "+", Studies.NOW, catalogue.blogs(), Optional.of(changed));
    }
}
