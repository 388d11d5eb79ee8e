package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.WebAnnotations;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** The passages that a summary was read from, as Web Annotations: beside it, under its own suffix. */
public final class Annotations implements Service {
    private final Catalogue catalogue;
    private final Function<String, Optional<String>> texts;

    /** @param texts the text of a page as it was read, by digest */
    public Annotations(Catalogue catalogue, Function<String, Optional<String>> texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        if (!iri.endsWith(Form.ANNOTATIONS.suffix())) {
            return Optional.empty();
        }
        String summary =
                iri.substring(0, iri.length() - Form.ANNOTATIONS.suffix().length());
        return edition.blogOf(summary)
                .filter(blog -> IriTemplate.SUMMARY.isOf(blog.root(), summary)
                        && catalogue.summary(summary).isPresent())
                .map(blog -> Response.of(
                        200,
                        Form.ANNOTATIONS.contentType(),
                        new String(
                                WebAnnotations.write(
                                        iri,
                                        catalogue.summaryGraph(summary),
                                        snapshot -> IriTemplate.SNAPSHOT
                                                .read(blog.root(), snapshot)
                                                .flatMap(parts -> texts.apply(parts.getFirst()))),
                                StandardCharsets.UTF_8),
                        edition.since(),
                        Answers.REVALIDATE));
    }
}
