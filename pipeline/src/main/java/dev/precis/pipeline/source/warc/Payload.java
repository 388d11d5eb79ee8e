package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Sha256;
import dev.precis.pipeline.domain.page.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.netpreserve.jwarc.WarcDigest;

/**
 * What an HTTP message delivered, decoded.
 *
 * @param isAsSaid whether it is what the record's digest of it says, or there is none
 */
record Payload(byte[] content, boolean isAsSaid) {
    private static final int GZIP = 0x1f8b;

    /**
     * Reads and decodes.
     *
     * @param head of the message; empty where it came without
     * @param body without transfer coding
     * @param most bytes, decoded
     * @param said the digest that the record tells
     */
    static Payload of(List<String> head, InputStream body, int most, Optional<WarcDigest> said) throws IOException {
        byte[] raw = bounded(body, most);
        Exchange exchange = new Exchange(List.of(), head);
        boolean chunked = exchange.all("Transfer-Encoding").stream().anyMatch(value -> value.contains("chunked"));
        Optional<Long> length = exchange.all("Content-Length").stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
        if (!chunked && length.isPresent() && raw.length < length.get()) {
            throw new FlawException("is cut off: it has " + raw.length + " of the " + length.get()
                    + " bytes that its Content-Length says");
        }
        byte[] content = decoded(exchange.all("Content-Encoding"), raw, most);
        return new Payload(content, said.isEmpty() || is(said.get(), raw) || is(said.get(), content));
    }

    private static byte[] decoded(List<String> codings, byte[] raw, int most) throws IOException {
        String coding = String.join(",", codings).toLowerCase(Locale.ROOT).strip();
        return switch (coding) {
            case "", "identity", "none" -> raw;
            // some tools keep the header of what they have decoded
            case "gzip", "x-gzip" ->
                isPacked(raw) ? bounded(new GZIPInputStream(new ByteArrayInputStream(raw)), most) : raw;
            case "deflate" -> bounded(new InflaterInputStream(new ByteArrayInputStream(raw), inflater(raw)), most);
            default -> throw new FlawException("is encoded as " + coding + ", expected gzip, deflate or nothing");
        };
    }

    private static boolean isPacked(byte[] raw) {
        return raw.length > 1 && ((raw[0] & 0xff) << 8 | raw[1] & 0xff) == GZIP;
    }

    /** RFC 9110 section 8.4.1.2: with the format of zlib around it, which some servers leave out. */
    private static Inflater inflater(byte[] raw) {
        boolean zlib = raw.length > 1 && (raw[0] & 0xf) == 8 && ((raw[0] & 0xff) << 8 | raw[1] & 0xff) % 31 == 0;
        return new Inflater(!zlib);
    }

    private static byte[] bounded(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new FlawException("has more than " + most + " bytes (profile, crawl.max-bytes); it is not read");
        }
        return bytes;
    }

    private static boolean is(WarcDigest said, byte[] bytes) {
        try {
            return new WarcDigest(said.algorithm(), said.getDigester().digest(bytes))
                    .base32()
                    .equals(said.base32());
        } catch (NoSuchAlgorithmException e) {
            return true; // nobody here can tell
        }
    }

    /** SHA-256 of the content, hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(Sha256.begin().digest(content));
    }
}
