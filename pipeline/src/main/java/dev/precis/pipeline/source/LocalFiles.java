package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.SourceProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what can be read in a file or folder: saved pages, feeds, new summaries. */
public final class LocalFiles {
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("(?i).*\\.(?:md|markdown|json|rss|atom|rdf|xml)");
    private static final Pattern README = Pattern.compile("(?i)readme\\.(?:md|markdown)");

    private final SourceProfile profile;
    private final SavedPages pages;

    public LocalFiles(SourceProfile profile) {
        this.profile = profile;
        this.pages = new SavedPages(profile);
    }

    /** The documents in a file or folder, in the order of their paths. */
    public SavedPages.Found find(Path input) {
        SavedPages.Found saved = pages.find(input);
        List<Path> files = new ArrayList<>(saved.files());
        try {
            Path root = input.toRealPath();
            try (Stream<Path> tree = Files.walk(root)) {
                tree.filter(path -> isDocument(root, path)).forEach(files::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
        return new SavedPages.Found(files.stream().distinct().sorted().toList(), saved.notices());
    }

    private static boolean isDocument(Path root, Path path) {
        String name = path.getFileName().toString();
        return OTHER_DOCUMENT.matcher(name).matches()
                && !README.matcher(name).matches()
                && !Files.isSymbolicLink(path)
                && Files.isRegularFile(path)
                && !SavedPages.isHidden(root, path);
    }

    /** One document as a capture. */
    public Capture read(Path file) {
        if (!OTHER_DOCUMENT.matcher(file.getFileName().toString()).matches()) {
            return pages.read(file);
        }
        try {
            if (Files.size(file) > profile.crawl().maxBytes()) {
                throw new IOException("has " + Files.size(file) + " bytes, at most "
                        + profile.crawl().maxBytes() + " were expected (profile, crawl.max-bytes)");
            }
            return new Capture(file.toUri(), "", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
