package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads the links of a page, each address once, with what the page says of them. */
final class LinkReader {
    /** https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links */
    private static final Set<String> NOT_FOLLOWED = Set.of("nofollow", "ugc", "sponsored");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    /** How the common systems mark the address of a post: HTML's bookmark, microformats, WordPress, Drupal. */
    private static final Evaluator MARKED =
            QueryParser.parse("a[rel~=(?i)(^|\\s)bookmark(\\s|$)], a.u-url, .entry-title a, .post-title a,"
                    + " .node__title a, a.more-link, a.read-more");

    /** Where a site links to itself, not the list to its posts. */
    private static final Evaluator AROUND =
            QueryParser.parse("nav, aside, footer, [role=navigation], [role=banner], [role=complementary],"
                    + " [role=contentinfo], .sidebar, .widget, #sidebar, #secondary, #footer");

    private static final Evaluator LINK = QueryParser.parse("a[href], link[rel=next][href]");
    private static final Evaluator ARTICLE = QueryParser.parse("article");
    /** How far out of a link one looks: pages nest deeper than anyone has time for. */
    private static final int FARTHEST = 50;

    private LinkReader() {}

    static List<Page.Link> links(Document document) {
        Set<Element> marked = Set.copyOf(document.select(MARKED));
        Map<URI, Page.Link> links = new LinkedHashMap<>();
        for (Element anchor : document.select(LINK)) {
            String words = Texts.normalise(anchor.text());
            address(anchor)
                    .map(uri -> new Page.Link(uri, words, leadsToPost(anchor, words, marked), isNotFollowed(anchor)))
                    .ifPresent(link -> links.merge(link.address(), link, LinkReader::both));
        }
        return new ArrayList<>(links.values());
    }

    /** The words are those of the first; one that may be followed is enough. */
    private static Page.Link both(Page.Link first, Page.Link second) {
        boolean title = second.leadsToPost() && !first.leadsToPost();
        return new Page.Link(
                first.address(),
                title || first.text().isEmpty() ? second.text() : first.text(),
                first.leadsToPost() || second.leadsToPost(),
                first.nofollow() && second.nofollow());
    }

    private static boolean leadsToPost(Element anchor, String words, Set<Element> marked) {
        if (anchor.normalName().equals("link")) {
            return false;
        }
        boolean post = isInHeading(anchor)
                || Excerpts.leadsOn(words)
                || marked.contains(anchor)
                || anchor.getAllElements().stream().anyMatch(inner -> HEADINGS.contains(inner.normalName()));
        return post && (isIn(ARTICLE, anchor) || !isIn(AROUND, anchor));
    }

    private static boolean isInHeading(Element anchor) {
        Element outer = anchor.parent();
        for (int i = 0; outer != null && i < FARTHEST; i++) {
            if (HEADINGS.contains(outer.normalName())) {
                return true;
            }
            outer = outer.parent();
        }
        return false;
    }

    private static boolean isIn(Evaluator wanted, Element anchor) {
        Element outer = anchor.parent();
        for (int i = 0; outer != null && i < FARTHEST; i++) {
            if (outer.is(wanted)) {
                return true;
            }
            outer = outer.parent();
        }
        return false;
    }

    private static boolean isNotFollowed(Element anchor) {
        return anchor.hasAttr("rel")
                && NOT_FOLLOWED.stream()
                        .anyMatch(List.of(
                                anchor.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1))::contains);
    }

    /** Where an element leads; nowhere, if what it names is no address. */
    static Optional<URI> address(Element element) {
        try {
            URI uri = new URI(element.absUrl("href").replace(" ", "%20"));
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }
}
