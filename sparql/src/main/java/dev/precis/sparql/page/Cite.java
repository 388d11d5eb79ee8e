package dev.precis.sparql.page;

import java.util.List;

/**
 * What one takes away to cite something.
 *
 * @param citations as printed, one a work
 * @param forms the same in the formats of reference managers
 */
public record Cite(List<String> citations, List<Form> forms) {
    public Cite {
        citations = List.copyOf(citations);
        forms = List.copyOf(forms);
    }

    /**
     * A format, with the text to copy and the address to fetch the same from.
     *
     * @param label what readers call it
     */
    public record Form(String label, String text, String href, String mediaType) {}
}
