package dev.precis.sparql.write;

/** A line of a list of forms: says of itself what its form says. */
public interface Listed {
    Form form();

    /** What readers call it. */
    default String label() {
        return form().label();
    }

    /** What its address ends in. */
    default String suffix() {
        return form().suffix();
    }

    default String mediaType() {
        return form().mediaType();
    }

    /** The media type with its character set, where it has one. */
    default String contentType() {
        return form().contentType();
    }
}
