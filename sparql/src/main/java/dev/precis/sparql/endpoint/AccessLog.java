package dev.precis.sparql.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of JSON a request, in a file that is put aside when it is large; one that was put aside is kept. Of clients
 * it tells no more than who is the same on one day, and of queries no more than their size, unless the settings say so.
 */
public final class AccessLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGE = 64L << 20;
    private static final int SHOWN = 2_048;
    private static final int SALT = 16;

    private final Settings settings;
    private final InstantSource clock;
    private final byte[] salt = new byte[SALT];
    private LocalDate saltOf = LocalDate.MIN;
    private @Nullable Writer out;
    private long length;

    /**
     * Where it is written, and what it may tell.
     *
     * @param file the log
     * @param addresses whether the addresses of clients may be in it
     * @param queries whether the texts of queries may be in it
     */
    public record Settings(Path file, boolean addresses, boolean queries) {}

    /** What is told of one request. */
    record Line(
            String client,
            String method,
            String path,
            String query,
            int status,
            Outcome outcome,
            long bytes,
            Duration time) {}

    public AccessLog(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes a line. That it cannot is told once and hurts no request. */
    synchronized void write(Line line) {
        try {
            String text = json(line) + "\n";
            Writer to = out == null ? open() : out;
            to.write(text);
            to.flush();
            length += text.length();
            if (length > LARGE) {
                putAside();
            }
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", settings.file(), e.toString());
        }
    }

    private String json(Line line) throws IOException {
        Instant now = clock.instant();
        ObjectNode json = JSON.createObjectNode()
                .put("time", now.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("client", settings.addresses() ? line.client() : pseudonym(line.client(), now))
                .put("method", line.method())
                .put("path", cut(line.path()))
                .put("status", line.status())
                .put("outcome", line.outcome().label())
                .put("bytes", line.bytes())
                .put("ms", line.time().toMillis());
        if (!line.query().isEmpty()) {
            json.put("queryLength", line.query().length());
            if (settings.queries()) {
                json.put("query", cut(line.query()));
            }
        }
        return JSON.writeValueAsString(json);
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }

    /** The same for one client on one day; the key is thrown away at its end. */
    private String pseudonym(String client, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!day.equals(saltOf)) {
            new SecureRandom().nextBytes(salt);
            saltOf = day;
        }
        String salted = HexFormat.of().formatHex(salt) + client;
        return QueryResponse.digest(salted.getBytes(StandardCharsets.UTF_8)).substring(0, SALT);
    }

    private Writer open() throws IOException {
        Path file = settings.file().toAbsolutePath();
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Writer opened = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out = opened;
        length = Files.size(file);
        return opened;
    }

    private void putAside() throws IOException {
        close();
        Path file = settings.file().toAbsolutePath();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void close() throws IOException {
        Writer open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }
}
