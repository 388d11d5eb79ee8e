package dev.precis.sparql.site.service;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Excerpt;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Frames;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.site.XmlText;
import dev.precis.sparql.write.feed.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Tells browsers and feed readers how to search each blog: an OpenSearch 1.1 description (github.com/dewitt/opensearch,
 * draft 6).
 */
public final class OpenSearch implements Service {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
    private static final int SHORT_NAME = 16;
    private static final int LONG_NAME = 48;
    private static final String TERMS = "?q={searchTerms}";

    private final Catalogue catalogue;

    public OpenSearch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> address.iri().equals(Places.openSearch(blog)))
                .map(blog -> Summaries.of(edition, catalogue, blog))
                .map(summaries -> new Response(
                        200,
                        Frames.OPEN_SEARCH,
                        XmlText.write(writer -> describe(writer, summaries)),
                        edition.since(),
                        List.of(Answers.REVALIDATE)));
    }

    private static void describe(XmlText writer, Summaries summaries) throws XMLStreamException {
        Blog blog = summaries.blog();
        writer.open("OpenSearchDescription", NAMESPACE);
        // the specification sets these lengths
        writer.element("ShortName", clip(blog.name(), SHORT_NAME));
        writer.element(
                "Description", Excerpt.of(blog.description().isEmpty() ? blog.name() : blog.description(), 1000));
        url(writer, Representation.HTML.mediaType(), summaries.search() + TERMS + "&page={startPage?}");
        for (FeedFormat format : List.of(FeedFormat.ATOM, FeedFormat.RSS)) {
            url(writer, format.mediaType(), FeedSource.of(blog, Selection.ALL).address(format) + TERMS);
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
