import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** A published summary, as an export has it; texts with each run of white space as one space, without soft hyphens. */
record Summary(
        String iri,
        String title,
        String date,
        List<String> author,
        List<String> citation,
        List<String> body,
        List<String> implications,
        List<String> topics) {
    private static final String SCHEMA = "http://schema.org/";
    private static final String TERMS = "http://purl.org/dc/terms/";

    static String flat(String text) {
        return text.replace('\u00a0', ' ')
                .replace("\u00ad", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static List<Summary> of(Path export) throws IOException {
        Statements all = new Statements();
        RDFParser.source(export).parse(all);
        List<Summary> summaries = new ArrayList<>();
        for (String iri : all.about.keySet()) {
            if (all.get(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type").contains(SCHEMA + "BlogPosting")) {
                summaries.add(all.summary(iri));
            }
        }
        return summaries;
    }

    private static final class Statements extends StreamRDFBase {
        final Map<String, Map<String, Set<String>>> about = new LinkedHashMap<>();
        final Map<String, Map<String, Set<String>>> own = new HashMap<>();

        @Override
        public void quad(Quad quad) {
            String subject = text(quad.getSubject());
            put(about, subject, quad);
            put(own, text(quad.getGraph()) + " " + subject, quad);
        }

        private static void put(Map<String, Map<String, Set<String>>> into, String key, Quad quad) {
            into.computeIfAbsent(key, k -> new HashMap<>())
                    .computeIfAbsent(text(quad.getPredicate()), k -> new LinkedHashSet<>())
                    .add(text(quad.getObject()));
        }

        private static String text(Node node) {
            return node == null
                    ? ""
                    : node.isLiteral()
                            ? node.getLiteralLexicalForm()
                            : node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
        }

        Set<String> get(String subject, String predicate) {
            return about.getOrDefault(subject, Map.of()).getOrDefault(predicate, Set.of());
        }

        private String first(String subject, String predicate, String otherwise) {
            return get(subject, predicate).stream().findFirst().orElse(otherwise);
        }

        Summary summary(String iri) {
            List<String> advice = get(iri, "https://w3id.org/precis/ns#practiceImplication").stream()
                    .sorted(Comparator.comparingInt(one -> Integer.parseInt(first(one, SCHEMA + "position", "0"))))
                    .map(one -> flat(first(one, SCHEMA + "text", "")))
                    .toList();
            Set<String> authors = new TreeSet<>();
            get(iri, SCHEMA + "author").forEach(author -> authors.addAll(get(author, SCHEMA + "name")));
            List<String> citations = new ArrayList<>();
            for (String work : new HashSet<>(get(iri, SCHEMA + "citation"))) {
                own.getOrDefault(iri + " " + work, Map.of())
                        .getOrDefault(TERMS + "bibliographicCitation", Set.of())
                        .forEach(citation -> citations.add(flat(citation)));
            }
            List<String> body = get(iri, SCHEMA + "articleBody").stream()
                    .flatMap(String::lines)
                    .map(Summary::flat)
                    .filter(line -> !line.isEmpty())
                    .toList();
            Set<String> topics = new TreeSet<>();
            get(iri, TERMS + "subject")
                    .forEach(topic -> topics.addAll(get(topic, "http://www.w3.org/2004/02/skos/core#prefLabel")));
            return new Summary(
                    iri,
                    flat(first(iri, SCHEMA + "headline", "")),
                    first(iri, SCHEMA + "datePublished", "?"),
                    List.copyOf(authors),
                    citations.stream().sorted().toList(),
                    body,
                    advice,
                    List.copyOf(topics));
        }
    }
}
