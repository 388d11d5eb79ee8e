package dev.precis.sparql.site;

import dev.precis.sparql.query.Named;

/**
 * A link that every page has in its navigation.
 *
 * @param order where it stands: lower numbers come first
 * @param place its address and what readers call it
 */
public record NavigationEntry(int order, Named place) {
    public NavigationEntry(int order, String label, String address) {
        this(order, new Named(address, label));
    }
}
