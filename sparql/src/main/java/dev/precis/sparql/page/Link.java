package dev.precis.sparql.page;

/**
 * A typed link of a document (RFC 8288), shown in the page's head and sent in the Link header.
 *
 * @param rel the relation, such as {@code alternate}
 * @param href an absolute address
 * @param type the media type of the target
 * @param title may be empty
 */
public record Link(String rel, String href, String type, String title) {}
