package dev.precis.sparql.write.bibliography;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes short lists into memory by what writes long ones into files. */
final class InMemory {
    private InMemory() {}

    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing in memory", impossible);
        }
        return bytes.toByteArray();
    }
}
