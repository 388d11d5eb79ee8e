package dev.precis.pipeline.correct;

import dev.precis.pipeline.domain.Citation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What was read of a citation, by the names of CSL-JSON, as a person would write it. */
public final class CitationVariables {
    /** Those that people look at, in the order in which references print them. */
    public static final List<String> NAMES = List.of(
            "author", "issued", "title", "container-title", "volume", "issue", "page", "editor", "publisher", "DOI");

    private CitationVariables() {}

    /** All of {@link #NAMES}, those that were not read empty. */
    public static SequencedMap<String, String> of(Citation citation) {
        CitedParts parts = new CitedParts(citation);
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        NAMES.forEach(name -> variables.put(name, parts.get(name)));
        return variables;
    }
}
