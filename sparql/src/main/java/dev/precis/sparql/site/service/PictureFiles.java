package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pictures in the texts of summaries, each under its digest: those that a summary shows now, and no others. */
public final class PictureFiles implements Service {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "gif", "image/gif", "webp", "image/webp", "avif", "image/avif");

    private final Catalogue catalogue;
    private final Function<String, Optional<byte[]>> bytes;

    /** @param bytes of a picture, by its digest */
    public PictureFiles(Catalogue catalogue, Function<String, Optional<byte[]>> bytes) {
        this.catalogue = catalogue;
        this.bytes = bytes;
    }

    private record Shown(Set<String> names) {}

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        return edition.blogOf(iri)
                .flatMap(blog -> IriTemplate.PICTURE.read(blog.root(), iri))
                .filter(name -> edition.once(Shown.class, () -> new Shown(catalogue.pictures()))
                        .names()
                        .contains(iri))
                .flatMap(name -> picture(name.getFirst(), edition));
    }

    private Optional<Response> picture(String name, Edition edition) {
        int dot = name.indexOf('.');
        String type = Objects.requireNonNull(MEDIA_TYPES.get(name.substring(dot + 1)), name);
        return bytes.apply(name.substring(0, dot))
                .map(content -> new Response(
                        200, type, content, edition.since(), List.of(Answers.FOREVER, Answers.NOTHING_RUNS)));
    }
}
