package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoidStatisticsTest {
    private static final String VOID = Studies.BASE + ".well-known/void";
    /** What the archive has, as one graph: the union without the statistics. */
    private static final String CONTENT =
            "SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(?g != <" + VOID + ">) }";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private GraphArchive archive;
    private GraphStore store;

    @BeforeEach
    void openWithTwoBlogs() {
        archive = GraphArchive.open(folder);
        DatasetGraph studies = RDFDataMgr.loadDatasetGraph(
                Studies.class.getResource("studies.trig").toString());
        studies.listGraphNodes().forEachRemaining(name -> {
            Graph graph = studies.getGraph(name);
            Graphs.keep(archive, new NamedGraph(name.getURI(), Studies.BASE, graph));
        });
        store = GraphStore.open(archive, Studies.BASE, "1", new VoidStatistics());
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    @Test
    void countsWhatSparqlCounts() {
        assertAgrees();
        assertThat(select("SELECT ?x { <%s#dataset> void:sparqlEndpoint ?x }"))
                .containsExactly(Studies.BASE + "sparql");
        assertThat(select("SELECT ?x { <%s#dataset> void:vocabulary ?x }"))
                .contains("http://schema.org/", "https://w3id.org/precis/ns#", "http://purl.org/spar/cito/");
        assertThat(select("SELECT ?x { ?c a void:Dataset FILTER NOT EXISTS { GRAPH <%1$s> { ?c a void:Dataset } }"
                        + " <%1$s#dataset> void:subset ?c BIND(STR(?c) AS ?x) }"))
                .isNotEmpty()
                .allMatch(catalogue -> catalogue.endsWith("catalogue"));
        assertThat(select("SELECT ?x { GRAPH <%s> { ?x ?p ?o } FILTER(isBlank(?x) || isBlank(?o)) }"))
                .isEmpty();
    }

    @Test
    void staysRightWhileGraphsComeAndChange() {
        Random random = new Random(5);
        for (int round = 0; round < 25; round++) {
            List<NamedGraph> graphs = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                graphs.add(random(random));
            }
            Graphs.keep(archive, graphs.toArray(NamedGraph[]::new));
            store.follow();

            assertThat(store.verify()).as("round " + round).isEmpty(); // which counts all again
        }
        assertAgrees();
        assertThat(folder.resolve("index/1")).exists();
    }

    // few things that are in several graphs, with few properties, among them their classes
    private static NamedGraph random(Random random) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < 12; i++) {
            boolean type = random.nextInt(3) == 0;
            graph.add(
                    thing(random),
                    type ? RDF.type.asNode() : NodeFactory.createURI("http://a/p" + random.nextInt(2)),
                    type ? NodeFactory.createURI("http://a/C" + random.nextInt(3)) : thing(random));
        }
        return new NamedGraph(Studies.BASE + "random/" + random.nextInt(6), Studies.BASE, graph);
    }

    private static Node thing(Random random) {
        return NodeFactory.createURI("http://a/thing" + random.nextInt(9));
    }

    private void assertAgrees() {
        assertSame("void:triples", "SELECT (COUNT(*) AS ?x) { { " + CONTENT + " } }");
        assertSame("void:distinctSubjects", "SELECT (COUNT(DISTINCT ?s) AS ?x) { { " + CONTENT + " } }");
        assertSame("void:properties", "SELECT (COUNT(DISTINCT ?p) AS ?x) { { " + CONTENT + " } }");
        assertSame("void:entities", "SELECT (COUNT(DISTINCT ?s) AS ?x) { { " + CONTENT + " } FILTER(?p = rdf:type) }");
        assertSame("void:classes", "SELECT (COUNT(DISTINCT ?o) AS ?x) { { " + CONTENT + " } FILTER(?p = rdf:type) }");
        assertSame(
                "void:documents",
                "SELECT (COUNT(DISTINCT ?g) AS ?x) { GRAPH ?g { ?s ?p ?o } FILTER(?g != <" + VOID + ">) }");
        assertSameRows(
                "SELECT ?c ?n { <%s#dataset> void:classPartition [ void:class ?c ; void:entities ?n ] }",
                "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { { SELECT ?s (?o AS ?c) { { " + CONTENT
                        + " } FILTER(?p = rdf:type) } } } GROUP BY ?c");
        assertSameRows(
                "SELECT ?p ?n { <%s#dataset> void:propertyPartition [ void:property ?p ; void:triples ?n ] }",
                "SELECT ?p (COUNT(*) AS ?n) { { " + CONTENT + " } } GROUP BY ?p");
        assertSameRows(
                "SELECT ?c ?p ?n { <%s#dataset> void:classPartition [ void:class ?c ;"
                        + " void:propertyPartition [ void:property ?p ; void:triples ?n ] ] }",
                "SELECT ?c ?p (COUNT(*) AS ?n) { { " + CONTENT + " } { SELECT DISTINCT ?s ?c { GRAPH ?h { ?s a ?c }"
                        + " FILTER(?h != <" + VOID + ">) } } } GROUP BY ?c ?p");
        assertSameRows(
                "SELECT ?c ?p ?d ?n { <%s#dataset> void:classPartition [ void:class ?c ; void:propertyPartition"
                        + " [ void:property ?p ; void:classPartition [ void:class ?d ; void:triples ?n ] ] ] }",
                "SELECT ?c ?p ?d (COUNT(*) AS ?n) { { " + CONTENT + " } FILTER(?p != rdf:type)"
                        + " { SELECT DISTINCT ?s ?c { GRAPH ?h { ?s a ?c } FILTER(?h != <" + VOID + ">) } }"
                        + " { SELECT DISTINCT ?o ?d { GRAPH ?h { ?o a ?d } FILTER(?h != <" + VOID + ">) } }"
                        + " } GROUP BY ?c ?p ?d");
    }

    private void assertSame(String property, String query) {
        assertThat(select("SELECT ?x { <%s#dataset> " + property + " ?x }"))
                .as(property)
                .hasSize(1)
                .isEqualTo(select(query));
    }

    private void assertSameRows(String stated, String counted) {
        assertThat(select(stated)).isNotEmpty().containsExactlyInAnyOrderElementsOf(select(counted));
    }

    private List<String> select(String query) {
        return Txn.calculateRead(store.dataset(), () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec execution = QueryExec.dataset(store.dataset())
                    .query("PREFIX void: <http://rdfs.org/ns/void#> PREFIX rdf: <%s> %s"
                            .formatted(RDF.getURI(), query.formatted(VOID)))
                    .build()) {
                var results = execution.select();
                results.forEachRemaining(row -> rows.add(results.getResultVars().stream()
                        .map(name -> row.get(name))
                        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                        .reduce("", (a, b) -> (a + " " + b).strip())));
            }
            return rows;
        });
    }
}
