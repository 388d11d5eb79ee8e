package dev.precis.sparql.write.bibliography;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import dev.precis.sparql.write.JsonTree;
import java.util.List;

/** Cited works in the words of schema.org and no others, as JSON-LD for tools that look for just that. */
public final class SchemaOrg {
    private SchemaOrg() {}

    /**
     * A document that reads as JSON and, without fetching anything, as RDF in which authors keep their order: one work,
     * or a collection of works.
     *
     * @param iri of the collection
     */
    public static byte[] write(String iri, List<Reference> references) {
        ObjectNode document = JsonTree.node();
        JsonTree.schemaOrg(document, List.of("url", "sameAs"), List.of("author", "editor"));
        if (references.size() == 1) {
            document.setAll(work(references.getFirst()));
        } else {
            document.put("@type", "Collection").put("@id", iri);
            references.forEach(reference -> document.withArray("hasPart").add(work(reference)));
        }
        return JsonTree.lines(document);
    }

    /** One work, without a context. */
    public static ObjectNode work(Reference reference) {
        ObjectNode work = node(reference.kind().type());
        work.put("@id", reference.iri());
        put(work, "name", reference.heading());
        people(work, "author", reference.authors());
        people(work, "editor", reference.editors());
        put(work, "datePublished", reference.date().text());
        Reference.Imprint imprint = reference.imprint();
        container(work, reference);
        put(work, "pagination", imprint.pages());
        put(work, "pageStart", imprint.firstPage());
        put(work, "pageEnd", imprint.lastPage());
        put(work, "bookEdition", reference.kind() == Reference.Kind.BOOK ? imprint.edition() : "");
        put(work, "creativeWorkStatus", imprint.status());
        if (!imprint.publisher().isEmpty()) {
            put(work.putObject("publisher").put("@type", "Organization"), "name", imprint.publisher());
        }
        identifiers(work, reference);
        return work;
    }

    /** schema.org has no volume on an article: issue, volume and periodical are each part of the next. */
    private static void container(ObjectNode work, Reference reference) {
        Reference.Imprint imprint = reference.imprint();
        ObjectNode inner = work;
        if (!imprint.issue().isEmpty()) {
            inner = inner.putObject("isPartOf").put("@type", "PublicationIssue");
            put(inner, "issueNumber", imprint.issue());
        }
        if (!imprint.volume().isEmpty()) {
            inner = inner.putObject("isPartOf").put("@type", "PublicationVolume");
            put(inner, "volumeNumber", imprint.volume());
        }
        if (reference.container().isPresent()) {
            boolean chapter = reference.kind() == Reference.Kind.CHAPTER;
            ObjectNode venue = inner.putObject("isPartOf").put("@type", chapter ? "Book" : "Periodical");
            put(
                    venue.put("@id", reference.container().iri()),
                    "name",
                    reference.container().name());
            put(venue, "bookEdition", chapter ? imprint.edition() : "");
        }
    }

    private static void identifiers(ObjectNode work, Reference reference) {
        Reference.Identifiers identifiers = reference.identifiers();
        if (!identifiers.doi().isEmpty()) {
            ObjectNode doi =
                    work.putObject("identifier").put("@type", "PropertyValue").put("propertyID", "doi");
            put(doi, "value", identifiers.doi());
            work.withArray("sameAs").add(identifiers.resolver());
        }
        identifiers.addresses().forEach(address -> work.withArray("sameAs").add(Values.line(address)));
        if (reference.kind() == Reference.Kind.BOOK) {
            identifiers.isbns().forEach(isbn -> work.withArray("isbn").add(Values.line(isbn)));
        }
    }

    private static void people(ObjectNode work, String role, List<Contributor> contributors) {
        contributors.forEach(contributor -> work.withArray(role).add(person(contributor)));
    }

    private static ObjectNode person(Contributor contributor) {
        ObjectNode person = node(contributor.isGroup() ? "Organization" : "Person");
        put(person.put("@id", contributor.person()), "name", contributor.natural());
        if (!contributor.isGroup()) {
            put(person, "familyName", contributor.family());
            put(person, "givenName", contributor.given());
            put(person, "honorificSuffix", contributor.suffix());
        }
        return person;
    }

    private static ObjectNode node(String type) {
        return JsonTree.node().put("@type", type);
    }

    private static void put(ObjectNode node, String name, String value) {
        JsonTree.put(node, name, Values.line(value));
    }
}
