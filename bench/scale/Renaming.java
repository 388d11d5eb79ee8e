import dev.precis.sparql.archive.NamedGraph;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** One graph under another name: of another month, with another title, citing other works of other people. */
final class Renaming {
    private static final String SCHEMA = "http://schema.org/";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final Set<String> TITLES = Set.of(SCHEMA + "name", SCHEMA + "headline", DCTERMS + "bibliographicCitation");
    private static final Pattern NAME = Pattern.compile("(works|person|venue|organization)/([^/#]+)(#.*)?");
    private static final YearMonth FIRST = YearMonth.of(1990, 1);
    private static final int MONTHS = 432;
    /** Prime to the number of months. */
    private static final int STEP = 61;
    /** Of so many summaries, one cites what another cites. */
    private static final int SHARED = 10;
    /** So many summaries to a person or a venue that is another one. */
    private static final int TO_A_PERSON = 5;

    private static final int TO_A_VENUE = 20;

    private final NamedGraph from;
    private final int number;
    private final int cited;
    private final int all;
    private final YearMonth month;
    private final String name;

    /**
     * @param number of the copy
     * @param patterns how many graphs there are to copy: the number of the next copy of this one is as much greater
     * @param all how many copies there will be
     */
    Renaming(NamedGraph from, int number, int patterns, int all) {
        this.from = from;
        this.number = number;
        this.all = all;
        this.cited = number % SHARED == SHARED - 1 && number >= patterns ? number - patterns : number;
        this.month = FIRST.plusMonths((long) number * STEP % MONTHS);
        this.name = from.name().replaceFirst("summary/[^/]+/", "summary/" + month + "/") + "-" + number;
    }

    /** Two graphs as one, that of the first: what only one can say is what the first says. */
    static NamedGraph both(NamedGraph one, NamedGraph other) {
        Graph graph = GraphFactory.createDefaultGraph();
        one.graph().find().forEachRemaining(graph::add);
        other.graph().find().forEachRemaining(triple -> {
            boolean own = triple.getSubject().hasURI(other.name());
            if (!own || triple.getObject().isURI() && !one.graph().contains(one.node(), triple.getPredicate(), Node.ANY)
                    || own && triple.getObject().isURI() && triple.getObject().getURI().contains("#")) {
                graph.add(Triple.create(
                        moved(triple.getSubject(), one, other), triple.getPredicate(), moved(triple.getObject(), one, other)));
            }
        });
        return new NamedGraph(one.name(), one.base(), graph);
    }

    private static Node moved(Node node, NamedGraph one, NamedGraph other) {
        if (!node.isURI() || !node.getURI().startsWith(other.name())) {
            return node;
        }
        // the numbers of parts go on behind those of the first
        String part = node.getURI().substring(other.name().length());
        return NodeFactory.createURI(one.name() + part.replaceFirst("-(\\d+)", "-10$1"));
    }

    NamedGraph renamed() {
        Graph graph = GraphFactory.createDefaultGraph();
        from.graph().find().forEachRemaining(triple -> {
            String about = triple.getSubject().toString();
            graph.add(Triple.create(
                    iri(triple.getSubject()),
                    triple.getPredicate(),
                    triple.getObject().isURI()
                            ? iri(triple.getObject())
                            : text(about, triple.getPredicate().getURI(), triple.getObject())));
        });
        return new NamedGraph(name, from.base(), graph);
    }

    private Node iri(Node node) {
        String iri = node.getURI();
        if (iri.startsWith(from.name())) {
            return NodeFactory.createURI(name + iri.substring(from.name().length()));
        }
        if (iri.startsWith("https://doi.org/")) {
            return NodeFactory.createURI(iri + "." + cited);
        }
        if (!iri.startsWith(from.base())) {
            return node;
        }
        String issue = iri.replaceFirst("issue/[0-9]{4}-[0-9]{2}$", "issue/" + month);
        Matcher name = NAME.matcher(issue);
        return NodeFactory.createURI(
                name.find()
                        ? name.replaceFirst(Matcher.quoteReplacement(name.group(1) + "/" + name.group(2) + suffix(name)
                                + (name.group(3) == null ? "" : name.group(3))))
                        : issue);
    }

    private String suffix(Matcher name) {
        return switch (name.group(1)) {
            case "works" -> "-" + cited;
            case "venue" -> "-" + cited % Math.max(1, all / TO_A_VENUE);
            // who writes the blog stays who they are
            default -> name.group(2).endsWith("-authors") ? "" : "-" + cited % Math.max(1, all / TO_A_PERSON);
        };
    }

    private Node text(String about, String property, Node text) {
        String value = text.getLiteralLexicalForm();
        if (about.equals(from.name()) && property.equals(SCHEMA + "datePublished") || about.contains("/issue/") && property.equals(SCHEMA + "datePublished")) {
            return NodeFactory.createLiteralDT(month.toString(), XSDDatatype.XSDgYearMonth);
        }
        if (about.contains("/issue/") && property.equals(SCHEMA + "name")) {
            return NodeFactory.createLiteralLang(
                    month.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH)), text.getLiteralLanguage());
        }
        if (property.endsWith("/bibo/doi")) {
            return NodeFactory.createLiteralString(value + "." + cited);
        }
        if (about.equals(from.name()) && TITLES.contains(property)) {
            return literal(value + " (" + number + ")", text);
        }
        return about.contains("/works/") && !about.contains("#") && TITLES.contains(property)
                ? literal(value + " (" + cited + ")", text)
                : text;
    }

    private static Node literal(String value, Node like) {
        return like.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT(value, like.getLiteralDatatype())
                : NodeFactory.createLiteralLang(value, like.getLiteralLanguage());
    }
}
