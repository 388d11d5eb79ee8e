package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.page.Exchange;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/**
 * A record of a WARC file at hand: its fields, the head of the HTTP message in it, its content. jwarc reads the record;
 * what it leaves open is closed here: that heads are bounded, that what is packed has its checksum, and where the
 * record ends.
 */
final class OpenRecord {
    /** Bytes that the header of a record may have, and again the head of an HTTP message. */
    private static final int MOST = 1 << 16;
    /** What lies between two records. */
    private static final int MARGIN = 64;

    private static final String BEGINNING = "WARC/";
    /** Of a beginning that is none. */
    private static final int SHOWN = 20;

    private final FileChannel channel;
    private final long position;
    private final Optional<Unpacked> packed;
    private final InputStream in;
    private final WarcRecord record;
    private final int header;
    private final List<String> head;
    private boolean proven;

    OpenRecord(FileChannel channel, long position) throws IOException {
        this.channel = channel;
        this.position = position;
        InputStream file = new BufferedInputStream(Channels.newInputStream(channel.position(position)), MOST);
        file.mark(4);
        byte[] magic = file.readNBytes(4);
        file.reset();
        if (magic.length == 4 && ByteBuffer.wrap(magic).getInt() == 0x28B52FFD) {
            throw new FlawException("is packed by Zstandard, expected gzip or nothing: unpack the file (zstd -d)");
        }
        boolean gzip = magic.length > 1 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        this.packed = gzip ? Optional.of(new Unpacked(file)) : Optional.empty();
        this.in = new BufferedInputStream(gzip ? packed.get() : file, MOST);
        in.mark(2 * MOST);
        byte[] start = in.readNBytes(2 * MOST);
        in.reset();
        this.header = header(start);
        WarcReader reader = new WarcReader(in);
        reader.setLenient(true);
        reader.calculateBlockDigest();
        this.record = reader.next().orElseThrow(() -> new EOFException("there is nothing"));
        this.head = isHttp() ? head(start) : List.of();
    }

    /** Whether what is packed at a position begins as a record does. */
    static boolean isAt(FileChannel channel, long position) throws IOException {
        try {
            byte[] start = new Unpacked(new BufferedInputStream(Channels.newInputStream(channel.position(position))))
                    .readNBytes(BEGINNING.length());
            return new String(start, StandardCharsets.US_ASCII).equals(BEGINNING);
        } catch (IOException none) {
            return false;
        }
    }

    private static int header(byte[] start) throws IOException {
        String text = new String(start, 0, Math.min(start.length, MOST), StandardCharsets.ISO_8859_1);
        if (!text.startsWith(BEGINNING)) {
            String line = text.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
            throw new FlawException("begins with \"" + line.substring(0, Math.min(line.length(), SHOWN))
                    + "\", expected WARC/1.0 or WARC/1.1");
        }
        int end = end(text, 0);
        if (end < 0) {
            throw new FlawException(
                    text.length() < MOST
                            ? "is cut off within its header, expected an empty line at its end"
                            : "has a header of more than " + MOST + " bytes");
        }
        return end;
    }

    private List<String> head(byte[] start) throws IOException {
        if (record.body().size() < 0) {
            throw new FlawException("has a content of " + record.body().size() + " bytes");
        }
        String text = new String(start, header, start.length - header, StandardCharsets.ISO_8859_1);
        text = text.substring(0, (int) Math.min(text.length(), record.body().size()));
        int end = end(text, 0);
        if (end > MOST || end < 0 && (text.length() >= MOST || type().equals("response"))) {
            throw new FlawException("has no HTTP headers that end within " + MOST + " bytes");
        }
        return text.substring(0, end < 0 ? text.length() : end)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    /** Behind the empty line that ends a header; -1 if there is none. */
    private static int end(String text, int from) {
        int strict = text.indexOf("\r\n\r\n", from);
        int lenient = text.indexOf("\n\n", from);
        if (strict < 0 && lenient < 0) {
            return -1;
        }
        return strict >= 0 && (lenient < 0 || strict < lenient) ? strict + 4 : lenient + 2;
    }

    /** Type and target, for people. */
    String what() {
        return field("WARC-Type").orElse("no type")
                + target().map(uri -> " of " + uri).orElse("");
    }

    String type() {
        return field("WARC-Type").orElse("");
    }

    Optional<String> field(String name) {
        return record.headers().first(name);
    }

    /** wget puts angle brackets around it, as the grammar of WARC 1.0 has it by mistake. */
    Optional<URI> target() {
        return field("WARC-Target-URI").flatMap(OpenRecord::uri);
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(
                    URI.create(text.strip().replaceFirst("^<(.*)>$", "$1").replace(" ", "%20")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The fields of a block that consists of them; none if it is none, or too long to be one. */
    MessageHeaders fields() throws IOException {
        if (!(record instanceof Warcinfo info) || info.body().size() > MOST) {
            return MessageHeaders.of();
        }
        MessageHeaders fields = info.fields();
        checkBlock();
        return fields;
    }

    private void checkBlock() throws IOException {
        Optional<WarcDigest> block = record.calculatedBlockDigest();
        if (block.isPresent()) {
            if (!block.get().base32().equals(record.blockDigest().orElseThrow().base32())) {
                throw new FlawException("is not what its digest says (WARC-Block-Digest)");
            }
            proven = true;
        }
    }

    Instant date() {
        return record.date();
    }

    /** Whether the block is an HTTP message. */
    boolean isHttp() {
        return field("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/http"))
                .isPresent();
    }

    /** The head of the HTTP message, a line each; none where the block is no such message. */
    List<String> head() {
        return head;
    }

    /** The status of the HTTP response; 0 if it tells none. */
    int status() {
        String[] words = head.isEmpty() ? new String[0] : head.getFirst().split(" ", 3);
        return words.length > 1 && words[1].matches("[1-5]\\d\\d") ? Integer.parseInt(words[1]) : 0;
    }

    /** What type the payload is declared to have; empty if none. */
    String contentType() {
        return isHttp()
                ? new Exchange(List.of(), head)
                        .all("Content-Type").stream().findFirst().orElse("")
                : field("Content-Type").orElse("");
    }

    /**
     * What was delivered, without transfer and content coding.
     *
     * @param most bytes of it
     * @throws FlawException if it has more, is cut off, or is not what its digest says
     */
    Payload payload(int most) throws IOException {
        Optional<String> cut = field("WARC-Truncated");
        if (cut.isPresent()) {
            throw new FlawException(
                    "was cut off by whoever captured it (" + cut.get() + "), a whole page was expected");
        }
        if (field("WARC-Segment-Number").isPresent()) {
            throw new FlawException("is one of several segments, a whole record was expected");
        }
        InputStream body = record instanceof WarcResponse response && isHttp()
                ? response.http().body().stream()
                : record.body().stream();
        Payload payload =
                Payload.of(head, body, most, field("WARC-Payload-Digest").map(WarcDigest::new));
        checkBlock();
        return payload;
    }

    /**
     * Goes to the end; gives where the next record begins.
     *
     * @throws FlawException if there is another end than the length of the record says, as far as that can be told
     */
    long end() throws IOException {
        long length = header + record.body().size();
        if (packed.isPresent()) {
            in.skip(Long.MAX_VALUE);
            while (in.read() >= 0) {
                in.skip(Long.MAX_VALUE);
            }
            long all = packed.get().length();
            if (all < length) {
                throw new FlawException("is cut off: expected " + (length - all) + " more bytes");
            }
            if (all > length + MARGIN) {
                throw new FlawException("is not packed by itself but together with others: unpack the file (gunzip)");
            }
            return position + packed.get().packedLength();
        }
        long end = position + length;
        if (end > channel.size()) {
            throw new FlawException("is cut off: expected " + (end - channel.size()) + " more bytes");
        }
        byte[] between = new byte[MARGIN];
        int read = Math.max(channel.read(ByteBuffer.wrap(between), end), 0);
        int blank = 0;
        while (blank < read && (between[blank] == '\r' || between[blank] == '\n')) {
            blank++;
        }
        boolean next = new String(between, blank, read - blank, StandardCharsets.US_ASCII).startsWith(BEGINNING);
        if (!proven && !next && blank < read) {
            throw new FlawException("does not end where its length says, expected the next record at byte " + end);
        }
        return end + blank;
    }
}
