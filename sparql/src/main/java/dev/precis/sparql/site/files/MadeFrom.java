package dev.precis.sparql.site.files;

import dev.precis.sparql.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files of an export were made from, beside them: a line that names it and all of their bytes. Where both are
 * as they were, the same would be made again.
 */
final class MadeFrom {
    static final String FILE = ".precis-made-from";

    private final Path folder;
    private final SortedMap<String, String> digests = new TreeMap<>();

    MadeFrom(Path folder) {
        this.folder = folder;
    }

    /** A file that is in the folder now. */
    void add(String path, byte[] content) {
        digests.put(path, Sha256.of(content));
    }

    void add(String path, Path original) throws IOException {
        digests.put(path, Sha256.of(original));
    }

    /** Whether the folder has all files of a list as they were made from the same. */
    static boolean isWhole(Path folder, Iterable<String> list, String inputs) throws IOException {
        String line;
        try {
            line = Files.readString(folder.resolve(FILE));
        } catch (NoSuchFileException never) {
            return false;
        }
        if (!line.startsWith(inputs + " ")) {
            return false;
        }
        MadeFrom found = new MadeFrom(folder);
        try {
            for (String path : list) {
                found.add(path, folder.resolve(path));
            }
        } catch (NoSuchFileException removed) {
            return false;
        }
        return line.equals(found.line(inputs));
    }

    /** That something is changed now, so that a run that dies leaves nothing that is taken for whole. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** @param inputs names all that the files are made from, without white space */
    void write(String inputs) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, line(inputs));
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String line(String inputs) {
        MessageDigest all = Sha256.begin();
        digests.forEach((path, digest) -> all.update((digest + " " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return inputs + " " + HexFormat.of().formatHex(all.digest()) + "\n";
    }
}
