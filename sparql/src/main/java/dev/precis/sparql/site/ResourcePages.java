package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Whatever else the store has something to say about: what it says, in a table. */
final class ResourcePages implements Section {
    private static final Set<String> THINGS = Set.of("works", "person", "organization", "venue");
    private static final String SCHEMA = "http://schema.org/";
    private static final Set<String> NAMES = Set.of(
            SCHEMA + "headline", SCHEMA + "name", SKOS.prefLabel.getURI(), DCTerms.title.getURI(), RDFS.label.getURI());

    private final Catalogue catalogue;
    private final Frames frames;

    ResourcePages(Catalogue catalogue, Base base) {
        this.catalogue = catalogue;
        this.frames = new Frames(base);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        Optional<Blog> blog = edition.blogOf(iri);
        List<Statement> statements = catalogue.statements(iri);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        String local = blog.map(b -> iri.substring(b.root().length())).orElse("");
        boolean thing = THINGS.contains(local.contains("/") ? local.substring(0, local.indexOf('/')) : local);
        String page = iri + Representation.HTML.suffix();
        String title = statements.stream()
                .filter(statement -> !statement.incoming() && NAMES.contains(statement.property()))
                .map(Statement::value)
                .findFirst()
                .orElse(iri.substring(iri.lastIndexOf('/') + 1));
        return Optional.of(Document.of(
                iri,
                thing,
                page,
                links -> Pages.resource(frames.frame(blog, title, title, thing ? page : iri, links), iri, statements),
                () -> catalogue.describe(iri)));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return Stream.empty();
    }
}
