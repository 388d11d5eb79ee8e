package dev.precis.pipeline.domain.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What of a registry's record of a work is taken for its citation. What is printed is never replaced.
 *
 * @param doi of the record
 * @param address of the record
 * @param since when the registry first said so, ISO 8601
 * @param added fields that the citation lacks, by the names of CSL-JSON: {@code DOI}, {@code issued}, {@code volume}
 * @param authors all of them, where the citation names none
 * @param orcids ORCID iDs of printed authors, by their number from 1
 * @param issns of the journal
 * @param disagreements where citation and record say otherwise
 * @param confirms whether the record says of every part of the reading what the reading says
 * @param notices what was published of the work later
 */
public record Registered(
        String doi,
        String address,
        String since,
        SequencedMap<String, String> added,
        List<RegistryName> authors,
        SequencedMap<Integer, String> orcids,
        List<String> issns,
        List<Disagreement> disagreements,
        boolean confirms,
        List<UpdateNotice> notices) {
    public Registered {
        added = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(added));
        authors = List.copyOf(authors);
        orcids = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(orcids));
        issns = List.copyOf(issns);
        disagreements = List.copyOf(disagreements);
        notices = List.copyOf(notices);
    }

    /**
     * A field of which citation and record say otherwise.
     *
     * @param field as CSL-JSON calls it; of a DOI the registry has another work
     */
    public record Disagreement(String field, String printed, String registered) {
        @Override
        public String toString() {
            return field.equals("DOI")
                    ? "The registry knows %s as “%s”.".formatted(printed, registered)
                    : "%s is printed as “%s”, the registry has “%s”.".formatted(field, printed, registered);
        }
    }
}
