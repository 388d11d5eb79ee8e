package dev.precis.sparql.release;

import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.release.ReleasedFile.Column;
import dev.precis.sparql.write.Form;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Packs files while they are written. Java's packer says neither time nor name, so that same content is same bytes. */
final class Packer {
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    Packer(Path folder) {
        this.folder = folder;
    }

    /** What is to be packed: a file by the name that it has without. */
    record Plan(String name, String title, Form form, boolean linkedData, List<Column> columns) {
        Plan(String name, String title, Form form, boolean linkedData) {
            this(name, title, form, linkedData, List.of());
        }

        Plan withColumns(List<Column> all) {
            return new Plan(name, title, form, linkedData, all);
        }
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    ReleasedFile pack(Plan plan, Content content) throws IOException {
        String name = plan.name() + ReleasedFile.PACKED;
        MessageDigest digest = Sha256.begin();
        Path file = folder.resolve(name);
        try (FileOutputStream disk = new FileOutputStream(file.toFile());
                OutputStream digested = new DigestOutputStream(disk, digest);
                GZIPOutputStream packed = new GZIPOutputStream(new BufferedOutputStream(digested, BUFFER), BUFFER)) {
            content.write(packed);
            packed.finish();
            packed.flush();
            disk.getFD().sync();
        }
        return new ReleasedFile(
                name,
                plan.title(),
                plan.form().mediaType(),
                plan.linkedData(),
                plan.columns(),
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()));
    }
}
