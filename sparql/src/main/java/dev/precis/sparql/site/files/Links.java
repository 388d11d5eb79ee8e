package dev.precis.sparql.site.files;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.site.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What our own pages, feeds and sitemaps lead to; they are written by our templates, with double quotes throughout. */
record Links(Base base) {
    private static final Pattern LINK =
            Pattern.compile("\\s(?:href|src|content|data-documents)=\"([^\"]*)\"|<loc>([^<]*)</loc>");

    /** The addresses of the site below its base, without parts of documents. */
    List<String> of(Response response) {
        boolean linking = response.contentType().contains("html")
                || response.contentType().contains("xml");
        return !linking || response.file().isPresent()
                ? List.of()
                : LINK.matcher(new String(response.body(), StandardCharsets.UTF_8))
                        .results()
                        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                        .flatMap(address -> local(address.replace("&amp;", "&")).stream())
                        .toList();
    }

    /** An address without the base, if it is one of ours. */
    Optional<String> local(String address) {
        String whole = address.startsWith("/") && !address.startsWith("//")
                ? URI.create(base.iri()).resolve("/") + address.substring(1)
                : address;
        int hash = whole.indexOf('#');
        String document = hash < 0 ? whole : whole.substring(0, hash);
        return base.holds(document) ? Optional.of(base.local(document)) : Optional.empty();
    }
}
