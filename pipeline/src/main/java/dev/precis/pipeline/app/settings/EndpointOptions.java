package dev.precis.pipeline.app.settings;

import dev.precis.sparql.endpoint.AccessLog;
import dev.precis.sparql.endpoint.ServerSettings;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.schedule.Capacity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what the server bears, and what it tells of itself; all have defaults that suit a small one. */
public final class EndpointOptions {
    private static final Limits LIMITS = Limits.standard();
    private static final Capacity CAPACITY = Capacity.standard();
    private static final long MIB = 1L << 20;

    /** As the schema of OAI-PMH 2.0 has it. */
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@]+@[^\\s@.]+(?:\\.[^\\s@.]+)+");

    @Option(
            names = "--query-time",
            paramLabel = "SECONDS",
            description = "The time of a query, waiting included (default: 10).")
    private long time = LIMITS.time().toSeconds();

    @Option(
            names = "--query-rows",
            paramLabel = "N",
            description = "The most rows or triples of an answer (default: 100000).")
    private long rows = LIMITS.rows();

    @Option(names = "--query-size", paramLabel = "MIB", description = "The largest answer, in MiB (default: 50).")
    private long size = LIMITS.bytes() / MIB;

    @Option(
            names = "--query-memory",
            paramLabel = "MIB",
            description = "What one query may hold to sort, group and join (default: a sixteenth of the heap).")
    private long memory = LIMITS.memory() / MIB;

    @Option(
            names = "--long-queries",
            paramLabel = "N",
            description = "How many long queries run at once (default: one a processor, two at least).")
    private int slow = CAPACITY.slow();

    @Option(
            names = "--waiting-queries",
            paramLabel = "N",
            description = "How many long queries wait for these (default: 16); more are refused.")
    private int waiting = CAPACITY.waiting();

    @Option(
            names = "--client-queries",
            paramLabel = "N",
            description = "How many long queries one client may have under way (default: 4).")
    private int perClient = CAPACITY.perClient();

    @Option(
            names = "--behind-proxy",
            description = "All requests come through a proxy that tells in X-Forwarded-For whom it asks for.")
    private boolean forwarded;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            description = "Serve /metrics (Prometheus) and /health on that port of the loopback address, too.")
    private int adminPort = -1;

    @Option(names = "--access-log", paramLabel = "FILE", description = "Write a line of JSON for each request.")
    private @Nullable Path accessLog;

    @Option(names = "--log-addresses", description = "Addresses of clients may be in the access log.")
    private boolean addresses;

    @Option(names = "--log-queries", description = "Texts of queries may be in the access log.")
    private boolean queries;

    @Option(
            names = "--webhook",
            paramLabel = "ADDRESS",
            converter = WebhookAddress.class,
            description = "Post JSON to that address when a run ends with 1 or worse, or more is withheld than before.")
    private @Nullable URI webhook;

    @Option(
            names = "--contact",
            paramLabel = "E-MAIL",
            description = "The mailbox that harvesters are told of (default: webmaster at the host of the base IRI).")
    private String contact = "";

    @Option(
            names = "--hub",
            paramLabel = "ADDRESS",
            converter = WebhookAddress.class,
            description = "A WebSub hub that feeds name, and that is told when there is something new.")
    private @Nullable URI hub;

    /** Refuses what is out of range. */
    public void check(Settings settings) {
        check(settings, "--query-time", time, 1, 3_600);
        check(settings, "--query-rows", rows, 1, 100_000_000);
        check(settings, "--query-size", size, 1, 10_000);
        check(settings, "--query-memory", memory, 1, 100_000);
        check(settings, "--long-queries", slow, 1, 1_000);
        check(settings, "--waiting-queries", waiting, 0, 10_000);
        check(settings, "--client-queries", perClient, 1, 10_000);
        check(settings, "--admin-port", adminPort, -1, 65_535);
        if (!contact.isEmpty() && !MAILBOX.matcher(contact).matches()) {
            throw settings.usage("--contact: expected a mailbox such as editor@blog.example, not " + contact);
        }
    }

    private static void check(Settings settings, String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw settings.usage(option + ": expected " + least + " to " + most + ", not " + value);
        }
    }

    public ServerSettings server(int port, boolean loopback) {
        Limits limits = new Limits(
                Duration.ofSeconds(time),
                rows,
                size * MIB,
                LIMITS.tokens(),
                LIMITS.depth(),
                LIMITS.length(),
                memory * MIB);
        Capacity capacity = new Capacity(
                CAPACITY.quick(),
                CAPACITY.trial(),
                CAPACITY.queue(),
                slow,
                waiting,
                perClient,
                CAPACITY.quantum(),
                CAPACITY.overrun());
        return ServerSettings.standard(port, loopback)
                .with(limits)
                .with(capacity)
                .behindProxy(forwarded);
    }

    /** Where those who watch over the server find its figures, if they do. */
    public Optional<Integer> adminPort() {
        return adminPort < 0 ? Optional.empty() : Optional.of(adminPort);
    }

    /** The mailbox of who runs it; empty for the usual one. */
    public String contact() {
        return contact;
    }

    /** The hub that passes on what is new, if there is one. */
    public Optional<URI> hub() {
        return Optional.ofNullable(hub);
    }

    /** Who is told when something wants a person, if anybody is. */
    public Optional<URI> webhook() {
        return Optional.ofNullable(webhook);
    }

    public Optional<AccessLog.Settings> accessLog() {
        return Optional.ofNullable(accessLog).map(file -> new AccessLog.Settings(file, addresses, queries));
    }
}
