package dev.precis.pipeline.picture;

import dev.precis.pipeline.domain.page.PictureKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What kind of picture something is and how large, as its first bytes tell, whatever it is called. Nothing is decoded.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureHead(PictureKind kind, long width, long height) {
    /** That of a picture; empty if it is of no kind that browsers show and that runs nothing. */
    public static Optional<PictureHead> of(byte[] content) {
        return new Bytes(ByteBuffer.wrap(content).asReadOnlyBuffer()).head();
    }

    private record Bytes(ByteBuffer bytes) {
        private static final int AVIF_HEAD = 4096;

        private Optional<PictureHead> head() {
            if (begins(0, "\u0089PNG\r\n\u001A\n") && begins(12, "IHDR") && has(24)) {
                return of(PictureKind.PNG, unsigned(bytes.getInt(16)), unsigned(bytes.getInt(20)));
            }
            if ((begins(0, "GIF87a") || begins(0, "GIF89a")) && has(10)) {
                return of(PictureKind.GIF, little(6, 2), little(8, 2));
            }
            if (begins(0, "\u00FF\u00D8\u00FF")) {
                return jpeg();
            }
            if (begins(0, "RIFF") && begins(8, "WEBP") && has(30)) {
                return webp();
            }
            return begins(4, "ftypavif") || begins(4, "ftypavis") ? avif() : Optional.empty();
        }

        /** ITU-T T.81, annex B: segments, of which a frame header (SOF) has the size. */
        private Optional<PictureHead> jpeg() {
            int at = 2;
            while (has(at + 9)) {
                int marker = bytes.get(at + 1) & 0xFF;
                if ((bytes.get(at) & 0xFF) != 0xFF) {
                    return Optional.empty();
                }
                boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
                if (frame) {
                    return of(PictureKind.JPEG, big(at + 7), big(at + 5));
                }
                boolean fill = marker == 0xFF;
                at += fill ? 1 : 2 + Math.max(2, big(at + 2));
            }
            return Optional.empty();
        }

        /** RFC 9649, section 2. */
        private Optional<PictureHead> webp() {
            if (begins(12, "VP8X")) {
                return of(PictureKind.WEBP, 1 + little(24, 3), 1 + little(27, 3));
            }
            if (begins(12, "VP8L") && bytes.get(20) == 0x2F) {
                long sides = little(21, 4);
                return of(PictureKind.WEBP, 1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF));
            }
            return begins(12, "VP8 ") && begins(23, "\u009D\u0001*")
                    ? of(PictureKind.WEBP, little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF)
                    : Optional.empty();
        }

        /** ISO/IEC 23008-12, 6.5.3: the property ispe has the size. */
        private Optional<PictureHead> avif() {
            for (int at = 12; at < AVIF_HEAD && has(at + 16); at++) {
                if (begins(at, "ispe")) {
                    return of(PictureKind.AVIF, unsigned(bytes.getInt(at + 8)), unsigned(bytes.getInt(at + 12)));
                }
            }
            return Optional.empty();
        }

        private static Optional<PictureHead> of(PictureKind kind, long width, long height) {
            return Optional.of(new PictureHead(kind, width, height));
        }

        private boolean has(int length) {
            return bytes.limit() >= length;
        }

        private boolean begins(int at, String characters) {
            byte[] wanted = characters.getBytes(StandardCharsets.ISO_8859_1);
            if (!has(at + wanted.length)) {
                return false;
            }
            byte[] found = new byte[wanted.length];
            bytes.get(at, found);
            return ByteBuffer.wrap(found).equals(ByteBuffer.wrap(wanted));
        }

        private int big(int at) {
            return Short.toUnsignedInt(bytes.getShort(at));
        }

        private long little(int at, int length) {
            byte[] number = new byte[Long.BYTES];
            bytes.get(at, number, 0, length);
            return ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getLong();
        }

        private static long unsigned(int number) {
            return Integer.toUnsignedLong(number);
        }
    }
}
