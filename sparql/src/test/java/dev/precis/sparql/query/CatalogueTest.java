package dev.precis.sparql.query;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.precis.sparql.Studies;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Suggestion;
import dev.precis.sparql.query.Detail.Work;
import dev.precis.sparql.query.Named.Statement;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.asker.Abandoned;
import dev.precis.sparql.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final DatasetGraph dataset = Studies.dataset();
    private final Catalogue catalogue = new Catalogue(dataset);
    private final Blog practice = catalogue.blogs().getFirst();
    private final Blog sleep = catalogue.blogs().getLast();

    @Test
    void knowsEachBlogByItsRoot() {
        assertThat(catalogue.blogs()).extracting(Blog::root).containsExactly(BASE, BASE + "sleep-letter/");
        assertThat(practice.author()).isEqualTo(new Named(BASE + "person/mara-e-quill", "Mara E. Quill"));
        assertThat(practice.license()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void asksNothingMoreForWhomHasGone() {
        assertThatThrownBy(() -> catalogue.awaiting(
                        () -> true,
                        () -> Stream.generate(() -> catalogue.cards()).noneMatch(List::isEmpty)))
                .isInstanceOf(Abandoned.class);
        List<Card> awaited = catalogue.awaiting(() -> false, () -> catalogue.cards());
        assertThat(awaited).hasSize(6);
        assertThat(catalogue.cards()).hasSize(6);
    }

    @Test
    void drawsACardForEachSummaryTheNewestFirst() {
        assertThat(catalogue.cards())
                .extracting(card -> card.item().date().text())
                .startsWith("2021-03-15", "2021-03", "2021-02-11", "2021-02")
                .hasSize(6);
        Card card = catalogue.shown(catalogue.cards()).get(1);
        assertThat(card.lead()).startsWith("Many clinicians have begun").endsWith(" in which\u00a0…");
        assertThat(card.month()).isEqualTo("2021-03");
        assertThat(card.year()).isEqualTo("2021");
        assertThat(card.works()).containsExactly(BASE + "works/wren-2021-walking-while-talking");
    }

    @Test
    void knowsWhenEachSummaryWasModified() {
        assertThat(catalogue.modifications())
                .containsEntry(Studies.WALKING, Instant.parse("2026-02-02T09:30:00Z"))
                .hasSize(6);
    }

    @Test
    void knowsTheConceptsOfEachScheme() {
        assertThat(catalogue.concepts(BASE + "topic"))
                .contains(new Named(BASE + "topic/alliance", "Alliance"))
                .hasSize(6);
        assertThat(catalogue.concepts(BASE + "type"))
                .contains(new Named(BASE + "type/randomised-trial", "Randomised trial"));
        assertThat(catalogue.concepts(sleep.root() + "topic")).hasSize(1);
    }

    @Test
    void drawsTheCardsOfGraphsThatAreOfSummaries() {
        assertThat(catalogue.cards(List.of(Studies.WALKING, BASE + "topic", BASE + "summary/2021-03/nothing")))
                .containsOnlyKeys(Studies.WALKING)
                .containsValue(catalogue.cards().stream()
                        .filter(card -> card.item().iri().equals(Studies.WALKING))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void readsSomeWorksAsItReadsAll() {
        List<Reference> all = catalogue.references();
        List<String> some = all.stream().map(Reference::iri).limit(3).toList();

        assertThat(all).hasSizeGreaterThan(3);
        assertThat(catalogue.references(some)).containsExactlyInAnyOrderElementsOf(all.subList(0, 3));
        assertThat(catalogue.references(List.of(BASE + "works/nothing"))).isEmpty();
        assertThat(catalogue.modified(Studies.WALKING)).contains(Instant.parse("2026-02-02T09:30:00Z"));
        assertThat(catalogue.modified(BASE + "topic")).isEmpty();
    }

    @Test
    void ordersTopicsAndTypesWithoutRegardToCapitals() {
        add("""
            <topic> { <topic/aversion> skos:inScheme <topic> ; skos:prefLabel "aversion"@en }
            <type> { <type/network> skos:inScheme <type> ; skos:prefLabel "network meta-analysis"@en }
            <%s> { <%1$s> dcterms:subject <topic/aversion> ; dcterms:type <type/network> }
            """.formatted(Studies.WALKING));
        Detail detail = catalogue.summary(Studies.WALKING).orElseThrow();

        assertThat(catalogue.concepts(BASE + "topic"))
                .extracting(Named::name)
                .startsWith("Alliance", "Anxiety", "Attendance and drop-out", "aversion", "Depression & low mood");
        assertThat(catalogue.concepts(BASE + "type"))
                .extracting(Named::name)
                .containsExactly("Meta-analysis", "network meta-analysis", "Observational study", "Randomised trial");
        assertThat(detail.topics())
                .extracting(Named::name)
                .containsExactly("Anxiety", "aversion", "Depression & low mood", "Outdoor therapy");
        assertThat(detail.types()).extracting(Named::name).containsExactly("Meta-analysis", "network meta-analysis");
        assertThat(new Choices(List.of(), catalogue.cards())
                        .further(catalogue.cards())
                        .get(Facet.TOPIC))
                .extracting(count -> count.getKey().name())
                .startsWith("Alliance", "Anxiety", "Attendance and drop-out", "aversion", "Depression & low mood");
    }

    @Test
    void readsASummaryWhole() {
        Detail detail = catalogue.summary(Studies.WALKING).orElseThrow();

        assertThat(detail.body()).hasSize(3);
        assertThat(detail.works()).extracting(Work::doi).containsExactly("10.5555/jir.2021.0101");
        assertThat(detail.implications())
                .hasSize(2)
                .allSatisfy(paragraph -> assertThat(paragraph).hasSize(1));
        assertThat(detail.suggestions()).isEmpty();
        assertThat(detail.topics())
                .extracting(Named::name)
                .containsExactly("Anxiety", "Depression & low mood", "Outdoor therapy");
        assertThat(detail.types()).extracting(Named::name).containsExactly("Meta-analysis");
        assertThat(detail.findings()).extracting(f -> f.estimates().size()).containsExactly(0, 1, 1);
        Estimate anxiety = detail.findings().getLast().estimates().getFirst();
        assertThat(anxiety.statistic()).isEqualTo("Hedges' g");
        assertThat(anxiety.ciLower()).isEqualTo("-0.03");
        assertThat(detail.findings().getLast().flags())
                .extracting(Flag::label)
                .containsExactly("Confidence bounds printed in descending order");
        assertThat(detail.flags()).isEmpty();
        assertThat(detail.provenance().read()).isEqualTo("2026-02-01T08:00:00Z");
    }

    @Test
    void keepsTheParagraphsOfSinglePiecesOfAdvice() {
        Detail detail = catalogue
                .summary(BASE + "summary/2021-01/supervision-by-letter")
                .orElseThrow();

        assertThat(detail.implications())
                .singleElement(list(Named.class))
                .extracting(Named::name)
                .containsExactly("If you cannot meet, write.", "Keep the copies.");
    }

    @Test
    void keepsSuggestionsApartFromWhatTheSourceSays() {
        String open = BASE + "summary/2020-12/a-summary-without-implications";
        Detail detail = catalogue.summary(open).orElseThrow();

        assertThat(detail.topics()).isEmpty();
        assertThat(detail.suggestions())
                .containsExactly(
                        new Suggestion(open + "#suggestion-1", new Named(BASE + "topic/alliance", "Alliance"), "0.81"));
        assertThat(detail.flags()).extracting(Flag::target).containsExactly(BASE + "works/wren-2020-still-open");
        assertThat(catalogue.cards())
                .filteredOn(card -> card.item().iri().equals(open))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.topics()).isEmpty();
                    assertThat(catalogue.search().of(List.of(card), Words.of("alliance")))
                            .isEmpty();
                });
    }

    @Test
    void knowsNoSummaryThatIsNotThere() {
        assertThat(catalogue.summary(BASE + "summary/2021-03/nothing")).isEmpty();
        assertThat(catalogue.summary(BASE + "issue/2021-03")).isEmpty();
        assertThat(catalogue.summaryGraph(BASE + "issue/2021-03").isEmpty()).isTrue();
    }

    @Test
    void describesAResourceWithItsPartsAndTheLinksToIt() {
        String work = BASE + "works/oberlin-2020-by-letter";
        var graph = catalogue.describe(work);

        assertThat(graph.contains(NodeFactory.createURI(work + "#author-1"), null, null))
                .isTrue();
        assertThat(graph.contains(null, null, NodeFactory.createURI(work))).isTrue();
        assertThat(catalogue.describe(BASE + "works/nothing").isEmpty()).isTrue();
        assertThat(catalogue.statements(work))
                .filteredOn(Statement::incoming)
                .extracting(Statement::label)
                .contains("Supervision by Letter");
    }

    @Test
    void readsTextsWithoutWhatNoDocumentMayHold() {
        add("<%s> { <%s> schema:headline \"A\\u0000\\u0008\\uFFFEB\\u0085\"@en }"
                .formatted(Studies.SILENCE, Studies.SILENCE.replace("silence", "noise")));

        assertThat(catalogue.statements(Studies.SILENCE.replace("silence", "noise")))
                .extracting(Statement::value)
                .containsExactly("AB");
    }

    private void add(String trig) {
        Txn.executeWrite(
                dataset,
                () -> RDFParser.fromString("""
                    PREFIX schema: <http://schema.org/>
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    """ + trig, Lang.TRIG).base(BASE).parse(dataset));
    }

    @Test
    void knowsTheSnapshotOfAPageThatNobodyKnowsWhenItWasRead() {
        DatasetGraph undated = Studies.dataset();
        Txn.executeWrite(
                undated,
                () -> undated.deleteAny(
                        Node.ANY,
                        Node.ANY,
                        NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime"),
                        Node.ANY));
        Detail detail = new Catalogue(undated).summary(Studies.WALKING).orElseThrow();

        assertThat(detail.provenance().read()).isEmpty();
        assertThat(detail.provenance().snapshot()).startsWith(BASE + "snapshot/7b9a9bb9");
    }
}
