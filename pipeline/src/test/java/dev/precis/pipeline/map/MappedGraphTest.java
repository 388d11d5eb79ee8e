package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Summary;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;

/**
 * Every statement that a graph can make, written out: what is forgotten or said otherwise shows.
 * {@code -Dgolden.update=true} rewrites the files; their diff is the change.
 */
class MappedGraphTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/precis/pipeline/map");
    private static final SourceProfile SLEEP = Sources.profile("sleep-letter");

    @Test
    void aSummaryWithEveryKindOfStatement() throws IOException {
        NamedGraph graph = map(FullSummary.summary());

        assertThat(graph.name()).isEqualTo("http://localhost:3030/sleep-letter/summary/2024-05/naps-at-noon");
        assertThat(graph.base()).isEqualTo("http://localhost:3030/");
        assertGolden("summary.nt", graph);
    }

    @Test
    void aBlogWithWhatItSaysOfItself() throws IOException {
        NamedGraph graph = new BlogMapper(SLEEP)
                .blog(
                        List.of(Passage.of("We read on sleep."), Passage.of("And on naps.")),
                        List.of(Passage.of("This month: noon.")));

        assertThat(graph.name()).isEqualTo("http://localhost:3030/sleep-letter/blog");
        assertGolden("blog.nt", graph);
    }

    @Test
    void aBlogOfOneAuthor() {
        NamedGraph graph = new BlogMapper(Sources.profile("pprnet")).blog(List.of(), List.of());

        assertThat(lines(graph))
                .contains(
                        "<http://localhost:3030/blog> <http://schema.org/author>"
                                + " <http://localhost:3030/person/giorgio-a-tasca> .\n",
                        "<http://localhost:3030/person/giorgio-a-tasca> <http://schema.org/name>"
                                + " \"Giorgio A. Tasca\" .\n");
        assertThat(lines(graph)).doesNotContain("schema.org/text", "schema.org/abstract");
    }

    @Test
    void aCatalogueOfOneBlog() throws IOException {
        assertGolden("catalogue.nt", new BlogMapper(SLEEP).catalogue());
    }

    @Test
    void aSummaryFromAPageWithoutAddress() {
        String home = SLEEP.home().toString();
        NamedGraph saved = map(FullSummary.from(URI.create("file:///home/somebody/naps.html")));
        NamedGraph secure = map(FullSummary.from(URI.create(home)));
        NamedGraph plain = map(FullSummary.from(URI.create(home.replace("https:", "http:"))));

        assertThat(lines(saved)).doesNotContain("/source>", "somebody");
        assertThat(lines(secure)).contains("/source> <" + home + "> .");
        assertThat(lines(plain)).contains("/source> <" + home.replace("https:", "http:") + "> .");
    }

    private static void assertGolden(String name, NamedGraph graph) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, lines(graph));
        }
        assertThat(lines(graph)).isEqualTo(Files.readString(file));
    }

    private static String lines(NamedGraph graph) {
        return graph.graph().stream()
                .map(triple -> NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate())
                        + " " + NodeFmtLib.strNT(triple.getObject()) + " .\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static NamedGraph map(Summary summary) {
        return new SummaryMapper(SLEEP, "1.2.3").map(summary, new Iris(SLEEP).summary(summary.draft()));
    }
}
