package dev.precis.pipeline.app.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** How many requests a registry may get on one day, of all runs together: {@code <store>/registry/requests.json}. */
final class Allowance {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String key;
    private final int most;
    private final Map<String, Integer> sent = new TreeMap<>();

    /** @param most on a day of Greenwich */
    Allowance(Path store, URI registry, int most) {
        this.file = store.resolve("registry").resolve("requests.json");
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        this.key = day + " " + registry.getHost();
        this.most = most;
        try {
            JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Integer>>() {})
                    .forEach((when, requests) -> {
                        if (when.startsWith(day)) {
                            sent.put(when, requests);
                        }
                    });
        } catch (IOException | RuntimeException none) {
            sent.clear(); // nobody has asked yet, or nobody can tell
        }
    }

    boolean isSpent() {
        return sent.getOrDefault(key, 0) >= most;
    }

    /** Counts requests, durably: a run that dies has sent them. */
    void count(int requests) {
        if (requests > 0) {
            sent.merge(key, requests, Integer::sum);
            try {
                DurableFiles.write(file, JSON.writeValueAsBytes(sent));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
