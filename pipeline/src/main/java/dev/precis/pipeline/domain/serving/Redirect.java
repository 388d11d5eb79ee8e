package dev.precis.pipeline.domain.serving;

/**
 * Where an address of the site that was here before leads.
 *
 * @param from path from the root of the host, with a query if there is one; may have one variable part, {@code *}
 * @param to what follows the root of the blog in the name of a resource, or an address of the old site that a summary
 *     is registered under; may have the variable part
 */
public record Redirect(String from, String to) {}
