package dev.precis.sparql.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads all query files of a folder beside this class, from classes or from a jar: a file is added by being there. */
final class QueryFolder {
    static final String SUFFIX = ".rq";

    private QueryFolder() {}

    /**
     * The texts of the files in a folder, by their names without {@code .rq}.
     *
     * @param anchor one of them, with the path of the folder before it and without {@code .rq}
     */
    static SortedMap<String, String> texts(String anchor) {
        try {
            URI file = Objects.requireNonNull(QueryFolder.class.getResource(anchor + SUFFIX), anchor)
                    .toURI();
            if (!file.getScheme().equals("jar")) {
                return read(Objects.requireNonNull(Path.of(file).getParent()));
            }
            String address = file.toString();
            // a file system of our own, so that closing it closes nobody else's
            Path jar = Path.of(URI.create(address.substring("jar:".length(), address.lastIndexOf("!/"))));
            try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
                String entry = address.substring(address.lastIndexOf("!/") + 1);
                return read(Objects.requireNonNull(inside.getPath(entry).getParent()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the query files beside " + anchor, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot list the query files beside " + anchor, e);
        }
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.endsWith(SUFFIX)) {
                    texts.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
                }
            }
        }
        return texts;
    }
}
