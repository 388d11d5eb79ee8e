package dev.precis.pipeline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program as it is packaged, serving a store as a process of its own with the flags that the launcher gives. */
final class PackagedProgram implements AutoCloseable {
    static final Path JAR = Path.of("target", "pipeline.jar");
    private static final Path LAUNCHER = Path.of("..", "precis");
    /** All but those that depend on where the launcher is, and the archive of classes, which belongs to them. */
    private static final Pattern FLAG = Pattern.compile("(?<= )-(?:XX:(?!\\+AutoCreate)|Djdk\\.)[^ $\"]+(?= )");

    private static final Pattern ADDRESS = Pattern.compile("(SPARQL|Admin): +http://localhost:(\\d+)/.*");
    /** What it says last before it waits. */
    private static final String READY = "Drop:";

    /** Milliseconds. */
    private static final long LOOK = 200;

    private final Path log;
    private final Process process;
    private final Map<String, Integer> ports;

    /** @param folder where the store is, and the log and temporary files go */
    PackagedProgram(Path folder, String... options) throws IOException {
        this(List.of("-jar", JAR.toString()), folder, options);
    }

    /** @param started what Java is to start, and what it is told besides */
    PackagedProgram(List<String> started, Path folder, String... options) throws IOException {
        log = folder.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAG.matcher(Files.readString(LAUNCHER))
                .results()
                .map(MatchResult::group)
                .toList());
        command.addAll(List.of("-Xmx512m", "-Dprecis.home=..", "-Djava.io.tmpdir=" + folder));
        command.addAll(started);
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(List.of("--store", folder.resolve("store").toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        // it would live on if the tests were killed
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ports = readPorts();
    }

    private Map<String, Integer> readPorts() throws IOException {
        Map<String, Integer> read = new HashMap<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.matches()) {
                read.put(address.group(1), Integer.valueOf(address.group(2)));
            } else if (line.startsWith(READY)) {
                return read;
            }
        }
        throw new IllegalStateException("the program ended before it served: " + complaints());
    }

    int port() {
        return ports.getOrDefault("SPARQL", 0);
    }

    /** 0 where it was not started with one. */
    int adminPort() {
        return ports.getOrDefault("Admin", 0);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it complained of. */
    String complaints() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it does nothing to speak of, unless it has worked for longer than so before that. */
    boolean isIdleAfter(Duration work) throws InterruptedException {
        Duration before = processorTime();
        boolean idle = isIdle();
        while (!idle && processorTime().minus(before).compareTo(work) < 0) {
            idle = isIdle();
        }
        return idle;
    }

    /** Whether it uses less than a tenth of a processor: who shares one with others hardly gets less. */
    private boolean isIdle() throws InterruptedException {
        Duration before = processorTime();
        if (process.waitFor(LOOK, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the program ended with " + process.exitValue());
        }
        return processorTime().minus(before).toMillis() < LOOK / 10;
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How long it takes from now on. */
    Stopwatch stopwatch() {
        return new Stopwatch(process.toHandle());
    }

    /** The most memory that it ever had, in MiB; nothing where the system does not tell: proc(5). */
    Stream<Long> peakMemory() throws IOException {
        return memory("VmHWM:");
    }

    /** The memory that it has, likewise. */
    Stream<Long> memory() throws IOException {
        return memory("VmRSS:");
    }

    private Stream<Long> memory(String row) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(row))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                : Stream.empty();
    }

    /** Bytes of the answers that it keeps in temporary files, whose names are gone: proc(5). */
    long keptAnswers() throws IOException {
        Path open = Path.of("/proc", String.valueOf(process.pid()), "fd");
        if (!Files.exists(open)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(open)) {
            return files.filter(PackagedProgram::isAnswer)
                    .mapToLong(PackagedProgram::size)
                    .sum();
        }
    }

    private static boolean isAnswer(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().contains("precis-answer");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static long size(Path link) {
        try {
            return Files.size(link);
        } catch (IOException e) {
            return 0; // closed meanwhile
        }
    }

    /** Ends it at once, as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not end within 30 seconds");
            }
            process.inputReader(StandardCharsets.UTF_8).close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("output of the program", e);
        }
    }
}
