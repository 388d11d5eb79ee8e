package dev.precis.sparql.site.oai;

import java.time.Instant;
import java.util.List;

/**
 * The header of a record (section 2.5): what selects it.
 *
 * @param iri its name, here and everywhere
 * @param stamp when it became what it is, or was taken out
 * @param sets that it belongs to, in the order of their names; not those above them
 * @param deleted whether it is not here any more
 */
record Holding(String iri, Instant stamp, List<String> sets, boolean deleted) {
    Holding {
        sets = sets.stream().distinct().sorted().toList();
    }

    /** Whether it is in a set, or in one below. */
    boolean isIn(String set) {
        return sets.stream().anyMatch(own -> own.equals(set) || own.startsWith(set + Sets.BELOW));
    }
}
