package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.UpdateNotice;
import dev.precis.pipeline.domain.registry.UpdateNotice.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCTerms;

/** What a registry says of a cited work, beside what was printed; and what it means for what rests on the work. */
final class RegistryMapper {
    /** The weightiest first. */
    private static final Comparator<UpdateNotice> ORDER = Comparator.comparing(UpdateNotice::weight)
            .thenComparing(UpdateNotice::date)
            .thenComparing(UpdateNotice::doi)
            .thenComparing(UpdateNotice::type);

    private final Description description;
    private final Flags flags;

    RegistryMapper(Description description, Flags flags) {
        this.description = description;
        this.flags = flags;
    }

    /** Says it of the work, and raises what is odd about the work. */
    void map(Registered registered, Resource work) {
        Resource record = description.resource(IriTemplate.RECORD.of(work.getURI()), Precis.RegistryRecord);
        work.addProperty(Precis.registryRecord, record);
        record.addProperty(Prov.wasDerivedFrom, description.resource(registered.address()));
        description.typed(record, DCTerms.date, registered.since(), XSDDatatype.XSDdateTime);
        registered.added().keySet().forEach(field -> description.plain(record, Precis.addedField, field));
        if (!registered.authors().isEmpty()) {
            description.plain(record, Precis.addedField, "author");
        }
        registered.issns().forEach(issn -> description.plain(record, Bibo.issn, issn));
        registered
                .orcids()
                .forEach((number, orcid) -> description
                        .resource(IriTemplate.AUTHOR.of(work.getURI(), number))
                        .addProperty(Precis.orcid, description.resource("https://orcid.org/" + orcid)));
        notices(registered, work);
        disagreements(registered, work);
    }

    private void notices(Registered registered, Resource work) {
        int number = 0;
        for (UpdateNotice notice : sorted(registered)) {
            number++;
            Resource resource = description.resource(IriTemplate.UPDATE.of(work.getURI(), number), Precis.UpdateNotice);
            work.addProperty(Precis.updateNotice, resource);
            description.plain(resource, Precis.updateType, notice.type());
            description.plain(resource, Bibo.doi, notice.doi());
            resource.addProperty(
                    Schema.sameAs, description.resource("https://doi.org/" + IriEscape.path(notice.doi())));
            date(notice.date(), resource);
            notice.sources().forEach(source -> description.plain(resource, Precis.toldBy, source));
        }
        raise(sorted(registered), work);
    }

    private void date(String date, Resource notice) {
        switch (date.length()) {
            case 4 -> description.typed(notice, DCTerms.date, date, XSDDatatype.XSDgYear);
            case 7 -> description.typed(notice, DCTerms.date, date, XSDDatatype.XSDgYearMonth);
            case 10 -> description.typed(notice, DCTerms.date, date, XSDDatatype.XSDdate);
            default -> {} // nobody knows when
        }
    }

    private void disagreements(Registered registered, Resource work) {
        registered
                .disagreements()
                .forEach(one -> flags.raise(
                        one.field().equals("DOI") ? "doi-of-another-work" : "registry-disagrees",
                        work,
                        one.toString()));
    }

    /** What shakes a study is true of what rests on it, the summary and each piece of its advice. */
    void shake(Registered registered, Resource posting) {
        // a correction touches single numbers, nobody here knows which
        List<UpdateNotice> shaking = sorted(registered).stream()
                .filter(notice -> switch (notice.weight()) {
                    case RETRACTED, RETRACTED_IN_PART, CONCERN -> true;
                    case CORRECTED, NONE -> false;
                })
                .toList();
        raise(shaking, posting);
        posting.listProperties(Precis.practiceImplication).mapWith(Statement::getResource).toList().stream()
                .sorted(Comparator.comparingInt(
                        advice -> advice.getProperty(Schema.position).getInt()))
                .forEach(advice -> raise(shaking, advice));
    }

    private void raise(List<UpdateNotice> all, Resource target) {
        all.stream()
                .filter(notice -> notice.weight() != Weight.NONE)
                .collect(Collectors.groupingBy(UpdateNotice::weight, TreeMap::new, Collectors.toList()))
                .forEach((weight, notices) -> flags.raise(flag(weight), target, words(notices)));
    }

    private static String flag(Weight weight) {
        return switch (weight) {
            case RETRACTED -> "study-retracted";
            case RETRACTED_IN_PART -> "study-retracted-in-part";
            case CONCERN -> "study-of-concern";
            case CORRECTED -> "study-corrected";
            case NONE -> throw new IllegalArgumentException("another version is nothing odd");
        };
    }

    private static List<UpdateNotice> sorted(Registered registered) {
        return registered.notices().stream().sorted(ORDER).toList();
    }

    /** Such as "Retraction of 2019-05-02, doi:10.5555/notice (publisher, retraction-watch)." */
    private static String words(List<UpdateNotice> notices) {
        return notices.stream()
                .map(notice -> {
                    String kind = notice.type().replace('_', ' ');
                    return kind.substring(0, 1).toUpperCase(Locale.ROOT)
                            + kind.substring(1)
                            + (notice.date().isEmpty() ? "" : " of " + notice.date())
                            + ", doi:" + notice.doi()
                            + (notice.sources().isEmpty() ? "" : " (" + String.join(", ", notice.sources()) + ")");
                })
                .collect(Collectors.joining("; ", "", "."));
    }
}
