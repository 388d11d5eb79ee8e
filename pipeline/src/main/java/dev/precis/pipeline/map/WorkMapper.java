package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.WorkType;
import dev.precis.pipeline.domain.registry.Registered;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** A citation as the cited work: what was printed is kept beside what was read. */
final class WorkMapper {
    private final Iris iris;

    WorkMapper(Iris iris) {
        this.iris = iris;
    }

    /** A citation that nobody has looked up. */
    Resource map(Citation citation, Description description, Flags flags) {
        return map(citation, citation, description, flags);
    }

    /** A citation with what a registry adds to it; its name stays what it was. */
    Resource map(Citation citation, Registered registered, Description description, Flags flags) {
        Resource work = map(citation, Completion.of(citation, registered), description, flags);
        new RegistryMapper(description, flags).map(registered, work);
        return work;
    }

    private Resource map(Citation named, Citation citation, Description description, Flags flags) {
        Resource work = description.resource(iris.work(named), type(citation.type()));
        description.plain(work, DCTerms.bibliographicCitation, citation.printed());
        citation.field(CitationField.TITLE).ifPresent(title -> description.text(work, Schema.name, title));
        date(citation.issued(), work, description);
        fields(citation, work, description);
        people(citation, work, description);
        citation.identifiers().forEach(identifier -> identifier(identifier, work, description));
        flags(citation, work, flags);
        return work;
    }

    private static Resource type(WorkType type) {
        return Schema.type(
                switch (type) {
                    case ARTICLE -> "ScholarlyArticle";
                    case CHAPTER -> "Chapter";
                    case BOOK -> "Book";
                    case REPORT -> "Report";
                    case THESIS -> "Thesis";
                    case WEBPAGE -> "WebPage";
                    case DOCUMENT -> "CreativeWork";
                });
    }

    private static void date(Citation.Issued issued, Resource work, Description description) {
        if (!issued.isKnown()) {
            return;
        }
        description.integer(work, Precis.year, issued.year());
        String year = "%04d".formatted(issued.year());
        if (issued.day() > 0 && issued.month() > 0) {
            String date = "%s-%02d-%02d".formatted(year, issued.month(), issued.day());
            description.typed(work, Schema.datePublished, date, XSDDatatype.XSDdate);
        } else if (issued.month() > 0) {
            String month = "%s-%02d".formatted(year, issued.month());
            description.typed(work, Schema.datePublished, month, XSDDatatype.XSDgYearMonth);
        } else {
            description.typed(work, Schema.datePublished, year, XSDDatatype.XSDgYear);
        }
    }

    private void fields(Citation citation, Resource work, Description description) {
        citation.field(CitationField.CONTAINER_TITLE).ifPresent(name -> {
            Resource kind = citation.type() == WorkType.CHAPTER ? Schema.Book : Schema.Periodical;
            Resource venue = description.resource(iris.venue(name), kind);
            description.plain(venue, Schema.name, name);
            work.addProperty(Schema.isPartOf, venue);
        });
        citation.fields().forEach((field, read) -> {
            String value = read.value();
            switch (field) {
                case VOLUME -> description.plain(work, Bibo.volume, value);
                case ISSUE -> description.plain(work, Bibo.issue, value);
                case PAGE -> pages(value, work, description);
                case NUMBER -> description.plain(work, Bibo.number, value);
                case PUBLISHER -> description.plain(work, Schema.publisher, value);
                case EDITION -> description.plain(work, Schema.bookEdition, value);
                case CHAPTER_NUMBER -> description.plain(work, Bibo.chapter, value);
                case STATUS -> description.text(work, Schema.creativeWorkStatus, value);
                // title and container are done; a place says nothing without its publisher
                case TITLE, CONTAINER_TITLE, PUBLISHER_PLACE -> {}
            }
        });
    }

    private static void pages(String pages, Resource work, Description description) {
        String[] ends = pages.split("[-\u2010-\u2015\u2212]+", 2);
        description.plain(work, Schema.pageStart, ends[0].strip());
        if (ends.length == 2) {
            description.plain(work, Schema.pageEnd, ends[1].strip());
        }
    }

    private void people(Citation citation, Resource work, Description description) {
        List<Contributor> authors = citation.authors();
        for (int i = 0; i < authors.size(); i++) {
            boolean afterEllipsis = citation.isElided() && i >= citation.elidedAfter();
            Resource role = role(IriTemplate.AUTHOR, i + 1, authors.get(i), work, description);
            role.addProperty(Pro.withRole, Pro.author);
            if (afterEllipsis) {
                description.text(role, Schema.roleName, "last author");
            } else {
                description.integer(role, Schema.position, i + 1);
            }
        }
        List<Contributor> editors = citation.editors();
        for (int i = 0; i < editors.size(); i++) {
            Resource role = role(IriTemplate.EDITOR, i + 1, editors.get(i), work, description);
            role.addProperty(Pro.withRole, Pro.editor);
            description.integer(role, Schema.position, i + 1);
        }
    }

    private Resource role(IriTemplate kind, int number, Contributor who, Resource work, Description description) {
        Resource person =
                description.resource(iris.contributor(who), who.isGroup() ? Schema.Organization : Schema.Person);
        description.plain(person, Schema.name, who.natural());
        Resource role = description.resource(kind.of(work.getURI(), number));
        role.addProperty(Pro.isHeldBy, person);
        description.plain(role, Schema.name, who.inverted());
        work.addProperty(Pro.isDocumentContextFor, role);
        return role;
    }

    private static void identifier(Identifier identifier, Resource work, Description description) {
        switch (identifier) {
            case Identifier.Doi doi -> {
                description.plain(work, Bibo.doi, doi.value());
                work.addProperty(Schema.sameAs, description.resource("https://doi.org/" + IriEscape.path(doi.value())));
            }
            case Identifier.Pmid pmid -> description.plain(work, Bibo.pmid, pmid.value());
            case Identifier.Pmcid pmcid ->
                work.addProperty(
                        Schema.sameAs,
                        description.resource("https://pmc.ncbi.nlm.nih.gov/articles/" + IriEscape.path(pmcid.value())));
            case Identifier.Handle handle ->
                work.addProperty(
                        Schema.sameAs,
                        description.resource("https://hdl.handle.net/" + IriEscape.path(handle.value())));
            case Identifier.ArxivId arxiv ->
                work.addProperty(
                        Schema.sameAs, description.resource("https://arxiv.org/abs/" + IriEscape.path(arxiv.value())));
            case Identifier.Isbn isbn -> description.plain(work, Schema.isbn, isbn.value());
            case Identifier.WebAddress web ->
                description.plain(work, Schema.url, web.address().toString());
        }
    }

    private static void flags(Citation citation, Resource work, Flags flags) {
        if (citation.isElided()) {
            flags.raise("author-list-truncated", work, "");
        }
        if (!citation.trust().accepted()) {
            String reasons = String.join("; ", citation.trust().reasons());
            flags.raise("citation-unread", work, "The reading is to be reviewed: " + reasons + ".");
        }
    }
}
