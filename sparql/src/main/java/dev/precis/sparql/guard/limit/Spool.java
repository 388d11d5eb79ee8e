package dev.precis.sparql.guard.limit;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept until it is complete: in memory as long as it is small, then in a temporary file, up to the
 * limit. So its status is decided before anything of it is sent. To close it is to throw it away.
 */
public final class Spool extends OutputStream {
    private static final int IN_MEMORY = 512 << 10;

    private final long most;
    private final Ledger ledger;
    private final Budget.Share room;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream out = memory;
    private @Nullable FileChannel file;
    private long length;

    /** @param room for what does not stay in memory, on disk */
    public Spool(Ledger ledger, Budget room) {
        this.ledger = ledger;
        this.room = room.share();
        this.most = ledger.limits().bytes();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        ledger.check();
        if (length + count > most) {
            throw new Refusal(
                    Refusal.Reason.TOO_COSTLY,
                    "The answer to this query has more than " + most
                            + " bytes, which is the most that is sent at once: add a LIMIT, ask for less of each, or"
                            + " take it part by part.");
        }
        if (length + count > IN_MEMORY) {
            takeRoom(file == null ? length + count : count);
            if (file == null) {
                toFile();
            }
        }
        out.write(bytes, offset, count);
        length += count;
    }

    private void takeRoom(long bytes) {
        if (!room.take(bytes)) {
            ledger.stop(Ledger.Stop.ROOM);
            ledger.check();
        }
    }

    private void toFile() throws IOException {
        Path path = Files.createTempFile("precis-answer-", ".tmp");
        // where the system allows it the name is gone at once, so that nothing is left behind by a process that dies
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
        memory.writeTo(out);
        memory.reset();
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** Whether it is kept on disk. */
    public boolean isLarge() {
        return file != null;
    }

    /** Sends all of it. */
    public void writeTo(OutputStream target) throws IOException {
        FileChannel written = file;
        if (written == null) {
            memory.writeTo(target);
        } else {
            out.flush();
            written.position(0);
            Channels.newInputStream(written).transferTo(target);
        }
    }

    @Override
    public void close() throws IOException {
        room.close();
        if (file != null) {
            file.close();
        }
    }
}
