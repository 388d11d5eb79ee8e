package dev.precis.sparql.query;

/** A resource and what to call it; both empty where there is none. */
public record Named(String iri, String name) {
    /** No resource. */
    public static final Named NONE = new Named("", "");

    public boolean isPresent() {
        return !iri.isEmpty();
    }
}
