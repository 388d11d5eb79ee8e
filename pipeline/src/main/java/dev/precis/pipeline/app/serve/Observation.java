package dev.precis.pipeline.app.serve;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.endpoint.AccessLog;
import dev.precis.sparql.endpoint.AdminServer;
import dev.precis.sparql.endpoint.Health;
import dev.precis.sparql.endpoint.Observers;
import dev.precis.sparql.index.GraphStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;

/** What a publication tells of itself: its figures, its health, its log. */
public final class Observation implements AutoCloseable {
    private static final long READ_SECONDS = 1;
    private static final long WRITE_SECONDS = 5;
    private static final long LEAST_SPACE = 64L << 20;

    private final GraphArchive archive;
    private final GraphStore index;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Optional<AccessLog> log;
    private final Optional<AdminServer> admin;

    /**
     * Begins to watch.
     *
     * @param waiting how many dropped files wait
     * @param remarks what others tell of their state, a line each
     * @param others what else is on the admin port, by the beginnings of its paths
     */
    Observation(
            GraphArchive archive,
            GraphStore index,
            EndpointOptions options,
            IntSupplier waiting,
            Supplier<List<String>> remarks,
            Map<String, HttpHandler> others) {
        this.archive = archive;
        this.index = index;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("precis.graphs", archive, kept -> kept.entries().size())
                .description("Graphs in the archive")
                .register(registry);
        Quarantine quarantine = new Quarantine(archive.store());
        Gauge.builder("precis.quarantine", quarantine, kept -> kept.kept().size())
                .description("What was read and not published, without what an editor ignores")
                .strongReference(true) // nobody else holds it
                .register(registry);
        Gauge.builder("precis.drops.waiting", waiting, IntSupplier::getAsInt)
                .description("Dropped files that wait to be tried again")
                .strongReference(true)
                .register(registry);
        Gauge.builder("precis.health", this, watched -> watched.health().ordinal())
                .description("0 ready, 1 read-only, 2 down")
                .register(registry);
        this.log = options.accessLog().map(settings -> new AccessLog(settings, InstantSource.system()));
        this.admin = options.adminPort()
                .map(port -> new AdminServer(
                        port, registry, this::health, () -> all(waiting.getAsInt(), remarks.get()), others));
    }

    Observers observers() {
        return new Observers(registry, log, this::health);
    }

    Optional<Integer> adminPort() {
        return admin.map(AdminServer::port);
    }

    /** Tells when sources were crawled or something of them ingested, and when they are crawled next. */
    void runs(Collection<SourceProfile> profiles, ScheduledCrawls crawls) {
        profiles.forEach(profile -> last(Runs.Kind.INGEST, profile.id()));
        for (String source : crawls.scheduled()) {
            last(Runs.Kind.CRAWL, source);
            time("precis.crawl.next", "When the source is due", source, () -> crawls.next(source));
        }
    }

    private void last(Runs.Kind kind, String source) {
        Runs runs = Runs.of(archive.store(), source);
        time(
                "precis." + kind.word() + ".last.success",
                "When the last " + kind.word() + " ended that had nothing to tell",
                source,
                () -> runs.last(kind, true).map(Runs.Run::ended));
        time(
                "precis." + kind.word() + ".last.failure",
                "When the last " + kind.word() + " ended that a person should look at",
                source,
                () -> runs.last(kind, false).map(Runs.Run::ended));
    }

    /** A gauge of seconds since 1970, not a number where there is no such time. */
    private void time(String name, String description, String source, Supplier<Optional<Instant>> time) {
        Gauge.builder(
                        name,
                        time,
                        told -> told.get()
                                .map(Instant::getEpochSecond)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description(description)
                .baseUnit("timestamp_seconds")
                .tag("source", source)
                .strongReference(true)
                .register(registry);
    }

    /** Counts a dropped file. */
    void dropped(String outcome) {
        registry.counter("precis.drops", "outcome", outcome).increment();
    }

    private static List<String> all(int waiting, List<String> others) {
        Stream<String> drops = waiting == 0 ? Stream.of() : Stream.of("dropped files that wait: " + waiting);
        return Stream.concat(drops, others.stream()).toList();
    }

    /** Takes the figures of others. */
    MeterRegistry registry() {
        return registry;
    }

    /** Reads something, and lets the writer of the index do something, each within a time. */
    Health health() {
        boolean reads = ends(() -> Txn.calculateRead(index.dataset(), index.dataset()::isEmpty), READ_SECONDS);
        boolean writes = reads && archive.isWritable() && hasSpace() && ends(index::follow, WRITE_SECONDS);
        return writes ? Health.READY : reads ? Health.READ_ONLY : Health.DOWN;
    }

    private boolean hasSpace() {
        try {
            return Files.getFileStore(archive.store()).getUsableSpace() > LEAST_SPACE;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean ends(Runnable task, long seconds) {
        try {
            CompletableFuture.runAsync(
                            task,
                            work -> Thread.ofPlatform().name("health").daemon().start(work))
                    .get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException failed) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.ifPresent(AdminServer::close);
        collections.close();
        log.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        registry.close();
    }
}
