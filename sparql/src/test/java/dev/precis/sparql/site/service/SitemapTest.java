package dev.precis.sparql.site.service;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Frames;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Site;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class SitemapTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    @Test
    void namesEveryPageOnceAndEachIsThere() throws Exception {
        List<Element> urls = children(SITE.get("sitemap.xml", ""), "urlset", "url");
        List<String> addresses = urls.stream().map(url -> text(url, "loc")).toList();

        assertThat(addresses)
                .doesNotHaveDuplicates()
                .contains(BASE, BASE + "topic/alliance", BASE + "issue/2021-03", Studies.WALKING, BASE + "search")
                .contains(BASE + "sleep-letter/", BASE + "sleep-letter/summary/2021-02/warm-feet")
                .allSatisfy(address -> {
                    Response page = SITE.get(address.substring(BASE.length()), "text/html");
                    assertThat(page.status()).as(address).isEqualTo(200);
                    assertThat(page.contentType()).startsWith("text/html");
                });
    }

    @Test
    void saysWhenWhatAPageSaysWasLastRead() throws Exception {
        List<Element> urls = children(SITE.get("sitemap.xml", ""), "urlset", "url");

        assertThat(lastModified(urls, Studies.WALKING)).isEqualTo("2026-02-02T09:30:00Z");
        assertThat(lastModified(urls, BASE + "topic/alliance")).isEqualTo("2026-02-02T09:30:00Z");
        assertThat(lastModified(urls, BASE + "queries")).isEmpty();
    }

    @Test
    void isNamedByTheRulesForRobotsWhoNeedNotTryEverySearch() {
        assertThat(new String(SITE.get("robots.txt", "").body(), StandardCharsets.UTF_8))
                .contains("Sitemap: " + BASE + "sitemap.xml\n", "Disallow: /search?\n", "Disallow: /*/search?\n");
    }

    @Test
    void becomesSeveralWhereOneIsTooLong() throws Exception {
        Catalogue catalogue = new Catalogue(Studies.dataset());
        Places places = new Places(new Base(BASE));
        Edition edition =
                new Edition("1", Studies.NOW, catalogue.blogs(), new Frames(places, blog -> List.of(), Faces.NONE));
        Section many = new Section() {
            @Override
            public Optional<Document> find(Edition current, Address address) {
                return Optional.empty();
            }

            @Override
            public Stream<String> resources(Edition current) {
                return IntStream.rangeClosed(1, 7).mapToObj(number -> BASE + "a&b/" + number);
            }
        };
        Sitemap sitemap = new Sitemap(places, catalogue, List.of(many), 3);

        List<String> all = new ArrayList<>();
        for (Element part : children(get(sitemap, edition, "sitemap.xml"), "sitemapindex", "sitemap")) {
            Response file = get(sitemap, edition, text(part, "loc").substring(BASE.length()));
            List<Element> urls = children(file, "urlset", "url");
            assertThat(urls).hasSizeBetween(1, 3);
            urls.forEach(url -> all.add(text(url, "loc")));
        }
        assertThat(all).containsExactlyElementsOf(many.resources(edition).toList());
        assertThat(sitemap.get(edition, Address.of(BASE, "sitemap-4.xml"))).isEmpty();
        assertThat(sitemap.get(edition, Address.of(BASE, "sitemap-0.xml"))).isEmpty();
    }

    private static Response get(Sitemap sitemap, Edition edition, String path) {
        return sitemap.get(edition, Address.of(BASE, path)).orElseThrow();
    }

    /** The children of the root, in the order and with the content that the schema of sitemaps.org allows. */
    private static List<Element> children(Response response, String root, String name) throws Exception {
        assertThat(response.contentType()).isEqualTo("application/xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()))
                .getDocumentElement();
        assertThat(document.getLocalName()).isEqualTo(root);
        assertThat(document.getNamespaceURI()).isEqualTo(NAMESPACE);
        List<Element> children = elements(document);
        assertThat(children).isNotEmpty().allSatisfy(child -> {
            assertThat(child.getLocalName()).isEqualTo(name);
            assertThat(child.getNamespaceURI()).isEqualTo(NAMESPACE);
            assertThat(elements(child).stream().map(Element::getLocalName).toList())
                    .isIn(List.of("loc"), List.of("loc", "lastmod"));
        });
        return children;
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        return elements(parent).stream()
                .filter(element -> element.getLocalName().equals(name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String lastModified(List<Element> urls, String address) {
        return urls.stream()
                .filter(url -> text(url, "loc").equals(address))
                .map(url -> text(url, "lastmod"))
                .findFirst()
                .orElseThrow();
    }
}
