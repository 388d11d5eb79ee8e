package dev.precis.sparql.site;

import dev.precis.sparql.query.Named;

/**
 * A link that every page has in its navigation.
 *
 * @param order where it stands: lower numbers come first
 * @param place its address and what readers call it
 */
record NavigationEntry(int order, Named place) {
    NavigationEntry(int order, String label, String address) {
        this(order, new Named(address, label));
    }
}
