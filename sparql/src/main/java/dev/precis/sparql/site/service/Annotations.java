package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.WebAnnotations;
import java.util.List;
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
                .filter(blog -> IriTemplate.SUMMARY.isOf(blog.root(), summary))
                .flatMap(blog -> Optional.of(catalogue.summaryGraph(summary))
                        .filter(graph -> !graph.isEmpty())
                        .map(graph -> WebAnnotations.write(iri, graph, snapshot -> text(blog, snapshot))))
                .map(annotations -> new Response(
                        200,
                        Form.ANNOTATIONS.contentType(),
                        annotations,
                        edition.since(),
                        List.of(Answers.REVALIDATE)));
    }

    private Optional<String> text(Blog blog, String snapshot) {
        return IriTemplate.SNAPSHOT.read(blog.root(), snapshot).flatMap(parts -> texts.apply(parts.getFirst()));
    }
}
