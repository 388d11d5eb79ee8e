package dev.precis.pipeline.source.warc;

import static dev.precis.pipeline.source.warc.Warcs.bytes;
import static dev.precis.pipeline.source.warc.Warcs.gzip;
import static dev.precis.pipeline.source.warc.Warcs.join;
import static dev.precis.pipeline.source.warc.Warcs.read;
import static dev.precis.pipeline.source.warc.Warcs.record;
import static dev.precis.pipeline.source.warc.Warcs.response;
import static dev.precis.pipeline.source.warc.Warcs.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.source.warc.Warcs.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web archives as all kinds of tools write them, and as they come when something went wrong. */
class WebArchiveTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";
    private static final String ONE = "2015-01-01T00:00:00Z";
    private static final String TWO = "2016-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void whatIsTransferredOrPackedInAnyWayIsUnpacked() throws IOException {
        byte[] page = bytes("<p>Empathy, at some length, at some length, at some length");
        byte[] packed = gzip(page);
        byte[] chunked = join(
                bytes(Integer.toHexString(9) + "\r\n"),
                Arrays.copyOf(packed, 9),
                bytes("\r\n"),
                bytes(Integer.toHexString(packed.length - 9) + ";name=value\r\n"),
                Arrays.copyOfRange(packed, 9, packed.length),
                bytes("\r\n0\r\n\r\n"));
        Path file = write(
                folder,
                "a.warc",
                response("plain", ONE, HTML, page),
                response(
                        "gzip",
                        ONE,
                        HTML + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n",
                        packed),
                response("chunked", ONE, HTML + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked),
                response("zlib", ONE, HTML + "Content-Encoding: deflate\r\n", deflated(page, false)),
                response("raw", ONE, HTML + "Content-Encoding: deflate\r\n", deflated(page, true)),
                response("decoded", ONE, HTML + "Content-Encoding: gzip\r\n", page),
                response("untyped", ONE, "", page));
        Result result = read(file);
        assertThat(result.notices()).isEmpty();
        assertThat(result.pages()).hasSize(7).allSatisfy((address, captures) -> {
            Capture capture = captures.getFirst();
            assertThat(capture.content()).as(address).isEqualTo(page);
            assertThat(capture.captured()).contains(Instant.parse(ONE));
            assertThat(capture.exchange().all("Transfer-Encoding")).isEmpty();
        });
    }

    @Test
    void allCapturesOfAPageAreThereTheLatestFirstAndOfTheSameBytesInARowTheFirst() {
        Path file = write(
                folder,
                "a.warc.gz",
                gzip(response("p", "2017-01-01T00:00:00Z", HTML, bytes("new"))),
                gzip(response("p", ONE, HTML, bytes("old"))),
                gzip(response("p", TWO, HTML, bytes("old"))),
                gzip(response("p", "2018-01-01T00:00:00Z", HTML, bytes("old"))));
        Result result = read(file);
        assertThat(result.texts("p")).containsExactly("old", "new", "old");
        assertThat(result.pages().get(Warcs.HOME + "p"))
                .extracting(capture -> capture.captured().orElseThrow().toString())
                .containsExactly("2018-01-01T00:00:00Z", "2017-01-01T00:00:00Z", ONE);
    }

    @Test
    void aRevisitHasTheContentOfWhatItRefersTo() {
        byte[] original = response("a", ONE, HTML, bytes("page"));
        String id = new String(original, StandardCharsets.UTF_8).replaceAll("(?s).*WARC-Record-ID: (\\S+).*", "$1");
        String profile = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
        Path file = write(
                folder,
                "a.warc",
                // revisits may come before what they refer to
                revisit("byid", profile + "WARC-Refers-To: " + id + "\r\n"),
                original,
                revisit(
                        "bydate",
                        profile + "WARC-Refers-To-Target-URI: " + Warcs.HOME + "a\r\nWARC-Refers-To-Date: " + ONE
                                + "\r\n"),
                revisit("nowhere", profile + "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"),
                revisit("unmodified", "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n"));
        Result result = read(file);
        assertThat(result.texts("byid")).containsExactly("page");
        assertThat(result.texts("bydate")).containsExactly("page");
        assertThat(result.pages()).hasSize(3);
        assertThat(result.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("warc-revisit");
            assertThat(notice.where()).endsWith("nowhere");
            assertThat(notice.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void aRevisitOfWhatTheStoreHasIsThatSnapshot() {
        Path file = write(
                folder,
                "a.warc",
                revisit(
                        "p",
                        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
                                + "WARC-Payload-Digest: sha256:" + "0a".repeat(32) + "\r\n"));
        Result result = read(digest -> digest.equals("0a".repeat(32)) ? bytes("known") : Warcs.NONE, file);
        assertThat(result.texts("p")).containsExactly("known");
        assertThat(result.notices()).isEmpty();
    }

    private static byte[] revisit(String path, String fields) {
        return record(
                "revisit",
                "WARC-Target-URI: <" + Warcs.HOME + path + ">\r\nWARC-Date: " + TWO + "\r\nWARC-Truncated: length\r\n"
                        + "Content-Type: application/http;msgtype=response\r\n" + fields,
                bytes("HTTP/1.1 200 OK\r\n" + HTML + "\r\n"));
    }

    @Test
    void whatIsNoPageIsPassedOverAndCounted() {
        Path file = write(
                folder,
                "a.warc",
                record("warcinfo", "WARC-Date: " + ONE + "\r\n", bytes("software: Somebody's/1.0\r\n")),
                record(
                        "response",
                        "WARC-Target-URI: dns:blog.example\r\nWARC-Date: " + ONE + "\r\nContent-Type: text/dns\r\n",
                        bytes("x")),
                record(
                        "resource",
                        "WARC-Target-URI: metadata://gnu.org/wget.log\r\nWARC-Date: " + ONE
                                + "\r\nContent-Type: text/plain\r\n",
                        bytes("x")),
                record("unheard-of", "WARC-Date: " + ONE + "\r\n", bytes("x")),
                response("picture", ONE, "Content-Type: image/png\r\n", bytes("x")),
                response("p", ONE, HTML, bytes("page")),
                bytes(new String(response("gone", ONE, HTML, bytes("page")), StandardCharsets.UTF_8)
                        .replace("200 OK", "404 NO")),
                bytes(new String(response("other", ONE, HTML, bytes("page")), StandardCharsets.UTF_8)
                        .replace("blog.example", "spam.example")));
        Result result = read(file);
        assertThat(result.pages()).containsOnlyKeys(Warcs.HOME + "p");
        assertThat(result.notices())
                .extracting(Notice::message)
                .containsExactly(
                        "passed over: 1 pages of other sites, 1 answers other than 200, 3 records that are neither page"
                                + " nor feed");
    }

    @Test
    void whatIsNotWholeIsNamedAndTheRestIsRead() {
        Path file = write(
                folder,
                "a.warc",
                response("cut", ONE, HTML + "Content-Length: 1000\r\n", bytes("half")),
                response("unended", ONE, HTML + "Transfer-Encoding: chunked\r\n", bytes("ff\r\nhalf")),
                response("coded", ONE, HTML + "Content-Encoding: br\r\n", bytes("x")),
                response("huge", ONE, HTML, new byte[300_000]),
                record(
                        "response",
                        "WARC-Target-URI: " + Warcs.HOME + "truncated\r\nWARC-Date: " + ONE
                                + "\r\nWARC-Truncated: time\r\nContent-Type: application/http\r\n",
                        bytes("HTTP/1.1 200 OK\r\n" + HTML + "\r\nhalf")),
                record(
                        "response",
                        "WARC-Target-URI: " + Warcs.HOME + "flipped\r\nWARC-Date: " + ONE
                                + "\r\n"
                                + "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
                                + "Content-Type: application/http\r\n",
                        bytes("HTTP/1.1 200 OK\r\n" + HTML + "\r\npage")),
                record(
                        "response",
                        "WARC-Target-URI: " + Warcs.HOME
                                + "undated\r\nWARC-Date: yesterday\r\nContent-Type: application/http\r\n",
                        bytes("HTTP/1.1 200 OK\r\n" + HTML + "\r\npage")),
                response("headless", ONE, "X: " + "y".repeat(70_000) + "\r\n", bytes("page")),
                response("p", ONE, HTML, bytes("page")));
        Result result = read(file);
        assertThat(result.pages()).containsOnlyKeys(Warcs.HOME + "p");
        assertThat(result.damages()).hasSize(8);
        assertThat(String.join("\n", result.damages()))
                .contains("at byte 0 (response of http://blog.example/cut) is cut off: it has 4 of the 1000 bytes")
                .contains("/unended) is damaged: EOF reached before end of chunked")
                .contains("/coded) is encoded as br, expected gzip, deflate or nothing")
                .contains("/huge) has more than 200000 bytes (profile, crawl.max-bytes)")
                .contains("/truncated) was cut off by whoever captured it (time)")
                .contains("/flipped) is not what its digest says (WARC-Block-Digest)")
                .contains("/undated) is damaged: Text 'yesterday' could not be parsed")
                .contains("has no HTTP headers that end within 65536 bytes; read on from byte");
    }

    @Test
    void whatPacksALotIntoLittleIsRefusedWithoutBeingUnpacked() {
        byte[] bomb = gzip(new byte[64 << 20]);
        Path file = write(
                folder,
                "a.warc.gz",
                gzip(response("bomb", ONE, HTML + "Content-Encoding: gzip\r\n", bomb)),
                gzip(response("p", ONE, HTML, bytes("page"))));
        Result result = read(file);
        assertThat(result.pages()).containsOnlyKeys(Warcs.HOME + "p");
        assertThat(result.damages()).singleElement().asString().contains("/bomb) has more than 200000 bytes");
    }

    @Test
    void aPageThatIsNotWhatItsPayloadDigestSaysIsReadAndToldOf() {
        Path file = write(
                folder,
                "a.warc",
                record(
                        "response",
                        "WARC-Target-URI: " + Warcs.HOME + "p\r\nWARC-Date: " + ONE
                                + "\r\n"
                                + "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
                                + "Content-Type: application/http\r\n",
                        bytes("HTTP/1.1 200 OK\r\n" + HTML + "\r\npage")));
        Result result = read(file);
        assertThat(result.texts("p")).containsExactly("page");
        assertThat(result.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void whatIsNoWebArchiveSaysSo() {
        byte[] random = new byte[5000];
        new Random(1).nextBytes(random);
        assertThat(read(write(folder, "empty.warc.gz")).damages())
                .containsExactly("the file is empty, a web archive was expected");
        assertThat(read(write(folder, "page.warc.gz", bytes("<html>A page"))).damages())
                .singleElement()
                .asString()
                .contains("begins with \"<html>A page\", expected WARC/1.0 or WARC/1.1; no record was found");
        assertThat(read(write(folder, "packed.warc.gz", gzip(bytes("<html>A page"))))
                        .damages())
                .singleElement()
                .asString()
                .contains("begins with \"<html>A page\"");
        assertThat(read(write(folder, "random.warc.gz", random)).damages()).hasSize(1);
        assertThat(read(write(folder, "z.warc.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}))
                        .damages())
                .singleElement()
                .asString()
                .contains("is packed by Zstandard", "zstd -d");
        assertThat(read(write(
                                folder,
                                "whole.warc.gz",
                                gzip(join(response("a", ONE, HTML, bytes("a")), response("b", ONE, HTML, bytes("b"))))))
                        .damages())
                .singleElement()
                .asString()
                .contains("is not packed by itself but together with others: unpack the file (gunzip)");
    }

    private static byte[] deflated(byte[] page, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflater.write(page);
        }
        return out.toByteArray();
    }
}
