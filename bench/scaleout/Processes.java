import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Processes of Java, which end with this one; what they say is kept in a folder, a file a name. */
final class Processes {
    private final Path folder;
    private final List<Running> all = new ArrayList<>();

    /** A process and the time it took of the processor, looked at again and again, since one that is gone tells nothing. */
    static final class Running {
        private final Process process;
        private volatile Duration cpu = Duration.ZERO;

        private Running(Process process) {
            this.process = process;
            Thread.ofPlatform().daemon().start(() -> {
                while (process.isAlive()) {
                    process.info().totalCpuDuration().ifPresent(time -> cpu = time);
                    pause(50);
                }
            });
        }

        boolean isAlive() {
            return process.isAlive();
        }

        double cpuSeconds() {
            return cpu.toMillis() / 1000.0;
        }

        int exitCode() throws InterruptedException {
            return process.waitFor();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void stop() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    Processes(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(one -> one.process.destroyForcibly())));
    }

    Running java(String name, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
        Running running = new Running(builder.start());
        all.add(running);
        return running;
    }

    void ended(Running running, Integer... codes) throws InterruptedException {
        int code = running.exitCode();
        if (!List.of(codes).contains(code)) {
            throw new IllegalStateException(running.process.info() + " ended with " + code + ": see " + folder);
        }
    }

    /** Until something listens there. */
    static void await(int port) {
        for (int i = 0; i < 600; i++) {
            try (Socket socket = new Socket("localhost", port)) {
                return;
            } catch (IOException notYet) {
                pause(200);
            }
        }
        throw new IllegalStateException("nothing listens at " + port);
    }

    /** Until a server says all that of itself. */
    static String await(int port, String... states) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")).build();
        String told = "";
        for (int i = 0; i < 6000; i++) {
            try {
                told = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException notYet) {
                told = "";
            }
            if (Arrays.stream(states).allMatch(told::contains)) {
                return told.strip().replace("\n", "; ");
            }
            pause(200);
        }
        throw new IllegalStateException("not within 20 minutes: " + Arrays.toString(states) + ", but " + told);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
