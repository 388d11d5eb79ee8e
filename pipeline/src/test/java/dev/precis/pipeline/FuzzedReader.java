package dev.precis.pipeline;

import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.correct.InvalidCorrectionsException;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.InvalidProfileException;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.source.warc.WebArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What reads input of others, each as one that takes any bytes: it gives less and says why, or refuses, and never fails
 * otherwise. {@code FuzzedReaderTest} spoils seeds a little; {@code bench/run fuzz} lets Jazzer search for longer,
 * which needs nothing of these classes but {@link #fuzzerInitialize} and {@link #fuzzerTestOneInput}.
 */
public enum FuzzedReader {
    PAGE("html") {
        @Override
        void read(byte[] bytes) {
            posts("post.html", "text/html", bytes);
        }
    },
    MARKDOWN("md") {
        @Override
        void read(byte[] bytes) {
            posts("post.md", "text/markdown", bytes);
        }
    },
    JSON("json") {
        @Override
        void read(byte[] bytes) {
            posts("post.json", "application/json", bytes);
        }
    },
    FEED("xml") {
        @Override
        void read(byte[] bytes) {
            posts("feed.xml", "application/rss+xml", bytes);
        }
    },
    PROFILE("yaml") {
        @Override
        void read(byte[] bytes) throws IOException {
            Files.write(FOLDER.resolve("profile.yaml"), bytes);
            try {
                new SourceProfiles("test").read(FOLDER);
            } catch (InvalidProfileException refused) {
                told(refused);
            }
        }
    },
    CORRECTIONS("yaml") {
        @Override
        void read(byte[] bytes) throws IOException {
            Files.createDirectories(FOLDER.resolve(Corrections.FOLDER));
            Files.write(FOLDER.resolve(Corrections.FOLDER).resolve("2026.yaml"), bytes);
            try {
                Corrections.read(FOLDER, KnownLabels.ALL);
            } catch (InvalidCorrectionsException refused) {
                told(refused);
            }
        }
    },
    WARC("warc") {
        @Override
        List<byte[]> seeds() throws IOException {
            List<byte[]> plain = new ArrayList<>();
            for (byte[] packed : PACKED_WARC.seeds()) {
                plain.add(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
            }
            return plain;
        }

        @Override
        void read(byte[] bytes) throws IOException {
            archive("a.warc", bytes);
        }
    },
    PACKED_WARC("warc.gz") {
        @Override
        void read(byte[] bytes) throws IOException {
            archive("a.warc.gz", bytes);
        }
    };

    private static final Path FOLDER = folder();
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final Iris IRIS = new Iris(STAGES.profile());
    private static FuzzedReader chosen = PAGE;

    private final String suffix;

    FuzzedReader(String suffix) {
        this.suffix = suffix;
    }

    /** Reads them as whoever gave them would have it. */
    abstract void read(byte[] bytes) throws IOException;

    /** Where there are examples for it. */
    List<byte[]> seeds() throws IOException {
        Path own = Path.of("src/test/resources/dev/precis/pipeline/fuzz", name().toLowerCase(Locale.ROOT));
        try (Stream<Path> samples = Files.find(
                this == PAGE ? Sources.FOLDER : own,
                4,
                (file, of) -> file.toString().endsWith("." + suffix))) {
            return samples.filter(file -> !file.toString().contains("/archive/"))
                    .sorted()
                    .map(FuzzedReader::bytes)
                    .toList();
        }
    }

    private static void posts(String name, String type, byte[] bytes) {
        Page page =
                STAGES.reader().read(new Capture(STAGES.profile().home().resolve(name), Instant.EPOCH, type, bytes));
        page.drafts().stream()
                .map(STAGES.understanding()::understand)
                .forEach(summary -> STAGES.mapper().map(summary, IRIS.summary(summary.draft())));
    }

    private static void archive(String name, byte[] bytes) throws IOException {
        Path file = Files.write(FOLDER.resolve(name), bytes);
        URI home = URI.create("http://blog.example/");
        WebArchive archive = new WebArchive(
                List.of(file), STAGES.profile(), home, address -> true, digest -> new byte[0], notice -> {});
        archive.held().forEach(archive::fetch);
    }

    /** A refusal names what it is about. */
    private static void told(RuntimeException refusal) {
        if (refusal.getMessage() == null || !refusal.getMessage().contains(".yaml:")) {
            throw new IllegalStateException("no place is told", refusal);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> dev.precis.sparql.archive.DurableFiles.deleteTree(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For Jazzer: whose turn it is, and where its seeds are to lie. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        chosen = valueOf(arguments[0]);
        int number = 0;
        for (byte[] seed : chosen.seeds()) {
            Files.write(Path.of(arguments[1]).resolve("seed-" + number++), seed);
        }
    }

    /** For Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        chosen.read(bytes);
    }
}
