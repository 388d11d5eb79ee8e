package dev.precis.sparql.page;

import java.util.List;

/**
 * What a page tells to programs, besides what readers see.
 *
 * @param names meta elements with a name
 * @param properties meta elements with a property (RDFa, as OpenGraph has it)
 * @param structured JSON-LD in which nothing ends a script element; may be empty
 * @param records the works that the page offers to reference managers
 * @param unapi where these are to be had; empty if nowhere
 */
public record Metadata(
        List<Meta> names, List<Meta> properties, String structured, List<OfferedRecord> records, String unapi) {
    /** Nothing. */
    public static final Metadata NONE = new Metadata(List.of(), List.of(), "", List.of(), "");

    public Metadata {
        names = List.copyOf(names);
        properties = List.copyOf(properties);
        records = List.copyOf(records);
    }

    /**
     * A work that reference managers find in a page.
     *
     * @param id that unAPI knows it by
     * @param contextObject of its COinS
     */
    public record OfferedRecord(String id, String contextObject) {}

    /** Something that the head of a page tells to programs under a name. */
    public record Meta(String name, String content) {}
}
