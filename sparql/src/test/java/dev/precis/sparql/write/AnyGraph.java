package dev.precis.sparql.write;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/** Graphs as odd as RDF allows: what comes of every writer must still be the same graph. */
final class AnyGraph {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String RDF_ = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    static {
        JenaSystem.init(); // what knows the types must be there before they are asked for
    }

    private AnyGraph() {}

    /** Graphs with prefixes, lists and blank nodes. */
    static Arbitrary<Graph> graphs() {
        return graphs(true);
    }

    /** The same without blank nodes. */
    static Arbitrary<Graph> namedNodesOnly() {
        return graphs(false);
    }

    private static Arbitrary<Graph> graphs(boolean blanks) {
        Arbitrary<Node> resources = blanks ? Arbitraries.oneOf(iris(), iris(), iris(), blanks()) : iris();
        Arbitrary<Node> objects = Arbitraries.oneOf(resources, literals(), literals());
        Arbitrary<List<Triple>> triples = Combinators.combine(resources, properties(), objects)
                .as(Triple::create)
                .list()
                .ofMaxSize(8);
        Arbitrary<List<List<Node>>> lists = objects.list().ofMaxSize(3).list().ofMaxSize(blanks ? 2 : 0);
        return Combinators.combine(triples, lists, prefixes()).as(AnyGraph::graph);
    }

    private static Graph graph(List<Triple> triples, List<List<Node>> lists, List<List<String>> prefixes) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        for (List<Node> list : lists) {
            Node head = RDF.nil.asNode();
            for (Node member : list) {
                Node cell = NodeFactory.createBlankNode();
                graph.add(Triple.create(cell, RDF.first.asNode(), member));
                graph.add(Triple.create(cell, RDF.rest.asNode(), head));
                head = cell;
            }
            graph.add(Triple.create(iri("http://x.example/s"), iri("http://x.example/list"), head));
        }
        prefixes.forEach(prefix -> graph.getPrefixMapping().setNsPrefix(prefix.get(0), prefix.get(1)));
        return graph;
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Arbitrary<Node> iris() {
        return Arbitraries.of(
                        "http://x.example/a",
                        "http://x.example/",
                        "http://x.example",
                        "http://x.example/1",
                        "http://x.example/a.",
                        "http://x.example/a#b.c",
                        "http://x.example//b",
                        "http://x.example/a?b=c&d=e'f",
                        "http://x.example/a,b;c(d)*!$",
                        "http://x.example/%20a",
                        "http://x.example/\u00E9\u4E2D",
                        "http://\u00E9.example/\uD83D\uDE00",
                        "urn:a:b",
                        "urn:isbn:0451450523",
                        "urn:x:y#z",
                        "mailto:a@b.example",
                        "tag:x.example,2020:a",
                        "a:b",
                        "schema:headline",
                        "xsd:integer",
                        "rdf:type",
                        "id:a",
                        "file:///a/b",
                        "http://schema.org/BlogPosting",
                        "https://w3id.org/precis/ns#Finding",
                        XSD + "integer",
                        RDF_ + "nil",
                        RDF_ + "List")
                .map(AnyGraph::iri);
    }

    private static Arbitrary<Node> properties() {
        Arbitrary<Node> known = Arbitraries.of(
                        "http://x.example/p",
                        "http://x.example/a/p1",
                        "http://x.example/a#\u00E9",
                        "urn:c:d",
                        "http://www.w3.org/XML/1998/namespacelang",
                        "http://www.w3.org/2000/xmlns/a",
                        "http://schema.org/headline",
                        "http://schema.org/position",
                        "http://schema.org/name",
                        "http://schema.org/value",
                        "http://schema.org/author",
                        "http://purl.org/dc/terms/subject",
                        RDF_ + "type",
                        RDF_ + "type",
                        RDF_ + "value",
                        RDF_ + "first",
                        RDF_ + "rest",
                        RDF_ + "_1",
                        RDF_ + "li",
                        RDF_ + "Description",
                        RDF_ + "about")
                .map(AnyGraph::iri);
        return Arbitraries.oneOf(known, iris());
    }

    private static Arbitrary<Node> blanks() {
        return Arbitraries.of("b0", "ab", "a-b", "a.b", "A", "X", "1").map(NodeFactory::createBlankNode);
    }

    private static Arbitrary<Node> literals() {
        Arbitrary<Node> plain = texts().map(NodeFactory::createLiteralString);
        Arbitrary<Node> inLanguages = Combinators.combine(
                        texts(), Arbitraries.of("en", "de-CH", "zh-Hant-TW", "sl-rozaj-1994", "x-private"))
                .as(NodeFactory::createLiteralLang);
        Arbitrary<Node> typed = Combinators.combine(Arbitraries.oneOf(forms(), texts()), types())
                .as((form, type) -> NodeFactory.createLiteralDT(
                        form, TypeMapper.getInstance().getSafeTypeByName(type)));
        Arbitrary<Node> markup = Arbitraries.of("<b>x</b>", "<b>", "a & b", "&amp;", "</x>", "a]]>", "\r", "text")
                .map(text -> NodeFactory.createLiteralDT(
                        text, TypeMapper.getInstance().getSafeTypeByName(RDF_ + "XMLLiteral")));
        return Arbitraries.oneOf(plain, plain, inLanguages, inLanguages, typed, typed, typed, markup);
    }

    private static Arbitrary<String> forms() {
        return Arbitraries.of(
                "0",
                "1",
                "-1",
                "-0",
                "+1",
                "01",
                "5",
                "1.0",
                ".5",
                "1.",
                "1e0",
                "1.0E0",
                "-INF",
                "NaN",
                "true",
                "false",
                "TRUE",
                "999999999999999",
                "9007199254740991",
                "9007199254740993",
                "-9007199254740993",
                "1234567890123456",
                "123456789012345678901234567890",
                "0.1234567890123456789",
                "2020-08",
                "2020-08-01",
                "<b>x</b>",
                "<b>",
                "{\"a\": 1.0}",
                "[",
                " 1 ",
                "");
    }

    private static Arbitrary<String> types() {
        return Arbitraries.of(
                XSD + "integer",
                XSD + "decimal",
                XSD + "double",
                XSD + "float",
                XSD + "boolean",
                XSD + "int",
                XSD + "long",
                XSD + "date",
                XSD + "gYearMonth",
                XSD + "anyURI",
                RDF_ + "XMLLiteral",
                RDF_ + "HTML",
                RDF_ + "JSON",
                "http://x.example/type",
                "urn:x:type",
                "xsd:integer");
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "",
                " ",
                "a",
                "text ",
                "@id",
                "@type",
                "@none",
                "_:b0",
                "urn:a:b",
                "http://x.example/a",
                "<&>\"'\\",
                "]]>",
                "</script>",
                "\r",
                "\n",
                "\r\n\t\b\f",
                "\u0000",
                "\u0001",
                "\u001F",
                "\u007F",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\uFFFE",
                "\uFFFF",
                "\uFDD0",
                "\uD83D\uDE00",
                "\u0301",
                "true",
                "\"\"\"",
                "'''",
                "a\"",
                "\\u0041",
                "{}");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(6).filter(AnyGraph::isUnicode);
        return Arbitraries.oneOf(known, any);
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Arbitrary<List<List<String>>> prefixes() {
        Arbitrary<String> names = Arbitraries.of(
                "", "x", "urn", "schema", "xsd", "rdf", "http", "a", "mailto", "xml", "xmlns", "\u00E9", "a.b", "a-b",
                "id", "type");
        Arbitrary<String> namespaces = Arbitraries.of(
                "http://x.example/",
                "http://x.example/a",
                "http://x.example/a#",
                "urn:",
                "urn:a:",
                "urn:c:",
                "a:",
                XSD,
                RDF_,
                "http://schema.org/",
                "mailto:");
        return Combinators.combine(names, namespaces)
                .as((name, namespace) -> List.of(name, namespace))
                .list()
                .ofMaxSize(4);
    }
}
