package dev.precis.pipeline.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.quarantine.Withheld.From;
import dev.precis.pipeline.quarantine.Withheld.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is withheld as a line of JSON (jsonlines.org), and back. */
public final class WithheldLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WithheldLine() {}

    /** Without the line feed. */
    public static String of(Withheld withheld) {
        ObjectNode line = JSON.createObjectNode()
                .put("id", withheld.id())
                .put("what", withheld.what())
                .put("where", withheld.from().address())
                .put("stage", withheld.stage().label())
                .put("code", withheld.code())
                .put("reason", withheld.reason())
                .put("snapshot", withheld.from().snapshot())
                .put("captured", withheld.from().captured())
                .put("since", withheld.since().toString())
                .put("source", withheld.source())
                .put("content", withheld.content())
                .put("ignored", withheld.ignored())
                .put("report", withheld.report());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a line says; nothing if it is none of these. */
    static Optional<Withheld> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(new Withheld(
                    json.path("source").asText(),
                    json.path("what").asText(),
                    Stage.valueOf(json.path("stage").asText().toUpperCase(Locale.ROOT)),
                    json.path("code").asText(),
                    json.path("reason").asText(),
                    new From(
                            json.path("where").asText(),
                            json.path("snapshot").asText(),
                            json.path("captured").asText()),
                    json.path("content").asText(),
                    Instant.parse(json.path("since").asText()),
                    json.path("report").asText(),
                    json.path("ignored").asBoolean()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }
}
