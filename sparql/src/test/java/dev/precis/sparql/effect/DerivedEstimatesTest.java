package dev.precis.sparql.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.Derivation;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.query.Figure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from printed effect sizes, as SPARQL finds it. */
class DerivedEstimatesTest {
    private static final String BASE = "https://blog.example/";
    private static final String SUMMARY = BASE + "summary/2020-09/naps";

    private static final NamedGraph NAPS = Graphs.graph(SUMMARY, BASE, """
        @prefix precis: <https://w3id.org/precis/ns#> .
        @prefix st: <https://w3id.org/precis/statistic#> .
        @prefix schema: <http://schema.org/> .
        <%1$s> schema:headline "Naps" ; precis:finding <%1$s#finding-1> .
        <%1$s#finding-1> precis:estimate <%1$s#estimate-1> , <%1$s#estimate-2> , <%1$s#estimate-3> .
        <%1$s#estimate-1> a precis:Estimate ; precis:statistic st:odds-ratio ; precis:relation "=" ;
            schema:value 2.50 ; precis:ciLower 1.60 ; precis:ciUpper 3.91 ; precis:ciLevel 0.95 .
        <%1$s#estimate-2> a precis:Estimate ; precis:statistic st:cohens-d ; precis:relation "=" ;
            schema:value 0.45 ; precis:standardError 0.10 ; precis:size 400 .
        <%1$s#estimate-3> a precis:Estimate ; precis:statistic st:percentage ; precis:relation "=" ;
            schema:value 45 .
        """.formatted(SUMMARY));

    @TempDir
    Path folder;

    @Test
    void areThoseOfTheTableWithTheFormulaAndTheirSource() {
        assertThat(derived(new DerivedEstimates()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "#estimate-1-as-analysed odds-ratio 0.916291",
                                "0.227946 logarithmic formula-error-of-interval formula-logarithm",
                        "#estimate-1-as-d cohens-d 0.505178",
                                "0.125673 formula-error-of-interval formula-log-odds-to-d formula-logarithm",
                        "#estimate-1-as-r correlation 0.244897",
                                "0.0572694 formula-d-to-correlation formula-error-of-interval formula-log-odds-to-d"
                                        + " formula-logarithm",
                        "#estimate-2-as-g hedges-g 0.449151", "0.0998114 formula-small-sample",
                        "#estimate-2-as-r correlation 0.219512", "0.04643 formula-d-to-correlation",
                        "#estimate-2-as-log-or log-odds-ratio 0.81621", "0.18138 formula-d-to-log-odds"));
    }

    /** They are written anew as one with each change, which must not become what a change costs. */
    @Test
    void areNotDerivedWhereThereAreTooMany() {
        assertThat(derived(new DerivedEstimates(5))).isEmpty();
        assertThat(derived(new DerivedEstimates(6))).hasSize(6);
    }

    @Test
    void areTheCellsOfTheTable() {
        Figure figure =
                EffectSizesTest.figure(EffectSizesTest.OR, Map.of("value", "2.50", "lower", "1.60", "upper", "3.91"));
        Map<String, String> row = EffectSizesTest.rows(List.of(figure)).getFirst();

        assertThat(DerivedEstimate.of(figure.estimate(), figure.statistic()))
                .extracting(DerivedEstimate::name, DerivedEstimate::value, DerivedEstimate::error)
                .containsExactly(
                        tuple("analysed", row.get("yi"), row.get("sei")),
                        tuple("d", row.get("d"), row.get("d.sei")),
                        tuple("r", row.get("r"), row.get("r.sei")));
        assertThat(row).containsEntry("d", "0.505178").containsEntry("r.sei", "0.0572694");
    }

    @Test
    void haveFormulasWithASource() {
        assertThat(Arrays.stream(Formula.values())).allSatisfy(formula -> {
            var described = Ontology.statisticsModel().getResource(formula.iri());
            assertThat(described.hasProperty(RDF.type, Precis.Formula))
                    .as(formula.iri())
                    .isTrue();
            assertThat(described.hasProperty(DCTerms.bibliographicCitation))
                    .as(formula.iri())
                    .isTrue();
        });
        assertThat(Ontology.statisticsModel()
                        .listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(Precis.NS + "Formula"))
                        .toList())
                .hasSameSizeAs(Formula.values());
    }

    /** By name, type and value: what else is said, the formulas in the order of their names. */
    private Map<String, String> derived(Derivation derivation) {
        try (GraphArchive archive = GraphArchive.open(folder)) {
            Graphs.keep(archive, NAPS);
            try (GraphStore store = GraphStore.open(archive, BASE, "1", derivation)) {
                assertThat(store.verify()).isEmpty();
                return Txn.calculateRead(store.dataset(), () -> read(store));
            }
        }
    }

    private static Map<String, String> read(GraphStore store) {
        Map<String, String> found = new TreeMap<>();
        try (QueryExec execution = QueryExec.dataset(store.dataset()).query("""
            PREFIX precis: <https://w3id.org/precis/ns#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX schema: <http://schema.org/>
            SELECT ?derived ?type ?value ?error ?scale (GROUP_CONCAT(STRAFTER(STR(?formula), "#") ; separator = " ") AS ?formulas) {
              { SELECT * {
                GRAPH ?graph { ?derived a precis:DerivedEstimate ; prov:wasDerivedFrom ?estimate ; precis:statistic ?type ;
                  schema:value ?value ; precis:standardError ?error ; precis:formula ?formula .
                  OPTIONAL { ?derived precis:scale ?scale } }
                ?finding precis:estimate ?estimate
                FILTER NOT EXISTS { ?any precis:estimate ?derived }
              } ORDER BY ?formula }
            } GROUP BY ?derived ?type ?value ?error ?scale
            """).build()) {
            execution.select().forEachRemaining(row -> {
                String scale = row.contains("scale") ? row.get("scale").getLiteralLexicalForm() + " " : "";
                found.put(
                        row.get("derived").getURI().substring(SUMMARY.length()) + " "
                                + row.get("type").getURI().replaceFirst(".*#", "") + " "
                                + row.get("value").getLiteralLexicalForm(),
                        row.get("error").getLiteralLexicalForm() + " " + scale
                                + row.get("formulas").getLiteralLexicalForm());
            });
        }
        return found;
    }
}
