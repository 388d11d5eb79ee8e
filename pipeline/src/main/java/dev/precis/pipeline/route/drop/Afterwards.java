package dev.precis.pipeline.route.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of files after they were taken. A writer that only paused goes on with its file where it was moved to,
 * since it has it open; such a file is brought back, so that it is read again when it has come to rest.
 */
final class Afterwards {
    /** Nobody writes as many files at once, and pauses in each. */
    private static final int MOST = 1_000;

    private final Path folder;
    private final String report;
    private final Map<String, Taken> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > MOST;
        }
    };

    /** How a file looks from outside. */
    record Look(long size, FileTime modified) {
        static final Look NONE = new Look(-1, FileTime.fromMillis(0));
    }

    private record Taken(String place, Look read) {}

    /**
     * Of one watched folder.
     *
     * @param report what the name of a report ends in that lies beside a file
     */
    Afterwards(Path folder, String report) {
        this.folder = folder;
        this.report = report;
    }

    static Look look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(now.size(), now.lastModifiedTime());
        } catch (NoSuchFileException gone) {
            return Look.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /**
     * That a file was read, and is moved now.
     *
     * @param place the folder in the watched one that it is moved to
     * @param read how it looked before
     */
    synchronized void remember(String name, String place, Look read) {
        taken.put(name, new Taken(place, read));
    }

    /** Brings back what has changed since it was read; what was said of the half of it is taken back. */
    synchronized void bringBack() {
        for (Map.Entry<String, Taken> one : List.copyOf(taken.entrySet())) {
            Path place = folder.resolve(one.getValue().place()).resolve(one.getKey());
            Path back = folder.resolve(one.getKey());
            Look now = look(place);
            if (!now.equals(one.getValue().read()) && !now.equals(Look.NONE) && !Files.exists(back)) {
                taken.remove(one.getKey());
                try {
                    Files.move(place, back);
                    Files.deleteIfExists(place.resolveSibling(one.getKey() + report));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot bring back " + place, e);
                }
            }
        }
    }
}
