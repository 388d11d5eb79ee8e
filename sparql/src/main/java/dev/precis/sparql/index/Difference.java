package dev.precis.sparql.index;

/**
 * Something in which a store is not what its manifest says.
 *
 * @param where a graph's IRI, or a file or folder relative to the store
 * @param what one clause
 */
public record Difference(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
