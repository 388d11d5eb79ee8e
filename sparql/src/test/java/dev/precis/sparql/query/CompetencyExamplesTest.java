package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.Studies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;

class CompetencyExamplesTest {
    private static final String ENDPOINT = Studies.BASE + "sparql";
    private static final List<CompetencyQuery> QUERIES =
            CompetencyQueries.read().all();
    private static final Graph GRAPH = CompetencyExamples.graph(QUERIES, Studies.BASE);

    /** As the editor of SIB asks for them (github.com/sib-swiss/sparql-editor, getExampleQueries). */
    @Test
    void anEditorFindsEveryExample() {
        List<String> found = new ArrayList<>();
        ask("""
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT DISTINCT ?sq ?comment ?query
            WHERE {
              ?sq a sh:SPARQLExecutable ;
                rdfs:comment ?comment ;
                sh:select|sh:ask|sh:construct|sh:describe ?query .
            } ORDER BY ?sq\
            """).forEach(row -> {
            found.add(row.get("sq") + " " + row.get("comment"));
            QueryFactory.create(row.get("query"));
        });

        assertThat(found)
                .containsExactlyElementsOf(QUERIES.stream()
                        .map(query -> Studies.BASE + "api/" + query.name() + " " + query.title())
                        .toList());
    }

    /** And for the prefixes (getPrefixes): one namespace each, so that a query means the same with them or without. */
    @Test
    void anEditorFindsThePrefixes() {
        List<Map<String, String>> rows = ask("""
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            SELECT DISTINCT ?prefix ?namespace
            WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix}
            ORDER BY ?prefix\
            """);

        assertThat(rows)
                .extracting(row -> row.get("prefix"))
                .doesNotHaveDuplicates()
                .contains("precis", "schema", "skos", "dcterms");
        assertThat(rows).contains(Map.of("prefix", "precis", "namespace", "https://w3id.org/precis/ns#"));
    }

    @Test
    void everyExampleSaysWhereItRunsAndWhatItIsAbout() {
        assertThat(ask("""
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX schema: <https://schema.org/>
            SELECT DISTINCT ?sq {
              VALUES ?kind { sh:SPARQLSelectExecutable sh:SPARQLConstructExecutable }
              ?sq a ?kind ; sh:prefixes/sh:declare/sh:prefix "precis" ;
                schema:target <%s> ; schema:keywords ?keyword .
            }\
            """.formatted(ENDPOINT))).hasSameSizeAs(QUERIES);
    }

    @Test
    void hasNoBlankNodesAndOnlyNamesOfOurs() {
        assertThat(GRAPH.stream().map(Triple::getSubject))
                .allMatch(subject -> subject.getURI().startsWith(Studies.BASE));
        assertThat(GRAPH.stream().map(Triple::getObject)).noneMatch(object -> object.isBlank());
        assertThat(IriTemplate.EXAMPLES.of(Studies.BASE)).isEqualTo(ENDPOINT + "/.well-known/sparql-examples");
    }

    private static List<Map<String, String>> ask(String query) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (QueryExec execution = QueryExec.graph(GRAPH).query(query).build()) {
            RowSet answer = execution.select();
            answer.forEachRemaining(binding -> {
                Map<String, String> row = new TreeMap<>();
                for (Var column : answer.getResultVars()) {
                    row.put(
                            column.getVarName(),
                            binding.get(column).isURI()
                                    ? binding.get(column).getURI()
                                    : binding.get(column).getLiteralLexicalForm());
                }
                rows.add(row);
            });
        }
        return rows;
    }
}
