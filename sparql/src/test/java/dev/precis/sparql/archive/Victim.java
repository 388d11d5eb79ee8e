package dev.precis.sparql.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that works on a store, tells the number of each batch on standard output, and is killed with no warning.
 */
public record Victim(Class<?> main, Path store) {
    Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                store.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets it do so many batches, waits that many milliseconds more, kills it; gives the last batch it told of. */
    public int runAndKill(int batches, int milliseconds) throws Exception {
        Process child = start();
        int last = 0;
        try (BufferedReader acknowledgements = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < batches; i++) {
                last = Integer.parseInt(acknowledgements.readLine());
            }
            child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            child.toHandle().destroyForcibly(); // unlike that of the process, it leaves the stream open
            child.waitFor();
            for (String line = acknowledgements.readLine(); line != null; line = acknowledgements.readLine()) {
                last = Integer.parseInt(line);
            }
        }
        return last;
    }
}
