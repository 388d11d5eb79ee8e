package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.index.IndexedDataset;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Node SUMMARY = NodeFactory.createURI("https://blog.example/summary/2020-09/one");
    private static final List<Card> CARDS = List.of(new Card(
            new Item(SUMMARY.getURI(), "One", new PublicationDate("2020-09"), new Named("", ""), ""),
            List.of(),
            List.of(),
            List.of(),
            ""));
    private static final Search TEXT = search(
            "Żelaźnik’s self-harm study: In Łódź, Bjørn Öström (p < .05) asked Groß about DEPRESSION, R² = .32, and"
                    + " ψυχικός. Behavioural meta-analyses; drop-out.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "depression",
                "depress",
                "DEPRESSION",
                "zelaznik",
                "Żelaźnik",
                "lodz",
                "bjorn ostrom",
                "gross",
                "GROẞ",
                "self-harm",
                "self-h",
                "self harm",
                "\"self-harm study\"",
                "“self harm”",
                "p < .05",
                "ψυχικος",
                "Ψυχικόσ",
                "r2",
                "study depression asked",
                "\"asked",
                "depress \"r² = .32\"",
                "dep­ression",
                "oestroem",
                "Bjoern Öström",
                "studies",
                "depressed",
                "behavioral",
                "behavior",
                "behaviours",
                "meta analysis",
                "metaanalysis",
                "dropout",
                "dropouts",
                "drop outs",
                "\"drop out\"",
                "\"dropout\"",
                "\"oestroem\"",
                "the depression",
                "is it about depression",
            })
    void finds(String typed) {
        assertThat(TEXT.of(CARDS, Words.of(typed))).isEqualTo(CARDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pression",
                "anxiety",
                "depression anxiety",
                "\"depress\"",
                "\"study self\"",
                "\"harm stud\"",
                "study-harm",
                "\"studies\"",
                "\"behavioral\"",
                "oestrom",
                "harmstudy",
                "outin",
                "self-study"
            })
    void doesNotFind(String typed) {
        assertThat(TEXT.of(CARDS, Words.of(typed))).isEmpty();
    }

    @Test
    void seeksNothingWhereNoWordWasTyped() {
        assertThat(Words.of("").isEmpty()).isTrue();
        assertThat(Words.of(" ?! \"\" \" < ").isEmpty()).isTrue();
        assertThat(Words.of("a").isEmpty()).isFalse();
    }

    @Test
    void moreWordsThanAnybodyTypesAreNoTrouble() {
        assertThat(TEXT.result(CARDS, Words.of("study ".repeat(4_000))).best()).isEqualTo(CARDS);
        for (String typed : List.of("a-".repeat(4_000), "ü-".repeat(4_000), "u" + "-ü".repeat(63), "x".repeat(8_000))) {
            Search.Result found = TEXT.result(CARDS, Words.of(typed));
            assertThat(found.best()).isEmpty();
            assertThat(found.nearly()).isEmpty();
        }
        Words many = Words.of(IntStream.range(0, 2_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
        assertThat(TEXT.result(CARDS, many).closest()).isEmpty();
        assertThat(TEXT.result(CARDS, many).found(CARDS)).hasSize(1);
    }

    @Property(tries = 300)
    void everyTextHasTheWordsThatItIsMadeOf(@ForAll String text) {
        String words = text.replace('"', ' ').replaceAll("[“”„]", " ");

        assertThat(search(text).of(CARDS, Words.of(words))).isEqualTo(CARDS);
    }

    private static Search search(String text) {
        DatasetGraph dataset = IndexedDataset.create();
        Txn.executeWrite(
                dataset,
                () -> dataset.add(
                        SUMMARY, SUMMARY, Schema.articleBody.asNode(), NodeFactory.createLiteralLang(text, "en")));
        return new Search(dataset);
    }
}
