package dev.precis.pipeline.domain;

/** The textual fields of a citation; {@link #csl()} is the CSL-JSON variable. Names and dates are not among them. */
public enum CitationField {
    TITLE("title"),
    CONTAINER_TITLE("container-title"),
    VOLUME("volume"),
    ISSUE("issue"),
    PAGE("page"),
    NUMBER("number"),
    PUBLISHER("publisher"),
    PUBLISHER_PLACE("publisher-place"),
    EDITION("edition"),
    CHAPTER_NUMBER("chapter-number"),
    STATUS("status");

    private final String csl;

    CitationField(String csl) {
        this.csl = csl;
    }

    public String csl() {
        return csl;
    }
}
