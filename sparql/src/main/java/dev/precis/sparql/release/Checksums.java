package dev.precis.sparql.release;

import dev.precis.sparql.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The digests of the files of a release, as {@code sha256sum --check} reads them. */
final class Checksums {
    /** What the file is called. */
    static final String NAME = "SHA256SUMS";

    private Checksums() {}

    /** @param descriptions the files besides the data, by name */
    static byte[] write(Release release, Map<String, byte[]> descriptions) {
        SortedMap<String, String> digests = new TreeMap<>();
        release.files().forEach(file -> digests.put(file.name(), file.sha256()));
        descriptions.forEach((name, bytes) -> digests.put(name, Sha256.of(bytes)));
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
