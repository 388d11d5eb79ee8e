package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a store, held by one process at a time. The operating system gives it back when a process dies,
 * so a lock file left behind is no obstacle.
 */
public final class StoreLock implements AutoCloseable {
    // far behind the text: where locks are mandatory, another process can still read whose it is
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final @Nullable FileChannel channel;

    private StoreLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UncheckedIOException if another process, which the message names, or this one has it already
     */
    static StoreLock take(Path store) {
        Path file = store.resolve("lock");
        try {
            Files.createDirectories(store);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel, false) == null) {
                channel.close();
                throw new FileSystemException(store.toString(), null, "in use by process " + holder(store));
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new StoreLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The number of the process that has the lock, or had it last; {@code unknown} if that is not told. */
    public static String holder(Path store) {
        try {
            String holder = Files.readString(store.resolve("lock")).strip();
            return holder.isEmpty() ? "unknown" : holder;
        } catch (IOException untold) {
            return "unknown";
        }
    }

    /** Whether a process has the lock. */
    static boolean isTaken(Path store) {
        Path file = store.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        // one to share: it can be asked for where nothing may be written
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return lock(channel, true) == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Whether this process may write to a store that is there, as far as the file system says. */
    public static boolean isAllowed(Path store) {
        Path file = store.resolve("lock");
        return Files.isWritable(store) && (!Files.exists(file) || Files.isWritable(file));
    }

    /** No lock: for a process that only reads. */
    static StoreLock none() {
        return new StoreLock(null);
    }

    /** Whether this process may write. */
    boolean isHeld() {
        return channel != null && channel.isOpen();
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
