package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Paging;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a list is on one page of it.
 *
 * @param shown in the order of the list
 * @param paging which page this is
 */
record Part<T>(List<T> shown, Paging paging) {
    /** So many works, people or summaries are on a page of a list that is shown in groups. */
    static final int SIZE = 100;

    Part {
        shown = List.copyOf(shown);
    }

    /**
     * The part that an address asks for.
     *
     * @param list where the list is found
     */
    static <T> Part<T> of(List<T> all, Address address, String list, int size) {
        int number = Listings.page(address, new ArrayList<>());
        return new Part<>(
                all.stream().skip((number - 1L) * size).limit(size).toList(),
                Paging.of(number, all.size(), size, other -> Places.page(list, Selection.ALL, other)));
    }
}
