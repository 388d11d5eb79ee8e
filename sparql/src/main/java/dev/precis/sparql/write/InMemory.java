package dev.precis.sparql.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes short documents into memory by what writes long ones into files. */
public final class InMemory {
    private InMemory() {}

    /** Something that writes a document. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    public static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing in memory", impossible);
        }
        return bytes.toByteArray();
    }
}
