package dev.precis.pipeline.map;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Field;
import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.RegistryName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A citation with what a registry adds to it; what is printed stays as it is. */
final class Completion {
    private static final Trust CONFIRMED = new Trust(1, true, List.of());

    private Completion() {}

    static Citation of(Citation citation, Registered registered) {
        List<Contributor> authors = citation.authors().isEmpty()
                ? registered.authors().stream().map(Completion::contributor).toList()
                : citation.authors();
        List<Identifier> identifiers = new ArrayList<>(citation.identifiers());
        Map<CitationField, Field> fields = new EnumMap<>(CitationField.class);
        Issued issued = citation.issued();
        for (CitationField field : CitationField.values()) {
            String added = registered.added().get(field.csl());
            if (added != null) {
                fields.put(field, new Field(added, 0, 0));
            }
        }
        fields.putAll(citation.fields());
        String doi = registered.added().get("DOI");
        if (doi != null) {
            identifiers.addFirst(new Identifier.Doi(doi));
        }
        String date = registered.added().get("issued");
        if (date != null) {
            issued = issued(date);
        }
        return new Citation(
                citation.printed(),
                citation.type(),
                authors,
                citation.elidedAfter(),
                citation.editors(),
                issued,
                fields,
                identifiers,
                new Citation.Places(
                        nowhere(authors.size()),
                        nowhere(citation.editors().size()),
                        citation.places().issued(),
                        nowhere(identifiers.size())),
                citation.repairs(),
                registered.confirms() ? CONFIRMED : citation.trust());
    }

    private static Contributor contributor(RegistryName name) {
        return new Contributor(name.family(), name.given(), "");
    }

    private static Issued issued(String iso) {
        List<Integer> parts =
                List.of(iso.split("-")).stream().map(Integer::valueOf).toList();
        return new Issued(parts.get(0), parts.size() > 1 ? parts.get(1) : 0, parts.size() > 2 ? parts.get(2) : 0);
    }

    /** Graphs do not tell where in a citation its pieces stand. */
    private static List<Span> nowhere(int pieces) {
        return Collections.nCopies(pieces, Span.NONE);
    }
}
