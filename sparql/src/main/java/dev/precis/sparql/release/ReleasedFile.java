package dev.precis.sparql.release;

import java.util.List;

/**
 * A data file of a release, packed (RFC 1952).
 *
 * @param name in the folder of the release
 * @param title what it is, for people
 * @param mediaType of what is packed
 * @param linkedData whether it is the whole data set as RDF
 * @param columns of a table; empty for what is none
 * @param bytes how many it has, packed
 * @param sha256 of these
 */
public record ReleasedFile(
        String name,
        String title,
        String mediaType,
        boolean linkedData,
        List<Column> columns,
        long bytes,
        String sha256) {
    /** What names of packed files end in. */
    static final String PACKED = ".gz";

    private static final long KILO = 1000;

    public ReleasedFile {
        columns = List.copyOf(columns);
    }

    /** A column of a table, of decimal numbers or of texts. */
    public record Column(String name, boolean numeric) {}

    /** How large it is, for people. */
    public String size() {
        return bytes < KILO
                ? bytes + " bytes"
                : bytes < KILO * KILO ? bytes / KILO + " kB" : bytes / (KILO * KILO) + " MB";
    }

    /** Its name without what says that it is packed. */
    public String unpacked() {
        return name.substring(0, name.length() - PACKED.length());
    }
}
