package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextQueries;
import dev.precis.sparql.words.TextSearch;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextQueryTest {
    private static final String ALLIANCE = "summary/2020-09/alliance";
    private static final String BURNOUT = "summary/2020-10/burnout";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private GraphArchive archive;
    private GraphStore store;

    @BeforeEach
    void openWithTwoSummaries() {
        archive = GraphArchive.open(folder);
        NamedGraph rich = Graphs.summary(BURNOUT, "Burnout among Żelaźnik’s colleagues");
        rich.graph()
                .add(
                        rich.node(),
                        Precis.richBody.asNode(),
                        NodeFactory.createLiteralDT(
                                "<p>First.</p><blockquote><p>Second.</p></blockquote>", RDF.dtRDFHTML));
        Graphs.keep(archive, Graphs.summary(ALLIANCE, "Żelaźnik on the Alliance and Self-Harm"), rich);
        store = GraphStore.open(archive, "", "1", Derivation.NONE);
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alliance | alliance",
                "zelaznik | alliance burnout",
                "ŻELAŹNIK AND burn* | burnout",
                "alliance OR burnout | alliance burnout",
                "zelaznik -burnout | alliance",
                "self-harm | alliance",
                "self-h* | alliance",
                "harm-self |",
                "\\\"on the alliance\\\" | alliance",
                "\\\"the on alliance\\\" |",
                "all?ance | alliance",
                "aliance~1 | alliance",
                "alliance^2 colleagues | alliance burnout",
                "+zelaznik +(colleagues harm) | alliance burnout",
                "alli |",
                "alliances | alliance",
                "self-harming | alliance",
                "selfharm | alliance",
                "\\\"alliances\\\" |",
                "colleague | burnout",
                "alliances AND -colleague | alliance",
                "xylophone |"
            })
    void findsHeadlinesByTheirWords(String words, String found) {
        assertThat(select(
                        "?s text:query (schema:headline '" + words.strip() + "') BIND(STRAFTER(STR(?s), '/20') AS ?x)"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(found == null ? new String[0] : found.split(" "))
                        .map(name -> (name.equals("alliance") ? "20-09/" : "20-10/") + name)
                        .toList());
    }

    @Test
    void tellsScoreTextGraphAndProperty() {
        assertThat(select("(?s ?score ?text ?g ?p) text:query ('second' 10) FILTER(?score > 0 && ?g = ?s)"
                        + " BIND(CONCAT(STR(?text), ' ', LANG(?text), ' ', STR(?p)) AS ?x)"))
                .hasSize(2)
                .containsOnly("First.\n\nSecond. en http://schema.org/articleBody");
        assertThat(select("(?s ?score) text:query ('second' 1) BIND(STR(?s) AS ?x)"))
                .hasSize(1);
    }

    @Test
    void knowsNoWordsOfMarkUp() {
        assertThat(select("?s text:query 'blockquote' BIND(STR(?s) AS ?x)")).isEmpty();
        assertThat(select("(?s ?score ?text) text:query 'second' BIND(STR(?text) AS ?x)"))
                .hasSize(2)
                .noneMatch(text -> text.contains("<"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"'second', 2", "('second' 2), 2", "('second' 1), 1", "('second' 0), 0", "('second' 3), 2"})
    void givesAllHitsOrAsManyAsAreAskedFor(String object, int hits) {
        assertThat(select("?s text:query " + object + " BIND(STR(?s) AS ?x)")).hasSize(hits);
    }

    @Test
    void looksIntoOneGraphWhereTheQueryDoes() {
        String alliance = Graphs.BASE + ALLIANCE;
        assertThat(select("GRAPH <" + alliance + "> { ?s text:query 'zelaznik' } BIND(STR(?s) AS ?x)"))
                .containsExactly(alliance);
        assertThat(select("GRAPH ?g { ?s text:query 'zelaznik' } BIND(STR(?g) AS ?x)"))
                .containsExactlyInAnyOrder(alliance, Graphs.BASE + BURNOUT);
        assertThat(select("<" + alliance + "> text:query 'zelaznik' BIND('yes' AS ?x)"))
                .containsExactly("yes");
        assertThat(select("?s text:query 'zelaznik'@de BIND(STR(?s) AS ?x)")).isEmpty();
        assertThat(select("?s text:query ('zelaznik' 'lang:en') BIND(STR(?s) AS ?x)"))
                .hasSize(2);
    }

    static Stream<String> bombs() {
        return Stream.of(
                "*a*",
                "*",
                "?x",
                "*:*",
                "title:*",
                "/(a+)+b/",
                "[a TO z]",
                "{* TO *}",
                "graph:x",
                "(((((",
                "alliance AND",
                "a~0.5~~",
                "\\\"alliance burnout\\\"~1000000",
                "(".repeat(400) + "a" + ")".repeat(400),
                String.join(" ", IntStream.range(0, 100).mapToObj(i -> "w" + i).toList()),
                String.join(
                        " OR ",
                        IntStream.range(0, 10_000).mapToObj(i -> "w" + i).toList()),
                "a".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void refusesWhatWouldCostTooMuchOrCannotBeRead(String words) {
        long before = processorTime();

        assertThatThrownBy(() -> select("?s text:query '" + words + "' BIND(STR(?s) AS ?x)"))
                .isInstanceOf(TextIndexParseException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines().toList())
                        .last()
                        .asString()
                        .startsWith("The text query '")
                        .endsWith("."));
        assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void bombsThatAreAllowedStayWithinBounds() {
        NamedGraph many = Graphs.graph(
                Graphs.BASE + "many",
                Graphs.BASE,
                String.join(
                        "\n",
                        IntStream.range(0, 12_000)
                                .mapToObj(
                                        i -> "<http://a/%d> <http://schema.org/name> \"common w%d\" .".formatted(i, i))
                                .toList()));
        Graphs.keep(archive, many);
        store.follow();
        long before = processorTime();

        assertThat(select("?s text:query ('common' 10000) BIND(STR(?s) AS ?x)")).hasSize(TextQueries.MOST_HITS);
        assertThat(select("?s text:query 'w1*' BIND(STR(?s) AS ?x)")).hasSize(3_111);
        for (String words : List.of("'common'", "('common' 20000)", "('common' -1)", "'w*'")) {
            assertThatThrownBy(() -> select("?s text:query " + words + " BIND(STR(?s) AS ?x)"))
                    .isInstanceOf(TextIndexException.class)
                    .hasMessageContaining("more than 10000 hits: add words, or say how many");
        }
        assertThat(select("?s text:query 'w*1*2*3*4*5*6*7' BIND(STR(?s) AS ?x)"))
                .isEmpty();
        assertThat(select("?s text:query '" + "w1~2 ".repeat(60) + "' BIND(STR(?s) AS ?x)"))
                .isNotEmpty();
        assertThatThrownBy(() -> select("?s text:query 'common-w*' BIND(STR(?s) AS ?x)"))
                .isInstanceOf(TextIndexParseException.class)
                .hasMessageContaining("too many words begin like its last one");
        assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    /** Of this thread, in nanoseconds: what others do on the machine is none of it. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void nobodyWritesThroughTheIndex() {
        TextIndex index = store.dataset().getContext().get(TextQuery.textIndex);

        assertThatThrownBy(index::commit).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(index::rollback).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> index.deleteEntity(new Entity("s", "g")))
                .isInstanceOf(UnsupportedOperationException.class);
        index.close();
        assertThat(select("?s text:query 'alliance' BIND(STR(?s) AS ?x)")).hasSize(1);
    }

    @Test
    void aReplacedGraphHasNoOldWords() {
        Graphs.keep(archive, Graphs.summary(ALLIANCE, "Attachment"));
        store.follow();

        assertThat(select("?s text:query 'harm' BIND(STR(?s) AS ?x)")).isEmpty();
        assertThat(select("?s text:query 'attachment' BIND(STR(?s) AS ?x)")).hasSize(1);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void aTransactionFindsWhatItBeganWithWhateverIsCommittedOrBuiltMeanwhile() {
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.READ);
        try {
            for (String title : List.of("Attachment", "Empathy", "Rupture")) {
                Graphs.keep(archive, Graphs.summary(ALLIANCE, title));
                store.follow();
            }
            store.rebuild();

            assertThat(found("harm")).hasSize(1);
            assertThat(found("rupture")).isEmpty();
            assertThat(TextSearch.of(dataset).graphs(Phrase.of("harm", false), List.of(TextProperty.HEADLINE)))
                    .hasSize(1);
        } finally {
            dataset.end();
        }
        assertThat(select("?s text:query 'rupture' BIND(STR(?s) AS ?x)")).hasSize(1);
        assertThat(select("?s text:query 'harm' BIND(STR(?s) AS ?x)")).isEmpty();
    }

    @Test
    void wordsAndQuadsAreOfOneStateAtAnyTime() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<List<String>> seen = new CopyOnWriteArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (done.getCount() > 0) {
                // what the words find is what the quads have
                seen.add(select("(?s ?score ?text) text:query (schema:headline 'version*') . ?s schema:headline ?x"
                        + " FILTER(?x != ?text)"));
            }
        });
        for (int i = 0; i < 8; i++) {
            Graphs.keep(archive, Graphs.summary(ALLIANCE, "Version " + i));
            store.follow();
            if (i % 4 == 3) {
                store.rebuild();
            }
        }
        done.countDown();
        reader.join();

        assertThat(seen).isNotEmpty().allMatch(List::isEmpty);
        assertThat(store.verify()).isEmpty();
    }

    private List<String> select(String pattern) {
        return Txn.calculateRead(store.dataset(), () -> ask(pattern));
    }

    private List<String> found(String words) {
        return ask("?s text:query '" + words + "' BIND(STR(?s) AS ?x)");
    }

    private List<String> ask(String pattern) {
        List<String> found = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(store.dataset())
                .query("PREFIX text: <http://jena.apache.org/text#> PREFIX schema: <http://schema.org/>"
                        + " SELECT ?x { " + pattern + " }")
                .build()) {
            execution.select().forEachRemaining(row -> found.add(row.get("x").getLiteralLexicalForm()));
        }
        return found;
    }
}
