package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@link DigestedLines}, and the one beside it in which is announced what it will be: another file in its
 * place, or a block to be appended at a position that the block itself says, so that it can be done again.
 */
final class StateFile {
    /** In the header of a block: where in the file it begins. */
    static final String AT = "at";

    /** More than this, and more than half of the first block, is not appended: the file is written anew. */
    private static final long MOST_APPENDED = 1 << 16;

    private static final int ATTEMPTS = 20;

    private final Path file;
    private final Path next;
    private final int newest;

    StateFile(Path file, Path next, int newest) {
        this.file = file;
        this.next = next;
        this.newest = newest;
    }

    /** Whether it is announced what it will be. */
    boolean isAnnounced() {
        return Files.isRegularFile(next);
    }

    /**
     * What holds.
     *
     * @param announced whether what is announced is to be carried out, so that some of it may be in the file already
     */
    List<DigestedLines> blocks(boolean announced) {
        return again(() -> {
            OptionalLong end = announced ? position(DigestedLines.read(next, newest)) : OptionalLong.empty();
            return DigestedLines.read(file, newest, end.orElse(Long.MAX_VALUE));
        });
    }

    /** What will hold once what is announced is carried out; what holds if nothing is. */
    List<DigestedLines> announced() {
        return again(() -> {
            List<DigestedLines> blocks = DigestedLines.read(next, newest);
            if (blocks.isEmpty()) {
                return DigestedLines.read(file, newest);
            }
            OptionalLong position = position(blocks);
            if (position.isEmpty()) {
                return blocks;
            }
            List<DigestedLines> all = new ArrayList<>(DigestedLines.read(file, newest, position.getAsLong()));
            all.addAll(blocks);
            return all;
        });
    }

    /** A process that only reads may come while another one writes: what is damaged then is so no longer. */
    private List<DigestedLines> again(Supplier<List<DigestedLines>> read) {
        for (int attempt = 1; ; attempt++) {
            List<Object> before = seen();
            try {
                return read.get();
            } catch (StoreRefusedException damaged) {
                if (attempt == ATTEMPTS || seen().equals(before)) {
                    throw damaged;
                }
            }
        }
    }

    private List<Object> seen() {
        return List.of(length(file), length(next));
    }

    private static long length(Path path) {
        return path.toFile().length();
    }

    /** Where what is announced is to be appended; nothing where it takes the place of the file, or there is none. */
    private static OptionalLong position(List<DigestedLines> announced) {
        return announced.stream()
                .limit(1)
                .map(block -> block.header().path(AT))
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::asLong)
                .findFirst();
    }

    /** Announces a file in place of this. */
    void announce(byte[] whole) {
        DurableFiles.write(next, whole);
    }

    /**
     * Announces what is to be appended, or a file in place of this where much was appended.
     *
     * @param block what is appended at a position
     */
    void announce(LongFunction<byte[]> block, Supplier<byte[]> whole) throws IOException {
        announce(isContinued() ? block.apply(length(file)) : whole.get());
    }

    private boolean isContinued() throws IOException {
        try {
            long first = DigestedLines.firstBlock(file);
            return first > 0 && length(file) - first <= Math.max(MOST_APPENDED, first / 2);
        } catch (FileNotFoundException none) {
            return false;
        }
    }

    /** Takes back what is announced. */
    void forget() throws IOException {
        Files.deleteIfExists(next);
    }

    /** Does what is announced, if anything is. The names in the folder are not forced to the disk. */
    void carryOut() throws IOException {
        if (!isAnnounced()) {
            return;
        }
        OptionalLong position = position(DigestedLines.read(next, newest));
        if (position.isEmpty()) {
            DurableFiles.move(next, file);
            return;
        }
        DurableFiles.continueAt(file, position.getAsLong(), DurableFiles.bytes(next));
        Files.delete(next);
    }

    /** Writes a file that says the same in one block, if there are more. */
    void tidy(Supplier<byte[]> whole) throws IOException {
        if (Files.exists(file) && DigestedLines.firstBlock(file) < length(file)) {
            DurableFiles.write(file, whole.get());
        }
    }

    /** The rows that an earlier state has not, or has otherwise, in their order: found in one walk through both. */
    static <R> List<R> added(SortedMap<String, R> before, SortedMap<String, R> now) {
        List<R> added = new ArrayList<>();
        Iterator<Map.Entry<String, R>> earlier = before.entrySet().iterator();
        Map.@Nullable Entry<String, R> old = next(earlier);
        for (Map.Entry<String, R> row : now.entrySet()) {
            while (old != null && old.getKey().compareTo(row.getKey()) < 0) {
                old = next(earlier);
            }
            boolean same = old != null
                    && old.getKey().equals(row.getKey())
                    && old.getValue().equals(row.getValue());
            if (!same) {
                added.add(row.getValue());
            }
        }
        return added;
    }

    private static <R> Map.@Nullable Entry<String, R> next(Iterator<Map.Entry<String, R>> rows) {
        return rows.hasNext() ? rows.next() : null;
    }
}
