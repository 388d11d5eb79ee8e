package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.index.IndexedDataset;
import dev.precis.sparql.query.Card.Item;
import java.util.List;
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
                    + " ψυχικός.");

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
