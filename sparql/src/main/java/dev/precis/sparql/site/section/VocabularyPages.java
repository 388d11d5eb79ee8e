package dev.precis.sparql.site.section;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Vocabulary;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Vocabularies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;

/** The documents of our vocabulary, at the place that its persistent names lead to. */
public final class VocabularyPages implements Section {
    private static final Map<String, Supplier<Model>> VOCABULARIES = vocabularies();

    private final Places places;

    public VocabularyPages(Places places) {
        this.places = places;
    }

    private static Map<String, Supplier<Model>> vocabularies() {
        Map<String, Supplier<Model>> vocabularies = new LinkedHashMap<>();
        vocabularies.put(Precis.NS.substring(0, Precis.NS.length() - 1), Ontology::terms);
        vocabularies.put(Precis.STATISTICS, Ontology::statisticsModel);
        vocabularies.put(Precis.FLAGS, Ontology::flagsModel);
        vocabularies.put(Precis.COMPARATORS, Ontology::comparatorsModel);
        return vocabularies;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return VOCABULARIES.entrySet().stream()
                .filter(vocabulary -> places.base().iri(vocabulary.getKey()).equals(address.iri()))
                .findFirst()
                .map(vocabulary -> document(edition, vocabulary.getKey(), vocabulary.getValue(), address.iri()));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return VOCABULARIES.keySet().stream().map(places.base()::iri);
    }

    /** The page has an address of its own, for whoever does not say that it wants one. */
    @Override
    public String page(String resource) {
        return Places.page(resource);
    }

    private Document document(Edition edition, String iri, Supplier<Model> model, String address) {
        Vocabulary vocabulary = Vocabularies.read(model.get(), iri);
        // data comes first: an ontology editor that accepts anything wants the ontology, not its page
        return new Document(
                address,
                false,
                Places.page(address),
                List.of(),
                List.of(
                        new Content.Data(() -> model.get().getGraph()),
                        new Content.Page(links -> Pages.vocabulary(
                                edition.frames()
                                        .frame(
                                                edition.blogOf(address),
                                                vocabulary.title(),
                                                vocabulary.description(),
                                                address,
                                                links),
                                vocabulary))));
    }
}
