package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads pages that someone saved to disk as if they were fetched from where they were saved from. */
final class SavedPages implements InputKind {
    private static final Pattern OTHER_EXTENSION = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9]{0,4}");
    private static final Pattern HTML_BEGINNING = Pattern.compile(
            "(?:\\xEF\\xBB\\xBF)?\\s*(?:<\\?xml[^>]*>\\s*|<!--(?s:.*?)-->\\s*)*<(?:!doctype html|html|head|body)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final int BEGINNING = 4096;

    private final SavedAddress address;
    private final long maxBytes;

    SavedPages(SourceProfile profile) {
        this.address = new SavedAddress(profile.home());
        this.maxBytes = profile.crawl().maxBytes();
    }

    @Override
    public List<String> suffixes() {
        return CaptureKind.PAGE.suffixes();
    }

    @Override
    public boolean has(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (CaptureKind.PAGE.isNamed(name)) {
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

    /** The page as a capture of the address that it was saved from; when, nothing tells. */
    @Override
    public Stream<Capture> captures(Path file, Consumer<Notice> notices) throws IOException {
        long size = Files.size(file);
        String name = file.getFileName().toString();
        if (size == 0) {
            notices.accept(Notice.violation("page-empty", name, "the file is empty, a saved page was expected"));
            return Stream.empty();
        }
        if (size > maxBytes) {
            String limit = "at most " + maxBytes + " bytes were expected (profile, crawl.max-bytes)";
            notices.accept(Notice.warning("page-too-large", name, "the file has " + size + " bytes, " + limit));
            return Stream.empty();
        }
        byte[] content = Files.readAllBytes(file);
        Optional<String> broken = BrokenOff.reason(content);
        if (broken.isPresent()) {
            notices.accept(Notice.violation(
                    "page-truncated", name, "the page is not whole, it " + broken.get() + "; nothing is read of it"));
            return Stream.empty();
        }
        return Stream.of(new Capture(address.of(file, content), "", content));
    }
}
