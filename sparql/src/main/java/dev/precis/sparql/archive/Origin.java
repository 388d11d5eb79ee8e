package dev.precis.sparql.archive;

import java.util.List;

/**
 * What a graph was made from, and what it is known by.
 *
 * @param inputs digest of all that the graph was made from, as the maker computes it: where it equals the kept one,
 *     nothing is made anew
 * @param content digest of what the graph says, without how it came to be: where it equals the kept one, the graph was
 *     not modified, whatever else its file says
 * @param snapshot SHA-256 of the page that it was read from, or empty
 * @param keys what the thing that the graph describes is known by outside: an address, a guid, a file, a title in a
 *     month; none for graphs that nothing outside stands for
 */
public record Origin(String inputs, String content, String snapshot, List<String> keys) {
    public Origin {
        keys = List.copyOf(keys);
    }

    /** That of a graph which is cheap to make: made every time, modified whenever its quads are other ones. */
    static Origin of(byte[] quads) {
        String digest = Sha256.of(quads);
        return new Origin(digest, digest, "", List.of());
    }
}
