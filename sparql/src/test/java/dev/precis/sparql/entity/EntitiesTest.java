package dev.precis.sparql.entity;

import static dev.precis.sparql.archive.Graphs.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.index.VoidStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntitiesTest {
    private static final String[] NAMES = {
        "Wampold, B. E.",
        "Wampold, Bruce E.",
        "Wampold, B.",
        "Wampold, Brad",
        "Imel, Z. E.",
        "Imel, Zac",
        "Imel, Z.",
        "Quill, M.",
        "Quill, Mara E.",
        "Quill, Max",
        "Wang, L.",
        "Wang, Lei",
        "Wang, A.",
        "Wang, B.",
        "Wang, C."
    };
    private static final String[] VENUES = {
        "Psychother Res", "Psychotherapy Research", "J Clin Psychol", "Journal of Clinical Psychology"
    };

    @TempDir
    Path folder;

    @Test
    void saysInGraphsOfTheirOwnWhichNamesAreOfOne() {
        try (GraphArchive archive = GraphArchive.open(folder)) {
            Graphs.keep(
                    archive,
                    summary(1, "Psychother Res", "Wampold, B. E.", "Imel, Zac"),
                    summary(2, "Psychotherapy Research", "Wampold, Bruce E.", "Imel, Zac"));
            try (GraphStore store = GraphStore.open(archive, "", "1", new Entities())) {
                assertThat(replaced(store))
                        .containsExactly(
                                BASE + "person " + BASE + "person/wampold-b-e " + BASE + "person/wampold-bruce-e",
                                BASE + "venue " + BASE + "venue/psychother-res " + BASE
                                        + "venue/psychotherapy-research");

                Graphs.keep(archive, Graphs.graph(BASE + "blog", BASE, """
                    @prefix owl: <http://www.w3.org/2002/07/owl#> .
                    <http://localhost:3030/person/wampold-b-e>
                        owl:differentFrom <http://localhost:3030/person/wampold-bruce-e> .
                    """));
                store.follow();
                assertThat(replaced(store)).hasSize(1).allMatch(line -> line.contains("venue"));
            }
        }
    }

    /** Whatever the order, whatever the slices: verify derives everything afresh. */
    @Test
    void followsAsIfAllHadBeenThereAtOnce() {
        Random random = new Random(7);
        Set<String> last = new TreeSet<>();
        for (int run = 0; run < 3; run++) {
            Path store = folder.resolve("store-" + run);
            try (GraphArchive archive = GraphArchive.open(store);
                    GraphStore index = GraphStore.open(archive, BASE, "1", new Entities().and(new VoidStatistics()))) {
                for (int batch = 0; batch < 15; batch++) {
                    List<NamedGraph> some = new ArrayList<>();
                    for (int i = 0; i < 1 + random.nextInt(3); i++) {
                        some.add(any(random));
                    }
                    Graphs.keep(archive, some.toArray(NamedGraph[]::new));
                    if (batch % 4 == 3) {
                        Graphs.remove(archive, some.getFirst());
                    }
                    index.follow();
                    assertThat(index.verify()).isEmpty();
                    last.addAll(replaced(index));
                }
                Set<String> followed = replaced(index);
                index.rebuild();
                assertThat(replaced(index)).isEqualTo(followed);
            }
        }
        assertThat(last).hasSizeGreaterThan(5);
    }

    private static NamedGraph any(Random random) {
        return summary(
                random.nextInt(12),
                VENUES[random.nextInt(VENUES.length)],
                NAMES[random.nextInt(NAMES.length)],
                NAMES[random.nextInt(NAMES.length)],
                NAMES[random.nextInt(NAMES.length)]);
    }

    private static NamedGraph summary(int number, String venue, String... authors) {
        StringBuilder roles = new StringBuilder();
        for (int i = 0; i < authors.length; i++) {
            roles.append("""
                <works/w%1$d> pro:isDocumentContextFor <works/w%1$d#author-%2$d> .
                <works/w%1$d#author-%2$d> pro:withRole pro:author ; pro:isHeldBy <person/%3$s> ; schema:name "%4$s" .
                <person/%3$s> schema:name "%4$s" .
                """.formatted(number, i + 1, slug(authors[i]), authors[i]));
        }
        return Graphs.graph(
                BASE + "summary/2020-01/s" + number, BASE, """
                    @base <%s> .
                    @prefix schema: <http://schema.org/> .
                    @prefix pro: <http://purl.org/spar/pro/> .
                    <summary/2020-01/s%d> a schema:BlogPosting ; schema:citation <works/w%2$d> .
                    <works/w%2$d> schema:isPartOf <venue/%s> .
                    <venue/%3$s> schema:name "%s" .
                    %s
                    """.formatted(BASE, number, slug(venue), venue, roles));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    }

    private static Set<String> replaced(GraphStore store) {
        Set<String> replaced = new TreeSet<>();
        Txn.executeRead(
                store.dataset(),
                () -> store.dataset()
                        .find(Node.ANY, Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                        .forEachRemaining(quad ->
                                replaced.add(quad.getGraph() + " " + quad.getSubject() + " " + quad.getObject())));
        return replaced;
    }
}
