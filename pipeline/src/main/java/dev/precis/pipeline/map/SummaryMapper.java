package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Cito;
import dev.precis.ontology.Reused.Itsrdf;
import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Implication;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.sparql.archive.NamedGraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** An understood summary as its named graph: everything that was derived from it, and how. */
public final class SummaryMapper {
    private static final String MONTH = "MMMM yyyy";

    private final SourceProfile profile;
    private final Iris iris;
    private final WorkMapper works;
    private final String version;

    /** @param version of the software that reads, for provenance */
    public SummaryMapper(SourceProfile profile, String version) {
        this.profile = profile;
        this.iris = new Iris(profile);
        this.works = new WorkMapper(iris);
        this.version = version;
    }

    /** One whose works nobody has looked up. */
    public NamedGraph map(Summary summary, String iri) {
        return map(summary, Map.of(), iri);
    }

    /**
     * The graph.
     *
     * @param registered what a registry says of the works, by their citations as printed
     * @param iri the name of the summary and of its graph
     */
    public NamedGraph map(Summary summary, Map<String, Registered> registered, String iri) {
        Draft draft = summary.draft();
        Description description = new Description(profile.language());
        Resource posting = description.resource(iri, Schema.BlogPosting);
        Resource snapshot = snapshot(draft.origin(), description);
        Resource reading = reading(iri, snapshot, description);
        Flags flags = new Flags(description, iri, summary.edited().dismissed());
        Quotes quotes = new Quotes(snapshot);
        post(summary, posting, snapshot, reading, description);
        List<Resource> cited = cite(summary, registered, posting, description, flags);
        implications(summary, posting, quotes, description);
        suggestions(summary, posting, reading, description);
        FindingMapper findings = new FindingMapper(description, quotes, flags, posting);
        for (Finding finding : summary.findings()) {
            findings.map(finding, cited);
        }
        missing(draft, posting, flags);
        RegistryMapper registry = new RegistryMapper(description, flags);
        summary.citations().stream()
                .map(citation -> registered.get(citation.printed()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(known -> registry.shake(known, posting));
        corrections(summary, posting, description);
        return new NamedGraph(
                iri, profile.base().toString(), description.model().getGraph());
    }

    private void post(Summary summary, Resource posting, Resource snapshot, Resource reading, Description description) {
        Draft draft = summary.draft();
        description.text(posting, Schema.headline, headline(summary));
        posting.addProperty(Schema.isPartOf, issue(draft.date().month(), description));
        date(draft.date(), posting, description);
        description.plain(posting, Schema.inLanguage, profile.language());
        String author = draft.author().isEmpty() ? profile.author() : draft.author();
        if (!author.isEmpty()) {
            Resource person = description.resource(iris.person(author), Schema.Person);
            description.plain(person, Schema.name, author);
            posting.addProperty(Schema.author, person);
        }
        description.text(posting, Schema.articleBody, Description.paragraphs(draft.body()));
        description.markup(posting, Precis.richBody, draft.rich().body());
        description.markup(posting, Precis.richImplications, draft.rich().implications());
        PictureMapper.map(draft.rich(), posting, description);
        description.text(posting, SKOS.editorialNote, Description.paragraphs(draft.preamble()));
        summary.topics()
                .forEach(topic -> posting.addProperty(
                        DCTerms.subject, description.resource(topic.concept().toString())));
        summary.types()
                .forEach(type -> posting.addProperty(
                        DCTerms.type, description.resource(type.concept().toString())));
        source(posting, draft.origin(), description);
        posting.addProperty(Prov.wasDerivedFrom, snapshot);
        posting.addProperty(Precis.reading, reading);
    }

    /** The title; where the page shows none, that of the cited work stands in (and a flag says so). */
    private static String headline(Summary summary) {
        if (!summary.draft().title().isEmpty()) {
            return summary.draft().title().text();
        }
        return summary.citations().stream()
                .flatMap(citation -> citation.field(CitationField.TITLE).stream())
                .findFirst()
                .orElseGet(() -> summary.draft().citations().getFirst().text());
    }

    private Resource issue(YearMonth month, Description description) {
        Resource issue = description.resource(iris.issue(month), Schema.PublicationIssue);
        description.text(
                issue,
                Schema.name,
                DateTimeFormatter.ofPattern(MONTH, Locale.forLanguageTag(profile.language()))
                        .format(month));
        description.typed(issue, Schema.datePublished, month.toString(), XSDDatatype.XSDgYearMonth);
        issue.addProperty(Schema.isPartOf, description.resource(iris.blog()));
        return issue;
    }

    private static void date(PublicationDate date, Resource posting, Description description) {
        XSDDatatype type = date.hasDay() ? XSDDatatype.XSDdate : XSDDatatype.XSDgYearMonth;
        description.typed(posting, Schema.datePublished, date.toString(), type);
        description.integer(posting, Precis.year, date.month().getYear());
    }

    private List<Resource> cite(
            Summary summary,
            Map<String, Registered> registered,
            Resource posting,
            Description description,
            Flags flags) {
        List<Resource> cited = new ArrayList<>();
        summary.citations().forEach(citation -> {
            Registered known = registered.get(citation.printed());
            Resource work = known == null
                    ? works.map(citation, description, flags)
                    : works.map(citation, known, description, flags);
            posting.addProperty(Schema.citation, work);
            cited.add(work);
        });
        summary.references()
                .forEach(reference -> posting.addProperty(Cito.cites, works.map(reference, description, flags)));
        if (!cited.isEmpty()) {
            posting.addProperty(Cito.citesAsSourceDocument, cited.getFirst());
        }
        return cited;
    }

    private static void implications(Summary summary, Resource posting, Quotes quotes, Description description) {
        int position = 0;
        for (Implication implication : summary.implications()) {
            position++;
            Resource resource = description.resource(
                    IriTemplate.IMPLICATION.of(posting.getURI(), position), Precis.PracticeImplication);
            posting.addProperty(Precis.practiceImplication, resource);
            description.integer(resource, Schema.position, position);
            description.integer(resource, Precis.paragraph, implication.paragraph());
            description.text(resource, Schema.text, implication.claim().text());
            quotes.derive(resource, implication.claim());
        }
    }

    /** Beside what the source says, never as its words (Web Annotation Vocabulary: classifying). */
    private static void suggestions(Summary summary, Resource posting, Resource reading, Description description) {
        int number = 0;
        for (Topic topic : summary.suggestions()) {
            number++;
            Resource suggestion = description
                    .resource(IriTemplate.SUGGESTION.of(posting.getURI(), number), Oa.Annotation)
                    .addProperty(Oa.hasTarget, posting)
                    .addProperty(
                            Oa.hasBody, description.resource(topic.concept().toString()))
                    .addProperty(Oa.motivatedBy, Oa.classifying)
                    .addProperty(Prov.wasGeneratedBy, reading);
            BigDecimal confidence = BigDecimal.valueOf(topic.confidence()).setScale(2, RoundingMode.DOWN);
            description.number(suggestion, Itsrdf.taConfidence, confidence);
        }
    }

    private Resource snapshot(Draft.Origin origin, Description description) {
        Resource snapshot = description.resource(iris.snapshot(origin.snapshot()));
        origin.captured().ifPresent(instant -> description.instant(snapshot, Prov.generatedAtTime, instant));
        return snapshot;
    }

    /** The page's address; the path of a file on somebody's disk is nobody's business. */
    private static void source(Resource derived, Draft.Origin origin, Description description) {
        String address = origin.address().toString();
        if (address.startsWith("http:") || address.startsWith("https:")) {
            derived.addProperty(DCTerms.source, description.resource(address));
        }
    }

    private Resource reading(String iri, Resource snapshot, Description description) {
        Resource software = description.resource("https://w3id.org/precis/software/" + version);
        return description
                .resource(IriTemplate.READING.of(iri), Prov.Activity)
                .addProperty(Prov.used, snapshot)
                .addProperty(Prov.wasAssociatedWith, software);
    }

    /** What was read stays beside what an editor has made of it. */
    private void corrections(Summary summary, Resource posting, Description description) {
        int number = 0;
        for (Summary.Amendment amendment : summary.edited().amendments()) {
            number++;
            Resource correction =
                    description.resource(IriTemplate.CORRECTION.of(posting.getURI(), number), Precis.Correction);
            posting.addProperty(Precis.correction, correction);
            description.plain(correction, Precis.correctedField, amendment.field());
            description.plain(correction, Precis.asRead, amendment.read());
            description.text(correction, DCTerms.description, amendment.reason());
            if (!amendment.by().isEmpty()) {
                Resource editor = description.resource(iris.person(amendment.by()), Schema.Person);
                description.plain(editor, Schema.name, amendment.by());
                correction.addProperty(Prov.wasAttributedTo, editor);
            }
        }
    }

    private static void missing(Draft draft, Resource posting, Flags flags) {
        draft.notices().forEach(notice -> flags.raise(notice.code(), posting, notice.message()));
    }
}
