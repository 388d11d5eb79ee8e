package dev.precis.sparql.site;

import java.util.List;
import java.util.Optional;

/**
 * The representations that a client takes.
 *
 * @param named the one that the address itself names, which leaves no choice
 * @param acceptable all that it accepts, best first
 */
record Wanted(Optional<Representation> named, List<Representation> acceptable) {
    Wanted {
        acceptable = List.copyOf(acceptable);
    }

    boolean prefersPages() {
        return !acceptable.isEmpty() && acceptable.getFirst() == Representation.HTML;
    }
}
