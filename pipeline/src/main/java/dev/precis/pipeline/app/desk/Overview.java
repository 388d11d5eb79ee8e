package dev.precis.pipeline.app.desk;

import static java.util.Comparator.reverseOrder;

import dev.precis.pipeline.app.run.RunLog;
import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.route.DropRoutes;
import dev.precis.sparql.page.Desk.Entry;
import dev.precis.sparql.page.Desk.Home;
import dev.precis.sparql.page.Desk.Run;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first page: what the last runs did, what waits, what there is to look at; and a crawl at once. */
final class Overview {
    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
    private static final int MOST = 10;
    private static final String REPORT = ".report.txt";

    private final Office office;
    private final Desk.Rooms rooms;
    private final Tidings tidings;
    private final Doubtful doubtful;
    /** The source that is crawled; empty if none is. */
    private final AtomicReference<String> crawled = new AtomicReference<>("");
    /** What became of a crawl that ended before it did anything. */
    private final AtomicReference<Optional<Said>> ended = new AtomicReference<>(Optional.empty());

    Overview(Office office, Desk.Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
        this.doubtful = new Doubtful(office.archive());
    }

    DeskAnswer page(DeskRequest request) {
        String now = crawled.get();
        List<Run> runs = new RunLog(office.archive().store())
                .last().stream()
                        .limit(MOST)
                        .map(run -> new Run(WHEN.format(run.ended()), run.what(), run.result(), run.told(), run.good()))
                        .toList();
        Home home = new Home(
                office.health().get(),
                runs,
                (now.isEmpty() ? "" : "Reading " + now + " at the moment. ")
                        + ended.get().map(Said::text).orElse(""),
                office.waiting().get().entrySet().stream()
                        .map(file -> new Entry("", file.getKey(), file.getValue()))
                        .toList(),
                rejected(),
                new Quarantine(office.archive().store()).kept().size(),
                doubtful.all().size(),
                office.profiles().values().stream()
                        .map(profile -> new Entry(profile.home().toString(), profile.id(), profile.name()))
                        .toList());
        return DeskAnswer.page(DeskPages.home(rooms.of("What there is to do", request), home));
    }

    /** The reports of rejected files, the last ones first. */
    private List<Entry> rejected() {
        Path folder = office.drop().resolve(DropRoutes.Outcome.REJECTED.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(REPORT))
                    .sorted(java.util.Comparator.comparing(
                            (Path file) -> file.toFile().lastModified(), reverseOrder()))
                    .limit(MOST)
                    .map(Overview::report)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Entry report(Path file) {
        String name = file.getFileName().toString();
        try {
            return new Entry(
                    "",
                    name.substring(0, name.length() - REPORT.length()),
                    Files.readString(file).strip());
        } catch (IOException e) {
            return new Entry("", name, "cannot be read: " + e.getMessage());
        }
    }

    /** Begins to crawl a source; what it does stands on the first page. */
    DeskAnswer crawl(DeskRequest request) {
        SourceProfile profile = office.profiles().get(request.value("source"));
        if (profile == null) {
            return tidings.tell("./", List.of(new Said("There is no such source.", false)));
        }
        if (!crawled.compareAndSet("", profile.id())) {
            return tidings.tell("./", List.of(new Said("A crawl is under way already.", false)));
        }
        ended.set(Optional.empty());
        Thread.ofVirtual().name("crawl").start(() -> crawl(profile));
        return tidings.tell("./", List.of(new Said("Began to read " + profile.home() + ".", true)));
    }

    private void crawl(SourceProfile profile) {
        try {
            Answer answer = office.run(
                    List.of("ingest", "--source=" + profile.id()),
                    profile.home().toString());
            if (answer.result().isEmpty()) {
                ended.set(Tidings.said(answer).stream().findFirst());
            }
        } catch (RuntimeException | InternalError e) {
            LOG.error("the crawl of {} failed: {}", profile.id(), e.toString());
            ended.set(Optional.of(new Said("The crawl of " + profile.id() + " failed: " + e.getMessage(), false)));
        } finally {
            crawled.set("");
        }
    }
}
