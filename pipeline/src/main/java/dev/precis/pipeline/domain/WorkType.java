package dev.precis.pipeline.domain;

/** Kinds of cited works; {@link #csl()} is the CSL 1.0.2 type. */
public enum WorkType {
    ARTICLE("article-journal"),
    CHAPTER("chapter"),
    BOOK("book"),
    REPORT("report"),
    THESIS("thesis"),
    WEBPAGE("webpage"),
    /** Something is cited, but its kind is not clear. */
    DOCUMENT("document");

    private final String csl;

    WorkType(String csl) {
        this.csl = csl;
    }

    public String csl() {
        return csl;
    }
}
