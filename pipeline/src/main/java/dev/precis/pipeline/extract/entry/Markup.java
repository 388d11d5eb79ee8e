package dev.precis.pipeline.extract.entry;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import java.net.URI;
import java.util.Optional;

/** Texts and addresses as blogs write them into data. */
final class Markup {
    private static final URI NOWHERE = URI.create("about:blank");

    private Markup() {}

    /** Plain text as HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** HTML as plain text, for what is shown on one line. */
    static String plain(String html) {
        boolean marked = html.indexOf('&') >= 0 || html.indexOf('<') >= 0;
        return Texts.normalise(marked ? HtmlBlocks.read(html, NOWHERE).text() : html);
    }

    /** An address of the web; nothing if it is none. */
    static Optional<URI> web(String link, URI document) {
        String text = link.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = document.resolve(text);
            return Optional.of(uri)
                    .filter(URI::isAbsolute)
                    .filter(address -> address.getHost() != null
                            && address.getScheme()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .matches("https?"));
        } catch (IllegalArgumentException broken) {
            return Optional.empty(); // what has a broken link is known by the document
        }
    }

    /** The address of an entry; that of the document where its own is none. */
    static URI address(String link, URI document) {
        return web(link, document).orElse(document);
    }
}
