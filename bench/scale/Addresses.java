import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Where the pages of a store are. */
final class Addresses {
    private static final int NEARBY = 200;

    private Addresses() {}

    /** An address of each kind, all about one summary that reports intervals. */
    static Map<String, String> of(Path store) {
        try (GraphArchive archive = GraphArchive.openForReading(store)) {
            List<ArchiveEntry> rows = archive.entries().stream().filter(ArchiveEntry::isRead).toList();
            int middle = rows.size() / 2;
            NamedGraph graph = archive.read(rows.get(middle));
            for (int i = middle; i < Math.min(middle + NEARBY, rows.size()) && value(graph, "ciLower").isEmpty(); i++) {
                NamedGraph other = archive.read(rows.get(i));
                graph = value(other, "ciLower").isEmpty() ? graph : other;
            }
            String summary = local(graph, graph.name());
            String topic = local(graph, object(graph, graph.name(), "http://purl.org/dc/terms/subject"));
            String type = local(graph, object(graph, graph.name(), "http://purl.org/dc/terms/type"));
            String citedWork = object(graph, graph.name(), "http://purl.org/spar/cito/citesAsSourceDocument");
            String work = local(graph, citedWork);
            String person = local(graph, object(graph, citedWork, "http://schema.org/author"));
            String venue = local(graph, object(graph, citedWork, "http://schema.org/isPartOf"));
            String month = "issue/" + summary.split("/")[1];
            String statistic = value(graph, "statistic");
            Map<String, String> places = new LinkedHashMap<>();
            places.put("questions (of no store)", "queries");
            places.put("home", "");
            places.put("topic", topic);
            places.put("topic, page 2", topic + "?page=2");
            places.put("topic, feed", topic + "/feed.rss");
            places.put("topic, CSV", topic + ".csv");
            places.put("type", type);
            places.put("month", month);
            places.put("summary", summary);
            places.put("summary.jsonld", summary + ".jsonld");
            places.put("study", work + ".html");
            places.put("person", person + ".html");
            places.put("venue", venue + ".html");
            places.put("search, a word", "search?q=alliance");
            places.put("search, a topic and a word", "search?topic=" + topic.substring(topic.indexOf('/') + 1) + "&q=therapist");
            places.put("search, nothing", "search");
            places.put("feed.rss", "feed.rss");
            places.put("feed.atom", "feed.atom");
            places.put("statistic", "statistics/" + statistic.substring(statistic.indexOf('#') + 1));
            places.put("statistics", "statistics");
            places.put("topics", "topic.html");
            places.put("works", "works");
            places.put("people", "person");
            places.put("venues", "venue");
            places.put("review", "review");
            places.put("sitemap.xml", "sitemap.xml");
            return places;
        }
    }

    private static String object(NamedGraph graph, String subject, String property) {
        return graph.graph()
                .find(NodeFactory.createURI(subject), NodeFactory.createURI(property), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse(graph.base());
    }

    private static String value(NamedGraph graph, String term) {
        return graph.graph()
                .find(
                        Node.ANY,
                        NodeFactory.createURI("https://w3id.org/precis/ns#" + term),
                        Node.ANY)
                .mapWith(triple -> triple.getObject().toString())
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String local(NamedGraph graph, String iri) {
        return iri.substring(graph.base().length());
    }
}
