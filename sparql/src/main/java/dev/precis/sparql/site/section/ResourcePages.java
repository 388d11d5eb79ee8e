package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named.Statement;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Whatever else the store has something to say about: what it says, in a table. */
public final class ResourcePages implements Section {
    private static final Set<IriTemplate> THINGS =
            Set.of(IriTemplate.WORK, IriTemplate.PERSON, IriTemplate.ORGANIZATION, IriTemplate.VENUE);
    private static final String SCHEMA = "http://schema.org/";
    private static final Set<String> NAMES = Set.of(
            SCHEMA + "headline", SCHEMA + "name", SKOS.prefLabel.getURI(), DCTerms.title.getURI(), RDFS.label.getURI());

    private final Catalogue catalogue;
    private final Places places;

    public ResourcePages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        Optional<Blog> blog = edition.blogOf(iri);
        List<Statement> statements = catalogue.statements(iri).stream()
                .flatMap(statement -> told(statement).stream())
                .toList();
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        boolean thing = blog.flatMap(b -> IriTemplate.kindOf(b.root(), iri))
                .filter(THINGS::contains)
                .isPresent();
        String page = Places.page(iri);
        String title = statements.stream()
                .filter(statement -> !statement.incoming() && NAMES.contains(statement.property()))
                .map(Statement::value)
                .findFirst()
                .orElse(iri.substring(iri.lastIndexOf('/') + 1));
        return Optional.of(Document.of(
                iri,
                thing,
                page,
                links -> Pages.resource(
                        edition.frames().frame(blog, title, title, thing ? page : iri, links), iri, statements),
                () -> catalogue.describe(iri)));
    }

    private Optional<Statement> told(Statement statement) {
        if (!statement.link() || statement.incoming()) {
            return Optional.of(statement);
        }
        String value = statement.value();
        return places.told(value)
                .map(iri -> iri.equals(value)
                        ? statement
                        : new Statement(statement.property(), iri, true, "", statement.language(), false));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return Stream.empty();
    }
}
