package dev.precis.sparql.site;

import java.util.List;
import java.util.Optional;

/**
 * The representations that a client takes.
 *
 * @param named the one that the address itself names, which leaves no choice
 * @param accept the Accept field
 */
record Wanted(Optional<Representation> named, String accept) {
    private static final List<Representation> ALL = List.of(Representation.values());

    /** All that may be sent of what is offered, best first. */
    List<Representation> of(List<Representation> offered) {
        return named.map(representation ->
                        offered.stream().filter(representation::equals).toList())
                .orElseGet(() -> Negotiation.acceptable(accept, offered, Representation::mediaType));
    }

    /** Two clients with the same key get the same, whatever is offered. */
    String key() {
        // between equals the order of the offer decides: from both ends it tells what is equal
        return named.map(Representation::name).orElseGet(() -> of(ALL) + " " + of(ALL.reversed()));
    }

    boolean prefersPages() {
        List<Representation> best = of(ALL);
        return !best.isEmpty() && best.getFirst() == Representation.HTML;
    }
}
