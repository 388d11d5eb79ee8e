package dev.precis.pipeline.domain;

/** What a page is to a reader. */
public enum PageKind {
    /** It shows one post, whatever else stands around it. */
    POST,
    /** It shows several posts, or parts of them, one after the other. */
    LIST,
    /** It shows none. */
    OTHER
}
