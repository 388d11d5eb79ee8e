import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What of a process is in memory, in MiB: its own, and pages of files that it maps, which the system takes back when it
 * needs them (proc(5), smaps_rollup).
 */
record Memory(double resident, double own) {
    private static final double TICKS = 100;

    static Memory of(Path process) throws IOException {
        List<String> lines = Files.readAllLines(process.resolve("smaps_rollup"));
        return new Memory(mebibytes(lines, "Rss:"), mebibytes(lines, "Anonymous:"));
    }

    private static double mebibytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Seconds of user and system. */
    static double processorTime(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "resident %.0f MiB: %.0f its own, %.0f pages of files",
                resident, own, resident - own);
    }
}
