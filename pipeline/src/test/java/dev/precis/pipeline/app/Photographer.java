package dev.precis.pipeline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes images of the folder that a process writes to: it is stopped, the folder copied, and the process goes on. What
 * an image shows is what a process leaves that is killed at that instant.
 */
final class Photographer implements AutoCloseable {
    private final long process;
    private final Random random;
    private final Process shell;
    private final Writer orders;
    private final BufferedReader answers;

    /** @param process the writer; not a folder of its own, but whoever runs this must be allowed to stop it */
    Photographer(Process process, Random random) throws IOException {
        this.process = process.pid();
        this.random = random;
        // a shell of its own, since it takes long to start one
        this.shell = new ProcessBuilder("sh")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.orders = shell.outputWriter(StandardCharsets.US_ASCII);
        this.answers = shell.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * Images at some of the instants at which something has changed, and at some others.
     *
     * @param most how many
     * @param going whether the writer still works
     */
    List<SortedMap<String, String>> images(Path folder, int most, BooleanSupplier going) throws IOException {
        List<SortedMap<String, String>> images = new ArrayList<>();
        String seen = look(folder);
        while (going.getAsBoolean()) {
            String now = look(folder);
            boolean due = now.equals(seen) ? random.nextInt(2_000) == 0 : random.nextInt(4) > 0;
            seen = now;
            if (due && images.size() < most) {
                SortedMap<String, String> image = image(folder);
                if (!images.contains(image)) {
                    images.add(image);
                }
            }
        }
        return images;
    }

    private SortedMap<String, String> image(Path folder) throws IOException {
        order("kill -STOP " + process);
        try {
            // the threads of a process stop one after the other
            SortedMap<String, String> image = files(folder);
            for (SortedMap<String, String> again = files(folder); !again.equals(image); again = files(folder)) {
                image = again;
            }
            return image;
        } finally {
            order("kill -CONT " + process);
        }
    }

    private void order(String line) throws IOException {
        orders.write(line + "; echo done\n");
        orders.flush();
        if (!"done".equals(answers.readLine())) {
            throw new IOException("the shell has ended at: " + line);
        }
    }

    private static SortedMap<String, String> files(Path folder) {
        while (true) {
            try {
                return Files.isDirectory(folder) ? Cli.files(folder) : new java.util.TreeMap<>();
            } catch (UncheckedIOException moving) {
                Thread.onSpinWait(); // a thread that has not stopped yet
            }
        }
    }

    /** What is there, by names and sizes. */
    static String look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            return tree.map(file -> file + " " + size(file)).collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException moving) {
            return "moving";
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder what an image shows. */
    static Path develop(SortedMap<String, String> image, Path folder) throws IOException {
        for (var file : image.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue(), StandardCharsets.ISO_8859_1);
        }
        return folder;
    }

    @Override
    public void close() {
        shell.destroy();
    }
}
