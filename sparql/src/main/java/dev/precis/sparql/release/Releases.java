package dev.precis.sparql.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of releases, each a folder of its own that is there whole or not at all. */
public final class Releases {
    /** What a release says of itself, and their media types. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            PackageFile.NAME, "application/json",
            ReleaseDescription.NAME, "text/turtle; charset=utf-8",
            CitationFile.NAME, "application/yaml",
            Checksums.NAME, "text/plain; charset=utf-8");

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final Optional<Path> folder;

    private Releases(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those in a folder, which need not be there. */
    public Releases(Path folder) {
        this(Optional.of(folder));
    }

    /** None, and no place for any. */
    public static Releases none() {
        return new Releases(Optional.empty());
    }

    /** A file of a release as it is sent. */
    public record Found(Release release, Path path, String mediaType) {}

    /** Another text whenever a release came or went. */
    public String state() {
        try {
            return folder.isEmpty()
                    ? ""
                    : Files.getLastModifiedTime(folder.get()).toString();
        } catch (IOException none) {
            return "";
        }
    }

    /** All that can be read, the newest first. */
    public List<Release> all() {
        return folder.map(Releases::all).orElse(List.of());
    }

    private static List<Release> all(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> Files.exists(one.resolve(PackageFile.NAME)))
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .flatMap(one -> read(one).stream())
                    .sorted(Comparator.comparing(
                                    (Release release) -> release.version().committed())
                            .reversed())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /** A damaged one is none; whoever runs the server is told, and readers have the others. */
    private static Optional<Release> read(Path release) {
        try {
            return Optional.of(PackageFile.read(release.resolve(PackageFile.NAME)))
                    .filter(read -> release.endsWith(read.name()));
        } catch (UncheckedIOException damaged) {
            LOG.warn("{}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** A file of a release, if it is one that the release tells of. */
    public Optional<Found> file(String release, String name) {
        return all().stream()
                .filter(one -> one.name().equals(release))
                .flatMap(one -> type(one, name)
                        .flatMap(type -> folder.map(
                                all -> new Found(one, all.resolve(release).resolve(name), type)))
                        .stream())
                .filter(found -> Files.isRegularFile(found.path()))
                .findFirst();
    }

    private static Optional<String> type(Release release, String name) {
        return release.files().stream().anyMatch(file -> file.name().equals(name))
                ? Optional.of("application/gzip")
                : Optional.ofNullable(DESCRIPTIONS.get(name));
    }

    /** The names of the files that describe each release. */
    public static List<String> descriptions() {
        return DESCRIPTIONS.keySet().stream().sorted().toList();
    }
}
