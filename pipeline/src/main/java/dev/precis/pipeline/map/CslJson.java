package dev.precis.pipeline.map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.WorkType;
import java.util.List;

/**
 * Writes citations as CSL-JSON items (CSL 1.0.2, csl-data.json); what CSL has no variable for is under {@code custom}.
 */
public final class CslJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CslJson() {}

    /**
     * The citations of one line as one item: the first, with the others under {@code custom.also}. No citation is an
     * empty object.
     */
    public static ObjectNode of(List<Citation> citationsOfOneLine) {
        return of(citationsOfOneLine, new CslIds());
    }

    /** @param ids of the output that the item is for, which no two items share */
    public static ObjectNode of(List<Citation> citationsOfOneLine, CslIds ids) {
        if (citationsOfOneLine.isEmpty()) {
            return JSON.objectNode();
        }
        ObjectNode item = item(citationsOfOneLine.getFirst(), ids);
        List<Citation> others = citationsOfOneLine.subList(1, citationsOfOneLine.size());
        if (!others.isEmpty()) {
            ArrayNode also = item.withObject("/custom").putArray("also");
            others.forEach(other -> also.add(item(other, ids)));
        }
        return item;
    }

    private static ObjectNode item(Citation citation, CslIds ids) {
        ObjectNode item = JSON.objectNode();
        item.put("id", ids.mint(citation)); // CSL 1.0.2, csl-data.json: an item has type and id
        item.put("type", citation.type().csl());
        addNames(item, "author", citation.authors());
        addNames(item, "editor", citation.editors());
        if (citation.issued().isKnown()) {
            item.set("issued", date(citation.issued()));
        }
        for (CitationField field : CitationField.values()) {
            citation.field(field).ifPresent(value -> item.put(field.csl(), value));
        }
        if (citation.type() == WorkType.ARTICLE && !item.has("page")) {
            // styles print the number of an article where others have pages, and most know no other variable for it
            citation.field(CitationField.NUMBER).ifPresent(value -> item.put("page", value));
        }
        for (Identifier identifier : citation.identifiers()) {
            add(item, identifier);
        }
        item.set("custom", custom(citation));
        return item;
    }

    private static void addNames(ObjectNode item, String variable, List<Contributor> contributors) {
        if (!contributors.isEmpty()) {
            ArrayNode names = item.putArray(variable);
            contributors.forEach(contributor -> names.add(name(contributor)));
        }
    }

    private static ObjectNode name(Contributor contributor) {
        ObjectNode name = JSON.objectNode();
        if (contributor.isGroup()) {
            return name.put("literal", contributor.family());
        }
        name.put("family", contributor.family());
        if (!contributor.given().isEmpty()) {
            name.put("given", contributor.given());
        }
        if (!contributor.suffix().isEmpty()) {
            name.put("suffix", contributor.suffix());
        }
        return name;
    }

    private static ObjectNode date(Citation.Issued issued) {
        ObjectNode date = JSON.objectNode();
        ArrayNode parts = date.putArray("date-parts").addArray().add(issued.year());
        if (issued.month() > 0) {
            parts.add(issued.month());
            if (issued.day() > 0) {
                parts.add(issued.day());
            }
        }
        return date;
    }

    private static void add(ObjectNode item, Identifier identifier) {
        String variable = variable(identifier);
        String value = switch (identifier) {
            case Identifier.ArxivId arxiv -> "https://arxiv.org/abs/" + arxiv.value();
            case Identifier.Handle handle -> "https://hdl.handle.net/" + handle.value();
            default -> identifier.value();
        };
        if (!item.has(variable)) {
            item.put(variable, value);
        }
    }

    private static String variable(Identifier identifier) {
        return switch (identifier) {
            case Identifier.Doi doi -> "DOI";
            case Identifier.Pmid pmid -> "PMID";
            case Identifier.Isbn isbn -> "ISBN";
            case Identifier.WebAddress address -> "URL";
            case Identifier.Pmcid pmcid -> "PMCID";
            case Identifier.ArxivId arxiv -> "URL";
            case Identifier.Handle handle -> "URL";
        };
    }

    private static ObjectNode custom(Citation citation) {
        ObjectNode custom = JSON.objectNode();
        custom.put("printed", citation.printed());
        custom.put("accepted", citation.trust().accepted());
        custom.put("confidence", citation.trust().confidence());
        ArrayNode reasons = custom.putArray("reasons");
        citation.trust().reasons().forEach(reasons::add);
        custom.set("spans", spans(citation));
        ArrayNode repairs = custom.putArray("repairs");
        citation.repairs().forEach(repairs::add);
        if (citation.isElided()) {
            custom.put("authorsElidedAfter", citation.elidedAfter());
        }
        return custom;
    }

    /** Where each variable was read: a pair of offsets, or a list of pairs for a list of names. */
    private static ObjectNode spans(Citation citation) {
        ObjectNode spans = JSON.objectNode();
        addSpans(spans, "author", citation.places().authors());
        addSpans(spans, "editor", citation.places().editors());
        if (!citation.places().issued().isEmpty()) {
            spans.set("issued", span(citation.places().issued()));
        }
        for (CitationField name : CitationField.values()) {
            Citation.Field field = citation.fields().get(name);
            if (field != null) {
                spans.set(name.csl(), span(field.span()));
            }
        }
        for (int i = 0; i < citation.identifiers().size(); i++) {
            String variable = variable(citation.identifiers().get(i));
            if (!spans.has(variable)) {
                spans.set(variable, span(citation.places().identifiers().get(i)));
            }
        }
        return spans;
    }

    private static void addSpans(ObjectNode spans, String variable, List<Span> places) {
        if (!places.isEmpty()) {
            ArrayNode list = spans.putArray(variable);
            places.forEach(place -> list.add(span(place)));
        }
    }

    private static ArrayNode span(Span span) {
        return JSON.arrayNode().add(span.start()).add(span.end());
    }
}
