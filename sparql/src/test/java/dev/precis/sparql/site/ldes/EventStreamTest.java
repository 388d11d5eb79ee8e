package dev.precis.sparql.site.ldes;

import static dev.precis.sparql.site.ServedArchive.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.ServedArchive;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of changes, as a client of LDES reads it: from the root over its relations, knowing no address. */
class EventStreamTest {
    private static final String TREE = "https://w3id.org/tree#";
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String AS = "https://www.w3.org/ns/activitystreams#";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private ServedArchive archive;

    @BeforeEach
    void open() {
        archive = new ServedArchive(folder);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anEmptyStreamHasNoPages() {
        DatasetGraph root = ask("ldes");

        assertThat(objects(root.getDefaultGraph(), Node.ANY, TREE + "view")).hasSize(1);
        assertThat(objects(root.getDefaultGraph(), Node.ANY, TREE + "relation")).isEmpty();
    }

    @Test
    void eachSummaryIsAMemberWithItsGraph() {
        archive.keep(0, 3);

        Map<String, Member> members = follow();

        assertThat(members.values()).extracting(Member::summary).containsExactlyInAnyOrder(name(0), name(1), name(2));
        assertThat(members.values())
                .allSatisfy(member -> assertThat(member.said()
                                .find(NodeFactory.createURI(member.summary()), Node.ANY, Node.ANY)
                                .hasNext())
                        .isTrue());
    }

    @Test
    void aLongMonthHasPagesThatTellWhatIsOnThem() {
        archive.keep(0, EventStream.MOST + 1);

        assertThat(pages()).hasSize(2);
        assertThat(follow()).hasSize(EventStream.MOST + 1);
    }

    @Test
    void whoComesAgainFindsWhatChangedUnderNewNames() throws InterruptedException {
        archive.keep(0, 3);
        Map<String, Member> before = follow();
        Thread.sleep(1_100); // instants are whole seconds
        archive.keep(List.of(Graphs.summary("summary/2020-09/s1", "Another title")));
        archive.remove(summary(2));

        Map<String, Member> after = follow();

        Map<String, Member> news = new HashMap<>(after);
        news.keySet().removeAll(before.keySet());
        assertThat(news.values()).extracting(Member::summary).containsExactlyInAnyOrder(name(1), name(2));
        assertThat(news.values())
                .filteredOn(Member::deleted)
                .singleElement()
                .satisfies(gone -> assertThat(gone.summary()).isEqualTo(name(2)))
                .satisfies(gone -> assertThat(gone.said().isEmpty()).isTrue());
        assertThat(after.values()).extracting(Member::summary).doesNotHaveDuplicates();
    }

    @Test
    void aPageThatIsNoneIsNotFound() {
        archive.keep(0, 1);

        assertThat(archive.site().get("ldes/1999-01", "").status()).isEqualTo(404);
        assertThat(archive.site().get("ldesx", "").status()).isEqualTo(404);
    }

    private record Member(String summary, boolean deleted, Graph said) {}

    /** What a client that knows nothing collects, by the names of members. */
    private Map<String, Member> follow() {
        Map<String, Member> members = new HashMap<>();
        for (String page : pages()) {
            DatasetGraph read = ask(page);
            Graph told = read.getDefaultGraph();
            for (String member : objects(told, Node.ANY, TREE + "member")) {
                Node name = NodeFactory.createURI(member);
                Optional<String> when =
                        objects(told, name, AS + "published").stream().findFirst();
                assertThat(when).isPresent();
                boolean deleted = told.contains(name, RDF.type.asNode(), NodeFactory.createURI(AS + "Delete"));
                members.put(
                        member,
                        new Member(objects(told, name, AS + "object").getFirst(), deleted, read.getGraph(name)));
            }
        }
        return members;
    }

    /** The pages that the root leads to; its relations hold for what is on them. */
    private List<String> pages() {
        Graph root = ask("ldes").getDefaultGraph();
        String stream = objects(root, Node.ANY, LDES + "timestampPath").getFirst();
        assertThat(stream).isEqualTo(AS + "published");
        List<String> pages = new ArrayList<>();
        for (String relation : objects(root, Node.ANY, TREE + "relation")) {
            Node node = NodeFactory.createURI(relation);
            String page = objects(root, node, TREE + "node").getFirst().substring(Graphs.BASE.length());
            String bound = objects(root, node, TREE + "value").getFirst();
            boolean first = objects(root, node, RDF.type.getURI()).getFirst().contains("Greater");
            assertThat(objects(ask(page).getDefaultGraph(), Node.ANY, AS + "published"))
                    .isNotEmpty()
                    .allMatch(when -> first ? when.compareTo(bound) >= 0 : when.compareTo(bound) <= 0);
            if (!pages.contains(page)) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static List<String> objects(Graph graph, Node subject, String property) {
        return graph.find(subject, NodeFactory.createURI(property), Node.ANY)
                .mapWith(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().getURI())
                .toList();
    }

    private DatasetGraph ask(String address) {
        Response response = archive.site().get(address, "");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/n-quads");
        DatasetGraph read = DatasetGraphFactory.create();
        RDFDataMgr.read(read, new ByteArrayInputStream(response.body()), Lang.NQUADS);
        return read;
    }

    private static String name(int number) {
        return summary(number).name();
    }
}
