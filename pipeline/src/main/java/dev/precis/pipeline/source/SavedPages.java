package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads pages that someone saved to disk as if they were fetched from where they were saved from. */
public final class SavedPages {
    private static final Pattern HTML_NAME = Pattern.compile("(?i).*\\.(?:html?|xhtml)");
    private static final Pattern OTHER_EXTENSION = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9]{0,4}");
    private static final Pattern HTML_BEGINNING = Pattern.compile(
            "(?:\\xEF\\xBB\\xBF)?\\s*(?:<\\?xml[^>]*>\\s*|<!--(?s:.*?)-->\\s*)*<(?:!doctype html|html|head|body)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING = 4096;

    private final SourceProfile profile;

    public SavedPages(SourceProfile profile) {
        this.profile = profile;
    }

    /**
     * The pages in a folder and the folders under it, or the one page that a file is.
     *
     * @param files sorted by path
     * @param notices what was passed over although it looks like a page
     */
    public record Found(List<Path> files, List<Notice> notices) {
        public Found {
            files = List.copyOf(files);
            notices = List.copyOf(notices);
        }
    }

    /** Finds the pages; hidden files and folders and what is no HTML are none. */
    public Found find(Path input) {
        List<Path> files = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        try {
            Path root = input.toRealPath();
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path path :
                        tree.filter(path -> !isHidden(root, path)).sorted().toList()) {
                    if (leaves(root, path)) {
                        notices.add(Notice.warning(
                                "link-leaves-folder", root.relativize(path).toString(), "is a link out of the folder"));
                    } else if (Files.isRegularFile(path) && isPage(path)) {
                        addOrRefuse(path, files, notices);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
        return new Found(files, notices);
    }

    private void addOrRefuse(Path path, List<Path> files, List<Notice> notices) throws IOException {
        long size = Files.size(path);
        String name = path.getFileName().toString();
        if (size == 0) {
            notices.add(Notice.warning("page-empty", name, "the file is empty, a saved page was expected"));
        } else if (size > profile.crawl().maxBytes()) {
            String limit = "at most " + profile.crawl().maxBytes() + " bytes were expected (profile, crawl.max-bytes)";
            notices.add(Notice.warning("page-too-large", name, "the file has " + size + " bytes, " + limit));
        } else {
            files.add(path);
        }
    }

    /** The page as a capture of the address that it was saved from; when, nothing tells. */
    public Capture read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            SavedAddress address = new SavedAddress(profile.home());
            return new Capture(address.of(file, content), "", content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static boolean isHidden(Path root, Path path) {
        for (Path name : root.relativize(path)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaves(Path root, Path path) {
        try {
            return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(root);
        } catch (IOException dangling) {
            return true;
        }
    }

    private static boolean isPage(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (HTML_NAME.matcher(name).matches()) {
            return true;
        }
        // wget keeps the query in the name: the extension of blog.php?p=2 is none
        boolean unnamed =
                SavedAddress.hasQuery(name) || !OTHER_EXTENSION.matcher(name).matches();
        return unnamed && HTML_BEGINNING.matcher(beginning(file)).matches();
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        }
    }
}
