package dev.precis.pipeline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, so that it can be stopped, run out of room, or be denied what root may do. */
final class Child {
    /** Takes away what lets root read and write what it may not: setpriv(1). */
    private static final List<String> UNPRIVILEGED = List.of(
            "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search");

    private final List<String> before;
    private final Path folder;
    private final String heap;

    private Child(List<String> before, Path folder, String heap) {
        this.before = before;
        this.folder = folder;
        this.heap = heap;
    }

    /** One that has no more memory for objects than that. */
    Child withHeap(String size) {
        return new Child(before, folder, size);
    }

    /** @param folder where what it says is kept */
    static Child in(Path folder) {
        return new Child(List.of(), folder, "512m");
    }

    /** One for whom the permissions of files hold, whoever runs the tests. */
    static Child unprivileged(Path folder) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Child(root ? UNPRIVILEGED : List.of(), folder, "512m");
    }

    /** One that runs after a line of a shell, in file systems of its own: unshare(1). */
    static Child after(String line, Path folder) {
        return new Child(List.of("unshare", "-m", "sh", "-c", line + " && exec \"$0\" \"$@\""), folder, "512m");
    }

    /** Whether processes of this kind can be had here. */
    boolean isPossible() {
        try {
            List<String> command = new ArrayList<>(before);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError", // as the launcher says
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out().toFile())
                .redirectError(errors().toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Waits for its end. */
    Cli.Outcome run(Object... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    /** What it said until it ended. */
    Cli.Outcome ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("it does not end: " + err());
        }
        return new Cli.Outcome(process.exitValue(), Files.readString(out()), err());
    }

    Path out() {
        return folder.resolve("child.out");
    }

    /** What it has complained of so far. */
    String err() throws IOException {
        return Files.readString(errors());
    }

    private Path errors() {
        return folder.resolve("child.err");
    }
}
