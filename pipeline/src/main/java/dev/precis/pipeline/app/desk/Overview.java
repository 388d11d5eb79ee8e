package dev.precis.pipeline.app.desk;

import static java.util.Comparator.reverseOrder;

import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.route.drop.DropRoutes;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The first page: what the last runs did, what waits, what there is to look at; and a crawl at once. */
final class Overview {
    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MOST = 10;

    private final Office office;
    private final Rooms rooms;
    private final Tidings tidings;
    private final Doubtful doubtful;

    Overview(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
        this.doubtful = new Doubtful(office.archive());
    }

    DeskAnswer page(DeskRequest request) {
        Collection<SourceProfile> profiles = office.profiles().values();
        String running = String.join(", ", office.crawls().running());
        Home home = new Home(
                office.health().get(),
                runs(profiles),
                running.isEmpty() ? "" : "Being read: " + running,
                office.waiting().get().entrySet().stream()
                        .map(file -> new Entry("", file.getKey(), file.getValue()))
                        .toList(),
                rejected(),
                new Quarantine(office.archive().store()).kept().size(),
                doubtful.all().size(),
                profiles.stream().map(this::source).toList());
        return DeskAnswer.page(DeskPages.home(rooms.of("What there is to do", request), home));
    }

    private Entry source(SourceProfile profile) {
        String next = office.crawls()
                .next(profile.id())
                .map(time -> "next by itself " + WHEN.format(time))
                .orElse("");
        return new Entry(profile.start().toString(), profile.id(), next);
    }

    /** The last crawl and the last ingest of each source, the newest first. */
    private List<Run> runs(Collection<SourceProfile> profiles) {
        Map<String, Runs.Run> last = new TreeMap<>();
        for (SourceProfile profile : profiles) {
            Runs runs = Runs.of(office.archive().store(), profile.id());
            runs.last(Runs.Kind.CRAWL).ifPresent(run -> last.put(profile.id(), run));
            runs.last(Runs.Kind.INGEST).ifPresent(run -> last.put(profile.id() + ", ingested", run));
        }
        return last.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Runs.Run> one) ->
                                one.getValue().ended())
                        .reversed())
                .map(one -> new Run(
                        WHEN.format(one.getValue().ended()),
                        one.getKey(),
                        one.getValue().result(),
                        one.getValue().notices(),
                        one.getValue().isGood()))
                .toList();
    }

    /** The reports of rejected files, the last ones first. */
    private List<Entry> rejected() {
        Path folder = office.drop().resolve(DropRoutes.Outcome.REJECTED.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(DropRoutes.REPORT))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified(), reverseOrder()))
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
                    name.substring(0, name.length() - DropRoutes.REPORT.length()),
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
        boolean begun = office.crawls().begin(profile.id());
        return tidings.tell(
                "./",
                List.of(new Said(
                        begun ? "Began to read " + profile.start() + "." : "It is being read already.", begun)));
    }
}
