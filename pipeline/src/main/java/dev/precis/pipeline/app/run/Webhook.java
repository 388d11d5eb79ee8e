package dev.precis.pipeline.app.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Version;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Posts a small document of JSON to an address when something wants a person; nobody waits for it, and it fails nobody.
 */
public final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NOTICES = 20;
    private static final int MOST_CHARACTERS = 500;

    private final Courier courier;

    /** @param log told of what cannot be delivered */
    public Webhook(URI address, PrintWriter log) {
        this(new Courier("webhook", address, log));
    }

    Webhook(Courier courier) {
        this.courier = courier;
    }

    /**
     * What a command did.
     *
     * @param source that it was of; empty if of none, or of several
     * @param code its exit code
     * @param result one line
     * @param notices what was odd
     * @param withheldBefore how much was in quarantine before it
     * @param withheld how much is now
     */
    public record Event(
            String command,
            String source,
            int code,
            String result,
            List<String> notices,
            int withheldBefore,
            int withheld) {
        public Event {
            notices = List.copyOf(notices);
        }

        /** Whether somebody should look: wrong usage and being told to end are known to whoever did it. */
        public boolean wantsAPerson() {
            return code == Failure.FAILED || Failure.isOfTheWorld(code) || withheld > withheldBefore;
        }
    }

    /** Tells of it if it wants a person, some time. */
    public void tell(Event event) {
        if (event.wantsAPerson()) {
            byte[] document = document(event);
            courier.send("application/json; charset=utf-8", document);
        }
    }

    private static byte[] document(Event event) {
        String name = event.command() + (event.source().isEmpty() ? "" : " of " + event.source());
        ObjectNode json = JSON.createObjectNode()
                .put("text", "Précis: " + name + " ended with " + event.code() + ": " + cut(event.result()))
                .put("program", "precis " + Version.number())
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("command", event.command())
                .put("source", event.source())
                .put("code", event.code())
                .put("result", cut(event.result()));
        event.notices().stream().limit(MOST_NOTICES).map(Webhook::cut).forEach(json.putArray("notices")::add);
        json.putObject("quarantine").put("before", event.withheldBefore()).put("now", event.withheld());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    /** Lets what is under way come to its end, not longer than all its attempts may take. */
    public void finish() {
        courier.finish();
    }

    /** Lets what is under way come to its end, for so long. */
    public void close(Duration most) {
        courier.close(most);
    }
}
