package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** A new kind of page is a section, a template, a question and a line: everything else comes by itself. */
class NewKindOfPageTest {
    private static final Places PLACES = new Places(new Base(BASE));
    private static final Site SITE = new SiteComposition(
                    Studies.dataset(), () -> "1", BASE, Studies::snapshot, InstantSource.fixed(Studies.NOW))
            .site(List.of(new Glossary()));

    /** The section, which would ask a question; its template is one that there is. */
    private static final class Glossary implements Section {
        private static final int SIZE = 20;
        private static final List<Named> WORDS = IntStream.rangeClosed(1, 45)
                .mapToObj(number -> new Named(BASE + "glossary#word-" + number, "Word " + number))
                .toList();

        private static String place(Blog blog) {
            return blog.root() + "glossary";
        }

        @Override
        public Optional<Document> find(Edition edition, Address address) {
            return edition.blogOf(address.iri())
                    .filter(blog -> address.iri().equals(place(blog)))
                    .map(blog -> glossary(edition, blog, address));
        }

        private static Document glossary(Edition edition, Blog blog, Address address) {
            Part<Named> part = Part.of(WORDS, address, place(blog), SIZE);
            List<Count> shown = part.shown().stream()
                    .map(word -> new Count(word.iri(), word.name(), 1))
                    .toList();
            return new ListPage(edition, PLACES, blog, new Named(place(blog), "Glossary"))
                    .described("What the words mean.")
                    .of(part.shown())
                    .part(part.paging())
                    .with(() -> ModelFactory.createDefaultModel()
                            .createResource(place(blog))
                            .addProperty(RDFS.label, "Glossary")
                            .getModel()
                            .getGraph())
                    .document(frame -> Pages.counts(frame, shown));
        }

        @Override
        public Stream<String> resources(Edition edition) {
            return edition.blogs().stream().map(Glossary::place);
        }

        @Override
        public List<NavigationEntry> navigation(Optional<Blog> blog) {
            return blog.stream()
                    .map(b -> new NavigationEntry(35, "Glossary", place(b)))
                    .toList();
        }
    }

    @Test
    void everyPageOfTheBlogLeadsThere() {
        for (String path : List.of("", "topic/alliance", "search", "glossary", "nothing-here")) {
            assertThat(text(SITE.get(path, "text/html")))
                    .containsSubsequence(
                            "<li><a href=\"/type\">Types of research</a></li>",
                            "<li><a href=\"/glossary\">Glossary</a></li>",
                            "<li><a href=\"/works\">Studies</a></li>");
        }
        assertThat(text(SITE.get("sleep-letter/", "text/html")))
                .contains("<li><a href=\"/sleep-letter/glossary\">Glossary</a></li>");
    }

    @Test
    void searchEnginesAreToldOfIt() {
        assertThat(text(SITE.get("sitemap.xml", "")))
                .contains("<loc>" + BASE + "glossary</loc>", "<loc>" + BASE + "sleep-letter/glossary</loc>");
    }

    @Test
    void itIsNegotiated() {
        assertThat(SITE.get("glossary", "text/turtle").header("Content-Location"))
                .contains(BASE + "glossary.ttl");
        assertThat(SITE.get("glossary.ttl", "").contentType()).startsWith("text/turtle");
        assertThat(SITE.get("glossary", "text/html").header("Vary")).contains("Accept");
        assertThat(SITE.get("glossary", "image/png").status()).isEqualTo(406);
        assertThat(SITE.get("glossary.bib", "").status()).isEqualTo(404);
    }

    @Test
    void itTellsProgramsWhatItIs() {
        Response page = SITE.get("glossary", "text/html");

        assertThat(text(page))
                .contains("<meta name=\"description\" content=\"What the words mean.\">")
                .contains("<link rel=\"canonical\" href=\"" + BASE + "glossary\">")
                .contains("\"@type\":\"CollectionPage\"", "\"numberOfItems\":20", "\"name\":\"Word 20\"")
                .contains("<link rel=\"alternate\" href=\"/feed.rss\"");
        assertThat(page.headers())
                .contains(
                        new Header("Link", "<" + BASE + "glossary>; rel=\"cite-as\""),
                        new Header("Link", "<https://schema.org/CollectionPage>; rel=\"type\""),
                        new Header("Link", "<" + BASE + "glossary.ttl>; rel=\"describedby\"; type=\"text/turtle\""));
        assertThat(text(SITE.get("glossary.linkset.json", ""))).contains(BASE + "glossary.html");
    }

    @Test
    void itHasPages() {
        assertThat(text(SITE.get("glossary", "text/html")))
                .contains("Word 20 <", "<link rel=\"next\" href=\"/glossary?page=2\"")
                .doesNotContain("Word 21 <", "rel=\"prev\"");
        assertThat(text(SITE.get("glossary?page=2", "text/html")))
                .contains("Word 21 <", "Word 40 <", "<link rel=\"canonical\" href=\"" + BASE + "glossary?page=2\">")
                .contains("<link rel=\"prev\" href=\"/glossary\"", "<link rel=\"next\" href=\"/glossary?page=3\"")
                .doesNotContain("Word 20 <", "Word 41 <");
        assertThat(SITE.get("glossary?page=3", "text/html").header("Content-Location"))
                .contains(BASE + "glossary.html?page=3");
        assertThat(text(SITE.get("glossary.html?page=3", ""))).contains("Word 45 <");
        assertThat(text(SITE.get("glossary?page=9", "text/html")))
                .contains("<link rel=\"prev\" href=\"/glossary?page=3\"")
                .doesNotContain("Word 1 <");
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
