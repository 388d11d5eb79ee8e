package dev.precis.pipeline.app.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * How far something elsewhere followed an archive, kept durably in a file beside the archive.
 *
 * @param holder what this archive is known by there
 */
record RemotePosition(String holder, ArchiveVersion version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where that of an address is. */
    static Path file(Path store, String address) {
        return store.resolve("followers").resolve(Sha256.of(address).substring(0, 16) + ".json");
    }

    /** What a file says; where there is none, or it is damaged, nothing was followed. */
    static RemotePosition read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return new RemotePosition(
                    json.required("holder").asText(),
                    new ArchiveVersion(
                            json.required("version").asLong(),
                            Instant.parse(json.required("instant").asText())));
        } catch (IOException | RuntimeException none) {
            return new RemotePosition(UUID.randomUUID().toString(), ArchiveVersion.NONE);
        }
    }

    RemotePosition at(ArchiveVersion reached) {
        return new RemotePosition(holder, reached);
    }

    /** Writes it, durably. */
    void write(Path file) {
        String json = JSON.createObjectNode()
                .put("holder", holder)
                .put("version", version.number())
                .put("instant", version.committed().toString())
                .toString();
        DurableFiles.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
