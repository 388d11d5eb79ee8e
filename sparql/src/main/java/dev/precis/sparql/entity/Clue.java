package dev.precis.sparql.entity;

/**
 * Something that is known of a place in a list of authors, and tells that who stands there is who stands in another
 * place of which the same is known.
 *
 * @param value equal for the same
 */
record Clue(Kind kind, String value) {
    /** Kinds of it, the surest first. */
    enum Kind {
        /** What a registry identifies a person by. */
        ORCID,
        /** Two summaries print one author of one work in two ways. */
        PLACE,
        /** Somebody printed beside. */
        COMPANY
    }

    /** Whether it needs no more than names that do not contradict each other. */
    boolean isProof() {
        return kind != Kind.COMPANY;
    }
}
