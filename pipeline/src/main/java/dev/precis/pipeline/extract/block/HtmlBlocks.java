package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a reader sees it: its blocks in reading order, whatever mark-up made them. The only file that knows jsoup;
 * nothing is ever fetched.
 *
 * @param title of the document; may be empty
 * @param language as the page declares it; may be empty
 * @param text of all blocks, a line feed between two
 * @param declared what it says of itself beside its text
 */
public record HtmlBlocks(
        String title, String language, String text, List<Block> blocks, List<Page.Link> links, Declared declared) {

    public static HtmlBlocks read(String html, URI address) {
        Document document = Jsoup.parse(html, address.toString());
        BlockBuilder builder = new BlockBuilder();
        document.body().traverse(new BlockVisitor(builder));
        return new HtmlBlocks(
                Texts.normalise(document.title()),
                Optional.ofNullable(document.selectFirst("html[lang]"))
                        .map(element -> element.attr("lang"))
                        .orElse(document.body().attr("lang")),
                builder.text(),
                builder.blocks(),
                links(document),
                Declared.read(document));
    }

    private static List<Page.Link> links(Document document) {
        Map<URI, Page.Link> links = new LinkedHashMap<>();
        for (Element anchor : document.select("a[href], link[rel=next][href]")) {
            parse(anchor.absUrl("href"))
                    .filter(uri -> uri.getHost() != null)
                    .ifPresent(uri -> links.putIfAbsent(uri, new Page.Link(uri, Texts.normalise(anchor.text()))));
        }
        return new ArrayList<>(links.values());
    }

    private static Optional<URI> parse(String address) {
        try {
            return address.isEmpty() ? Optional.empty() : Optional.of(new URI(address.replace(" ", "%20")));
        } catch (java.net.URISyntaxException broken) {
            return Optional.empty(); // a link that is no address leads nowhere
        }
    }
}
