package dev.precis.pipeline.app.serve;

import dev.precis.pipeline.app.desk.Office;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.CrawlRoutes;
import dev.precis.pipeline.route.Watch;
import dev.precis.pipeline.source.crawl.Schedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reads what takes its time while a store is served, one thing after the other: what commands ask for, and crawls that
 * are due by their profiles. What was due while nothing was served is made up for at once, one time.
 */
final class ScheduledCrawls implements Office.Crawls, AutoCloseable {
    private static final long LOOK_EVERY = 1000;

    private final Path store;
    private final Path sources;
    private final Map<String, Schedule> schedules = new TreeMap<>();
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Function<List<String>, StoreRequests.Answer> command;
    private final PrintWriter log;
    private final InstantSource clock;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reader").daemon().factory());
    private final Optional<Watch> watch;

    /**
     * Begins to look what is due.
     *
     * @param sources the folder of their settings
     * @param command runs a command on the store that is served
     * @param log told of every crawl
     */
    ScheduledCrawls(
            Path store,
            Path sources,
            Collection<SourceProfile> profiles,
            Function<List<String>, StoreRequests.Answer> command,
            PrintWriter log) {
        this(store, sources, profiles, command, log, InstantSource.system());
    }

    ScheduledCrawls(
            Path store,
            Path sources,
            Collection<SourceProfile> profiles,
            Function<List<String>, StoreRequests.Answer> command,
            PrintWriter log,
            InstantSource clock) {
        this.clock = clock;
        this.store = store;
        this.sources = sources;
        this.command = command;
        this.log = log;
        profiles.forEach(profile -> Schedule.of(profile, ZoneId.systemDefault())
                .ifPresent(schedule -> schedules.put(profile.id(), schedule)));
        // reports are read once: what is due is looked at every second
        schedules
                .keySet()
                .forEach(source -> Runs.of(store, source)
                        .last(Runs.Kind.CRAWL)
                        .map(Runs.Run::began)
                        .ifPresentOrElse(began -> begun.put(source, began), () -> begun.put(source, clock.instant())));
        this.watch = schedules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Watch(new CrawlRoutes(LOOK_EVERY, this::due, this::crawl)));
    }

    /** Runs what reads inputs. */
    ExecutorService reader() {
        return reader;
    }

    /** Ids of the sources that are crawled by themselves. */
    Collection<String> scheduled() {
        return schedules.keySet();
    }

    @Override
    public Collection<String> running() {
        return new TreeSet<>(running);
    }

    @Override
    public boolean begin(String source) {
        if (running.contains(source)) {
            return false;
        }
        Thread.ofVirtual().name("crawl").start(() -> crawl(source));
        return true;
    }

    @Override
    public Optional<Instant> next(String source) {
        return Optional.ofNullable(schedules.get(source)).flatMap(schedule -> schedule.next(begun(source)));
    }

    /** When a crawl began last; what began later than now, by a clock that was wrong, is taken to begin now. */
    private Instant begun(String source) {
        return begun.merge(source, clock.instant(), (told, now) -> told.isAfter(now) ? now : told);
    }

    private List<String> due() {
        Instant now = clock.instant();
        return schedules.keySet().stream()
                .filter(source ->
                        next(source).filter(time -> !time.isAfter(now)).isPresent())
                .toList();
    }

    private void crawl(String source) {
        if (!running.add(source)) {
            return;
        }
        begun.put(source, clock.instant());
        List<String> arguments =
                List.of("crawl", "--source", source, "--store", store.toString(), "--sources", sources.toString());
        try {
            StoreRequests.Answer answer = CompletableFuture.supplyAsync(() -> command.apply(arguments), reader)
                    .join();
            answer.complaints().forEach(log::println);
            log.println("crawled " + source + ": " + answer.result());
        } catch (CompletionException e) {
            log.println("crawl of " + source + " failed: " + e.getCause());
        } finally {
            running.remove(source);
        }
    }

    /** Lets what is being read come to its end. */
    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        reader.close();
    }
}
