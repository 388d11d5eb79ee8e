package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.write.feed.FeedFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the texts of the store hold, every document stays what its type says, and no text becomes more than text.
 */
class HostileContentTest {
    private static final Set<String> ELEMENTS = elements(Studies.site(Studies.withFigures()));

    static Stream<String> texts() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "</title><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "]]><evil/>",
                "<!-- --> <![CDATA[ x ]]> &evil; &#0;",
                "\u0000\u0001\u0008\u000b\u001f\u007f\u0085 control",
                "\ufffe\uffff\ufdd0 no characters",
                "\u202e\u2066 turned round",
                "\r\nSet-Cookie: a=b\r\n\r\nbody",
                "../../etc/passwd",
                "javascript:alert(1)",
                "{{7*7}} ${7*7} @template.x #{7*7}",
                "\\\"; }\n{ % \\end{document}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isHarmlessInASummary(String text) {
        assertHarmless(Studies.site(dataset(text)), Studies.WALKING.substring(BASE.length()));
    }

    @Test
    void allTogetherAreHarmlessInEveryDocument() throws Exception {
        Site site = Studies.site(dataset(texts().collect(Collectors.joining(" "))));
        for (String iri : site.resources().toList()) {
            assertHarmless(site, iri.substring(BASE.length()));
        }
        for (FeedFormat format : FeedFormat.values()) {
            Response feed = site.get(format.file(), "");
            assertThat(feed.status()).isEqualTo(200);
            if (format.mediaType().endsWith("xml")) {
                assertWellFormed(feed);
            }
        }
    }

    @Test
    void whatOneFormCannotSayIsLeftToTheOthers() {
        Site site = Studies.site(dataset("\u0001"));
        String path = Studies.WALKING.substring(BASE.length());
        Response refused = site.get(path + ".rdf", "");

        assertThat(refused.status()).isEqualTo(406);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .startsWith("RDF/XML has no way to say the control characters in \"")
                .contains("Turtle");
        assertThat(new String(site.get(path + ".nt", "").body(), StandardCharsets.UTF_8))
                .contains("\u0001");
    }

    @Test
    void aVeryLongTextIsNoTrouble() {
        Site site = Studies.site(dataset("word ".repeat(40_000)));
        assertHarmless(site, Studies.SILENCE.substring(BASE.length()));
    }

    @Property(tries = 25)
    void anyTextSurvives(@ForAll String text) {
        assertHarmless(Studies.site(dataset(text)), Studies.WALKING.substring(BASE.length()));
    }

    private static void assertHarmless(Site site, String path) {
        for (Representation representation : Representation.values()) {
            assertHarmless(site, path, representation);
        }
    }

    private static void assertHarmless(Site site, String path, Representation representation) {
        Response response = site.get(path, representation.mediaType());
        if (response.status() == 303) {
            response = site.get(response.header("Location").orElseThrow().substring(BASE.length()), "");
        }
        assertThat(response.status()).as(path).isIn(200, 406);
        assertThat(response.headers())
                .allSatisfy(header -> assertThat(header.value()).doesNotContain("\r", "\n"));
        if (response.status() == 200) {
            RepresentationContractTest.assertReadable(
                    representation, new String(response.body(), StandardCharsets.UTF_8));
        }
        if (representation == Representation.HTML) {
            assertThat(elements(response)).isSubsetOf(ELEMENTS);
            assertNothingRuns(response);
        }
    }

    private static void assertNothingRuns(Response page) {
        for (Element element : parse(page).getAllElements()) {
            assertThat(element.normalName().equals("script")
                            && !element.attr("type").equals("application/ld+json")
                            && !(element.attr("src").startsWith("/static/")
                                    && element.data().isEmpty()))
                    .isFalse();
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (List.of("href", "src", "action").contains(attribute.getKey())) {
                    assertThat(attribute.getValue().strip()).doesNotStartWithIgnoringCase("javascript:");
                }
            }
        }
    }

    private static void assertWellFormed(Response xml) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.body()));
    }

    private static Set<String> elements(Site site) {
        return site.resources()
                .map(iri -> site.get(iri.substring(BASE.length()), "text/html"))
                .map(response -> response.status() == 303
                        ? site.get(response.header("Location").orElseThrow().substring(BASE.length()), "")
                        : response)
                .flatMap(response -> elements(response).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> elements(Response page) {
        return parse(page).getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
    }

    private static org.jsoup.nodes.Document parse(Response page) {
        return Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8));
    }

    /** The studies with the text at the end of every text, and for an address of a source. */
    private static DatasetGraph dataset(String text) {
        DatasetGraph dataset = Studies.withFigures();
        Txn.executeWrite(dataset, () -> {
            List<Quad> quads =
                    dataset.stream().filter(quad -> isText(quad.getObject())).toList();
            for (Quad quad : quads) {
                dataset.delete(quad);
                dataset.add(new Quad(
                        quad.getGraph(), quad.asTriple().getSubject(), quad.getPredicate(), longer(quad, text)));
            }
        });
        return dataset;
    }

    private static boolean isText(Node node) {
        return node.isLiteral()
                && (!node.getLiteralLanguage().isEmpty()
                        || node.getLiteralDatatype().equals(XSDDatatype.XSDstring));
    }

    private static Node longer(Quad quad, String text) {
        Node literal = quad.getObject();
        String longer = literal.getLiteralLexicalForm() + text;
        return literal.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralString(longer)
                : NodeFactory.createLiteralLang(longer, literal.getLiteralLanguage());
    }
}
