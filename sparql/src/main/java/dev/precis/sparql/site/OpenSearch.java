package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Excerpt;
import dev.precis.sparql.write.feed.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Tells browsers and feed readers how to search each blog: an OpenSearch 1.1 description (github.com/dewitt/opensearch,
 * draft 6).
 */
final class OpenSearch implements Service {
    private static final String FILE = "opensearch.xml";
    private static final String TYPE = "application/opensearchdescription+xml";
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
    private static final int SHORT_NAME = 16;
    private static final int LONG_NAME = 48;
    private static final String TERMS = "?q={searchTerms}";

    private final Catalogue catalogue;

    OpenSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The link for the heads of a blog's pages. */
    static Link link(Blog blog) {
        return new Link("search", blog.root() + FILE, TYPE, blog.name());
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> address.iri().equals(blog.root() + FILE))
                .map(blog -> Shelf.of(edition, catalogue, blog))
                .map(shelf -> new Response(
                        200,
                        TYPE,
                        XmlText.write(writer -> describe(writer, shelf)),
                        edition.since(),
                        List.of(Answers.REVALIDATE)));
    }

    private static void describe(XmlText writer, Shelf shelf) throws XMLStreamException {
        Blog blog = shelf.blog();
        writer.open("OpenSearchDescription", NAMESPACE);
        // the specification sets these lengths
        writer.element("ShortName", clip(blog.name(), SHORT_NAME));
        writer.element(
                "Description", Excerpt.of(blog.description().isEmpty() ? blog.name() : blog.description(), 1000));
        url(writer, Representation.HTML.mediaType(), shelf.search() + TERMS + "&page={startPage?}");
        for (FeedFormat format : List.of(FeedFormat.ATOM, FeedFormat.RSS)) {
            url(writer, format.mediaType(), shelf.search() + "/" + format.file() + TERMS);
        }
        writer.element("LongName", clip(blog.name(), LONG_NAME));
        writer.element("Language", blog.language().isEmpty() ? "*" : blog.language());
        writer.element("InputEncoding", StandardCharsets.UTF_8.name());
        writer.element("OutputEncoding", StandardCharsets.UTF_8.name());
        writer.close();
    }

    private static void url(XmlText writer, String type, String template) throws XMLStreamException {
        writer.empty("Url", "type", type, "template", template);
    }

    private static String clip(String name, int length) {
        return name.codePointCount(0, name.length()) <= length
                ? name
                : name.substring(0, name.offsetByCodePoints(0, length)).strip();
    }
}
