package dev.precis.pipeline.app.desk;

import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What lets an editor in: the text of a file in the store that its owner alone may read. It never leaves the machine
 * again: a browser that has shown it is known by another secret, which follows from it, and forms carry a third one.
 */
public final class DeskKey {
    public static final String FILE = "desk.key";
    private static final int BYTES = 24;

    private final String key;

    private DeskKey(String key) {
        this.key = key;
    }

    /** The key of a store; made if there is none. */
    public static DeskKey of(Path store) {
        Path file = store.resolve(FILE);
        try {
            return new DeskKey(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return new DeskKey(create(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        Path beside = file.resolveSibling(FILE + ".new");
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, ownerOnly); // nobody may read it, not even for a moment
            DurableFiles.write(beside, (key + "\n").getBytes(StandardCharsets.UTF_8), true);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return key;
    }

    /** Whether somebody has it. */
    boolean isKnown(String given) {
        return same(key, given.strip());
    }

    /** What a browser is known by. */
    String cookie() {
        return derived("cookie");
    }

    /** What forms carry. */
    String token() {
        return derived("form");
    }

    /** Compares in the same time, whatever the difference. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
