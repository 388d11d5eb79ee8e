package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.NamedGraph;
import java.nio.file.Path;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    private static final Path CONFORMING =
            Path.of("../ontology/src/test/resources/conformance/summary.ttl").toAbsolutePath();
    private static final String SUMMARY = "http://localhost:3030/summary/2020-09/naps";

    /** Else all summaries that are known would be told to be changed. */
    @Test
    void theYearOfASummaryModifiesNothingAndThatOfAWorkDoes() {
        Model before = RDFDataMgr.loadModel(CONFORMING.toString());
        before.removeAll(before.createResource(SUMMARY), Precis.year, null);
        Model after = RDFDataMgr.loadModel(CONFORMING.toString());
        Model otherWork = RDFDataMgr.loadModel(CONFORMING.toString());
        Resource work = otherWork.createResource("http://localhost:3030/works/almqvist-2019-noon");
        work.removeAll(Precis.year).addLiteral(Precis.year, 2018);

        assertThat(digest(after)).isEqualTo(digest(before)).isNotEqualTo(digest(otherWork));
    }

    private static String digest(Model model) {
        return ContentDigest.of(new NamedGraph(SUMMARY, "http://localhost:3030/", model.getGraph()));
    }
}
