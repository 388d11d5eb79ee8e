package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads files that are one capture each, known by their names: feeds, new summaries. */
final class SingleCaptures implements InputKind {
    private static final Pattern README = Pattern.compile("(?i)readme\\.(?:md|markdown)");

    /** A page of a blog is bounded by the profile; an export is the whole blog. */
    private static final long LARGEST_EXPORT = 256L << 20;

    private final CaptureKind kind;
    private final long maxBytes;

    SingleCaptures(CaptureKind kind, SourceProfile profile) {
        this.kind = kind;
        this.maxBytes = profile.crawl().maxBytes();
    }

    @Override
    public List<String> suffixes() {
        return kind.suffixes();
    }

    @Override
    public boolean has(Path file) {
        String name = file.getFileName().toString();
        return kind.isNamed(name) && !README.matcher(name).matches();
    }

    @Override
    public Stream<Capture> captures(Path file, Consumer<Notice> notices) throws IOException {
        long size = Files.size(file);
        if (size > maxBytes && (size > LARGEST_EXPORT || !isExport(file))) {
            throw new IOException(
                    "has " + size + " bytes, at most " + maxBytes + " were expected (profile, crawl.max-bytes)");
        }
        return Stream.of(new Capture(file.toUri(), "", Files.readAllBytes(file)));
    }

    private static boolean isExport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (CaptureKind.of(new Capture(file.toUri(), "", in.readNBytes(CaptureKind.BEGINNING)))) {
                case WORDPRESS_EXPORT, GHOST_EXPORT -> true;
                case WORDPRESS_POSTS, FEED, SUMMARY, PAGE -> false;
            };
        }
    }
}
