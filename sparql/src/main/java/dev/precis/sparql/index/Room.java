package dev.precis.sparql.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for an index, looked at before something is begun. */
final class Room {
    // TDB2 maps sparse files, and a mapped page for which the disk has no room ends in an InternalError
    private static final long LEAST = 64L << 20;
    /** 150 quads of 395 bytes and, until they are packed, once more of 200; words. */
    private static final long PER_GRAPH = 96L << 10;

    private Room() {}

    /**
     * Creates the folder of an index, if need be, and sees to it that there is room for more graphs.
     *
     * @throws NoRoomException if there is not
     */
    static void check(Path folder, int graphs) {
        try {
            Files.createDirectories(folder);
            long space = Files.getFileStore(folder).getUsableSpace();
            long needed = LEAST + graphs * PER_GRAPH;
            if (space < needed) {
                throw new NoRoomException(folder
                        + ": %d MB are free, %d MB needed; the archive is complete, "
                                .formatted(space >> 20, needed >> 20)
                        + "the index will follow when there is room");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }
}
