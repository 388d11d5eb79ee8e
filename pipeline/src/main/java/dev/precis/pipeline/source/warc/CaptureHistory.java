package dev.precis.pipeline.source.warc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Exchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every capture that was ever read, a line of JSON each: which bytes stood at which address, when, and how they were
 * asked for. Lines are appended and never change; the bytes themselves are the snapshots'.
 */
public final class CaptureHistory {
    /** What it is called in a store. */
    private static final String FILE = "captures.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs of one process may write side by side; of several processes one has the store. */
    private static final Object WRITING = new Object();

    private final Path file;
    private final List<PastCapture> added = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private boolean looked;

    private CaptureHistory(Path file) {
        this.file = file;
    }

    public static CaptureHistory of(Path store) {
        return new CaptureHistory(store.resolve(FILE));
    }

    /**
     * Adds a capture, unless it is there.
     *
     * @param source id of the source that it is read for
     * @param seen whether these bytes were ever kept, so that it may be there
     */
    public void add(String source, Capture capture, boolean seen) {
        PastCapture past = PastCapture.of(source, capture);
        if (seen && !looked) {
            looked = true;
            read(line -> {}).forEach(row -> known.add(row.key()));
        }
        if (known.add(past.key())) {
            added.add(past);
        }
    }

    /** Appends what was added, durably. */
    public void write() {
        if (added.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        added.forEach(row -> lines.append(line(row)).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        synchronized (WRITING) {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.position(whole(channel));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.truncate(channel.position());
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
            }
        }
        added.clear();
    }

    /** Where the last whole line ends: a process may have died in the middle of one. */
    private static long whole(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            if (channel.read(one.clear(), end - 1) == 1 && one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /**
     * All that is in it, each capture once, in the order of time.
     *
     * @param damaged told of each line that says nothing, by its number and what is wrong with it; the last one may be
     *     half, since it is being written or the process that wrote it died
     */
    public List<PastCapture> read(Consumer<String> damaged) {
        Map<String, PastCapture> rows = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        // a flipped byte spoils its line and not, as with Files.newBufferedReader, all that come after it
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            Optional<String> wrong = Optional.empty();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                wrong.ifPresent(damaged);
                wrong = Optional.empty();
                try {
                    PastCapture row = row(JSON.readTree(line));
                    rows.putIfAbsent(row.key(), row);
                } catch (JsonProcessingException | RuntimeException e) {
                    wrong = Optional.of(file + ":" + number + ": is no capture: " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return rows.values().stream().sorted(PastCapture.ORDER).toList();
    }

    private static String line(PastCapture row) {
        ObjectNode json = JSON.createObjectNode()
                .put("source", row.source())
                .put("address", row.address().toString());
        row.captured().ifPresent(instant -> json.put("captured", instant.toString()));
        json.put("sha256", row.digest()).put("type", row.contentType());
        row.exchange().request().forEach(json.withArray("request")::add);
        row.exchange().response().forEach(json.withArray("response")::add);
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PastCapture row(JsonNode json) {
        return new PastCapture(
                json.required("source").asText(),
                URI.create(json.required("address").asText()),
                Optional.ofNullable(json.get("captured")).map(node -> Instant.parse(node.asText())),
                json.required("sha256").asText(),
                json.required("type").asText(),
                new Exchange(texts(json.path("request")), texts(json.path("response"))));
    }

    private static List<String> texts(JsonNode lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(line.asText()));
        return texts;
    }
}
