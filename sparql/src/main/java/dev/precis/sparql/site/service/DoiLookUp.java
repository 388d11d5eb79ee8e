package dev.precis.sparql.site.service;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leads from a DOI to the cited work that has it; the case of its letters does not matter (ISO 26324, 4.2). */
public final class DoiLookUp implements Service {
    private static final Pattern BEFORE = Pattern.compile("^(?:https?:/{1,2}(?:dx\\.)?doi\\.org/|doi:\\s*)");

    private final Catalogue catalogue;

    public DoiLookUp(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return edition.blogOf(address.iri()).flatMap(blog -> {
            Optional<String> asked = address.iri().equals(Places.doi(blog))
                    ? Optional.of(address.values("id").stream().findFirst().orElse(""))
                    : Places.doi(blog, address).map(DoiLookUp::decode);
            return asked.map(doi -> answer(edition, blog, address.iri(), doi));
        });
    }

    private Response answer(Edition edition, Blog blog, String iri, String asked) {
        String doi = doi(asked);
        if (doi.isEmpty()) {
            return seeOther(edition, Places.works(blog));
        }
        References references = References.of(edition, catalogue);
        return references
                .withDoi(doi, blog)
                .map(Reference::iri)
                .map(work -> seeOther(edition, work))
                .orElseGet(() -> Response.of(
                        404,
                        Representation.HTML.contentType(),
                        Pages.noSuchDoi(
                                edition.frames()
                                        .frame(
                                                Optional.of(blog),
                                                Phrases.of(blog.language()).say("title.no-doi"),
                                                "",
                                                iri,
                                                List.of()),
                                doi,
                                Places.works(blog)),
                        edition.since()));
    }

    private static Response seeOther(Edition edition, String iri) {
        return Response.of(303, Answers.TEXT, iri + "\n", edition.since(), new Header("Location", iri));
    }

    private static String decode(String path) {
        try {
            // in a path a plus sign is a plus sign
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    /** The bare DOI in lower case, whatever stands before it. */
    private static String doi(String asked) {
        String lower = Characters.clean(asked).strip().toLowerCase(Locale.ROOT);
        return BEFORE.matcher(lower).replaceFirst("");
    }
}
