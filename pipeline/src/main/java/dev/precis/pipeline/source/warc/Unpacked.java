package dev.precis.pipeline.source.warc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What is in one packed record, its checksum looked at when it ends: jwarc's own reader looks at the length alone. It
 * must not swell without end.
 */
final class Unpacked extends FilterInputStream {
    /** From where on it must not be so many times longer than it was. */
    private static final long LONG = 1L << 30;

    private static final int RATIO = 200;

    private final GzipCompressorInputStream gzip;
    private long length;

    /** @param file that is read from where the record begins */
    Unpacked(InputStream file) throws IOException {
        this(new GzipCompressorInputStream(file, false));
    }

    private Unpacked(GzipCompressorInputStream gzip) {
        super(gzip);
        this.gzip = gzip;
    }

    /** How many bytes were unpacked so far. */
    long length() {
        return length;
    }

    /** How many bytes of the file these were. */
    long packedLength() {
        return gzip.getCompressedCount();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = super.read(bytes, offset, count);
        length += Math.max(read, 0);
        if (length > LONG && length / RATIO > gzip.getCompressedCount()) {
            throw new FlawException("unpacks to more than " + LONG + " bytes and to more than " + RATIO
                    + " times its size; it is not read");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
