package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import java.util.Optional;
import java.util.function.Function;

/** The texts of the pages as they were read, each under its digest. */
final class SnapshotTexts implements Service {
    private final Places places;
    private final Function<String, Optional<String>> texts;

    SnapshotTexts(Places places, Function<String, Optional<String>> texts) {
        this.places = places;
        this.texts = texts;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        String root = edition.blogOf(iri)
                .map(blog -> blog.root())
                .orElse(places.base().iri());
        return IriTemplate.SNAPSHOT
                .read(root, iri)
                .flatMap(parts -> texts.apply(parts.getFirst()))
                .map(text -> Response.of(200, Answers.TEXT, text, edition.since(), Answers.REVALIDATE));
    }
}
