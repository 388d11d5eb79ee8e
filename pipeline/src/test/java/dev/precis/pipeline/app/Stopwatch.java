package dev.precis.pipeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures how long a program takes, less the time in which others had the machine. Nothing is taken off where nobody
 * else does anything; what takes long because the machine is busy does not count as long. Where the system does not
 * tell what others do it is the time that has passed: proc(5).
 */
final class Stopwatch {
    private static final Path FIGURES = Path.of("/proc/stat");
    private static final long NANOS_PER_TICK = 10_000_000;
    /** In a line of it: user, nice, system, interrupts twice, and what another guest of the host had. */
    private static final int[] AT_WORK = {1, 2, 3, 6, 7, 8};

    private final ProcessHandle program;
    private final long start = System.nanoTime();
    private final long others;

    Stopwatch(ProcessHandle program) {
        this.program = program;
        this.others = others();
    }

    Duration time() {
        long passed = System.nanoTime() - start;
        return Duration.ofNanos(passed - Math.clamp(others() - others, 0, passed));
    }

    /** Processor time that others had since the machine was started, divided by the processors. */
    private long others() {
        List<String[]> processors = figures().stream()
                .filter(line -> line.startsWith("cpu"))
                .map(line -> line.split(" +"))
                .toList();
        if (processors.isEmpty()) {
            return 0;
        }
        long ticks = 0;
        for (int column : AT_WORK) {
            ticks += Long.parseLong(processors.getFirst()[column]);
        }
        long own = program.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        // the first line is that of all of them
        return (ticks * NANOS_PER_TICK - own) / (processors.size() - 1);
    }

    private static List<String> figures() {
        try {
            return Files.exists(FIGURES) ? Files.readAllLines(FIGURES) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(FIGURES.toString(), e);
        }
    }
}
