package dev.precis.sparql.site;

import java.util.Optional;

/** Something served that has only the one form: a file, a feed, a text. */
public interface Service {
    /** The answer, if the address is one of its own. */
    Optional<Response> get(Edition edition, Address address);
}
