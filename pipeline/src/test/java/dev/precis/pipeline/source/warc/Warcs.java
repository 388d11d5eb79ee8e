package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Exchange;
import dev.precis.pipeline.source.Profiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Web archives for tests, and what is read of them. */
final class Warcs {
    static final String HOME = "http://blog.example/";
    static final byte[] NONE = new byte[0];

    private Warcs() {}

    /** What was read of archives: the captures by their addresses, and what was told. */
    record Result(Map<String, List<Capture>> pages, List<Notice> notices) {
        List<String> texts(String path) {
            return pages.getOrDefault(HOME + path, List.of()).stream()
                    .map(capture -> new String(capture.content(), StandardCharsets.UTF_8))
                    .toList();
        }

        /** What lowers the exit code. */
        List<String> damages() {
            return notices.stream()
                    .filter(notice -> notice.severity() == Severity.VIOLATION)
                    .map(Notice::message)
                    .toList();
        }
    }

    static Result read(Path... files) {
        return read(digest -> NONE, files);
    }

    /** The latest capture of each page comes first. */
    static Result read(Function<String, byte[]> snapshots, Path... files) {
        List<Notice> notices = new ArrayList<>();
        WebArchive archive = new WebArchive(
                List.of(files), Profiles.legacy(HOME), URI.create(HOME), none -> false, snapshots, notices::add);
        Map<String, List<Capture>> pages = new HashMap<>();
        for (URI address : archive.held()) {
            pages.put(
                    address.toString(),
                    Stream.concat(Stream.of(archive.fetch(address)), archive.earlier(address))
                            .toList());
        }
        return new Result(pages, notices);
    }

    /** An archive of ours with a page for each text, at {@code p0}, {@code p1} and so on, a second apart. */
    static byte[] ours(boolean packed, List<String> texts) {
        Map<String, byte[]> contents = new HashMap<>();
        List<PastCapture> captures = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            byte[] content = texts.get(i).getBytes(StandardCharsets.UTF_8);
            Exchange exchange = new Exchange(
                    List.of("GET /p" + i + " HTTP/1.1", "Host: blog.example"),
                    List.of("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8"));
            Capture capture = new Capture(
                            URI.create(HOME + "p" + i),
                            Instant.ofEpochSecond(1_600_000_000L + i),
                            "text/html; charset=utf-8",
                            content)
                    .with(exchange);
            contents.put(capture.digest(), content);
            captures.add(PastCapture.of("legacy", capture));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new WarcExport("test", digest -> Optional.ofNullable(contents.get(digest))).write(captures, packed, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A record as any tool may write it. */
    static byte[] record(String type, String fields, byte[] block) {
        String header = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes((type + fields).getBytes(StandardCharsets.UTF_8)) + ">\r\n" + fields
                + "Content-Length: " + block.length + "\r\n\r\n";
        return join(bytes(header), block, bytes("\r\n\r\n"));
    }

    /** A response of the blog. */
    static byte[] response(String path, String instant, String head, byte[] body) {
        return record(
                "response",
                "WARC-Target-URI: " + HOME + path + "\r\nWARC-Date: " + instant
                        + "\r\nContent-Type: application/http; msgtype=response\r\n",
                join(bytes("HTTP/1.1 200 OK\r\n" + head + "\r\n"), body));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path write(Path folder, String name, byte[]... parts) {
        try {
            return Files.write(folder.resolve(name), join(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
