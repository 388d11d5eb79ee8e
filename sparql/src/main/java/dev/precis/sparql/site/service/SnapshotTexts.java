package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.util.Optional;
import java.util.function.Function;

/** The texts of the pages as they were read, each under its digest. */
public final class SnapshotTexts implements Service {
    private final Places places;
    private final Function<String, Optional<String>> texts;

    public SnapshotTexts(Places places, Function<String, Optional<String>> texts) {
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
