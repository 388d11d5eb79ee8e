package dev.precis.sparql.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file that a graph's IRI asks for: its path without scheme and host, such as {@code summary/2020-09/slug.nq}.
 * Letters and digits of ASCII in lower case, hyphen and underscore stand for themselves and everything else is
 * percent-encoded: such a path never leads out of its folder, never depends on whether the file system tells case
 * apart, and never is a folder and a file at once.
 */
final class GraphFile {
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/?");
    // file systems take 255 bytes a name
    private static final int LONGEST_NAME = 200;
    private static final int SHORTENED = 120;

    private GraphFile() {}

    /** The readable path; graphs of different hosts may ask for the same one. */
    static String of(String iri) {
        String path = SCHEME_AND_HOST.matcher(iri).replaceFirst("");
        String encoded =
                Arrays.stream(path.split("/", -1)).map(GraphFile::encode).collect(Collectors.joining("/"));
        return encoded + ".nq";
    }

    /** The path for a graph whose readable one is taken: no readable path has a tilde. */
    static String besides(String iri) {
        return of(iri).replaceFirst("\\.nq$", '~' + digest(iri) + ".nq");
    }

    private static String encode(String segment) {
        StringBuilder out = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_') {
                out.append((char) b);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            }
        }
        if (out.length() > LONGEST_NAME) {
            return out.substring(0, SHORTENED) + '~' + digest(segment);
        }
        // a sole percent sign is what nothing else is encoded to
        return out.isEmpty() ? "%" : out.toString();
    }

    private static String digest(String text) {
        return Sha256.of(text).substring(0, 16);
    }
}
