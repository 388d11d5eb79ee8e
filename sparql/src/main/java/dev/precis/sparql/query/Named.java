package dev.precis.sparql.query;

/** A resource and what to call it; both empty where there is none. */
public record Named(String iri, String name) {
    /** No resource. */
    public static final Named NONE = new Named("", "");

    public boolean isPresent() {
        return !iri.isEmpty();
    }

    /**
     * Something said about a resource.
     *
     * @param property the property's IRI
     * @param value the other resource's IRI, or the text of a literal
     * @param link whether the value is a resource
     * @param label what to call the value
     * @param language the literal's language; may be empty
     * @param incoming whether the other resource is the one that says it
     */
    public record Statement(
            String property, String value, boolean link, String label, String language, boolean incoming) {}
}
