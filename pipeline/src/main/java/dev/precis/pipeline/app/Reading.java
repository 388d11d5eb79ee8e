package dev.precis.pipeline.app;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.app.Inputs.Input;
import dev.precis.pipeline.domain.Capture;
import dev.precis.pipeline.domain.CaptureKind;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.Stages;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.FileLook;
import dev.precis.pipeline.source.FirstKnown;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.InputKinds;
import dev.precis.pipeline.source.LocalFiles;
import dev.precis.pipeline.source.UnreachableException;
import dev.precis.pipeline.source.WordPressPosts;
import dev.precis.pipeline.source.crawl.CrawlScope;
import dev.precis.pipeline.source.crawl.Crawler;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads inputs into an archive, one batch a source. */
final class Reading {
    private static final byte[] NOT_KEPT = new byte[0];
    private static final Duration MOST_LOST = Duration.ofMinutes(1);

    private final GraphArchive archive;
    private final boolean allowPrivate;
    private final Progress progress;
    private final Duration mostLost;

    Reading(GraphArchive archive, boolean allowPrivate, Progress progress) {
        this(archive, allowPrivate, progress, MOST_LOST);
    }

    /** @param mostLost of a crawl, if the process dies */
    Reading(GraphArchive archive, boolean allowPrivate, Progress progress, Duration mostLost) {
        this.archive = archive;
        this.allowPrivate = allowPrivate;
        this.progress = progress;
        this.mostLost = mostLost;
    }

    Tally read(Map<SourceProfile, List<Input>> inputs) {
        Tally tally = new Tally();
        inputs.forEach((profile, ofSource) -> tally.add(read(profile, ofSource)));
        progress.end();
        return tally;
    }

    private Tally read(SourceProfile profile, List<Input> inputs) {
        Stages stages = Wiring.stages(profile);
        try (Ingest ingest = Wiring.ingest(stages, archive)) {
            for (Input input : inputs) {
                switch (input) {
                    case Input.Files files -> files(files.path(), profile, ingest);
                    case Input.Address address -> address(address.uri(), stages, ingest);
                }
            }
            return ingest.finish();
        }
    }

    private void files(Path path, SourceProfile profile, Ingest ingest) {
        InputKinds kinds = InputKinds.of(profile);
        LocalFiles files = new LocalFiles(kinds);
        List<Notice> passedOver = new ArrayList<>();
        List<Path> found = files.find(path, passedOver::add);
        if (found.isEmpty() && passedOver.isEmpty()) {
            passedOver.add(nothingToRead(path, kinds));
        }
        passedOver.forEach(ingest::note);
        for (Path file : found) {
            progress.step(file.getFileName().toString(), found.size());
            files.read(file, ingest::read, ingest::note);
        }
    }

    private static Notice nothingToRead(Path path, InputKinds kinds) {
        String expected =
                "expected a new summary (Markdown with front matter, .md; or .json), a saved page (.html), a feed"
                        + " or an export (.xml, .json): a name that ends in ." + String.join(", .", kinds.suffixes());
        if (!Files.isRegularFile(path)) {
            return Notice.violation("nothing-to-read", path.toString(), "no page, feed or summary here: " + expected);
        }
        try {
            String look = FileLook.of(path);
            return Notice.violation(
                    "not-read", path.getFileName().toString(), "is " + look + ", which is not read; " + expected);
        } catch (IOException e) {
            return Notice.violation("file-unreadable", path.getFileName().toString(), path + ": " + e.getMessage());
        }
    }

    private void address(URI given, Stages stages, Ingest ingest) {
        boolean listOfPosts = WordPressPosts.isOne(given);
        URI address = listOfPosts ? WordPressPosts.list(given) : given;
        SourceProfile profile = stages.profile();
        CaptureLog log = CaptureLog.read(archive.store().resolve("captures.json"));
        Checkpoint checkpoint = new Checkpoint(mostLost, () -> {
            ingest.keepSoFar();
            log.write();
        });
        CrawlScope scope = new CrawlScope(address, profile.listing());
        try (HttpFetcher fetcher = new HttpFetcher(
                profile.crawl(),
                scope::isOnSite,
                allowPrivate,
                log,
                digest -> archive.snapshots().bytes(digest).orElse(NOT_KEPT))) {
            WordPressPosts posts = new WordPressPosts(
                    fetcher,
                    profile.crawl().maxPages(),
                    capture -> {
                        progress.step(capture.address().toString(), 0);
                        ingest.read(capture);
                        checkpoint.look();
                    },
                    ingest::note);
            if (listOfPosts) {
                posts.read(address);
                return;
            }
            Capture first = fetcher.fetch(scope.normalise(address));
            CaptureKind kind = CaptureKind.of(first);
            if (kind == CaptureKind.WORDPRESS_POSTS) {
                posts.read(address);
            } else if (kind == CaptureKind.PAGE) {
                crawl(stages, first, new FirstKnown(first, fetcher), ingest, checkpoint);
            } else {
                progress.step(address.toString(), 1);
                ingest.read(first);
            }
        } catch (UnreachableException e) {
            ingest.note(Notice.warning("unreachable", e.address().toString(), e.reason()));
        }
    }

    private void crawl(Stages stages, Capture first, Fetcher fetcher, Ingest ingest, Checkpoint checkpoint) {
        List<String> notations = Stream.of(
                        stages.concepts().topics(), stages.concepts().types())
                .map(ConceptScheme::concepts)
                .flatMap(List::stream)
                .map(Concept::notations)
                .flatMap(List::stream)
                .toList();
        Crawler.Progress steps = new Crawler.Progress() {
            @Override
            public void visiting(URI page, int done) {
                progress.step(page.toString(), 0);
            }

            @Override
            public void taken(Page page) {
                ingest.add(page);
                checkpoint.look();
            }

            @Override
            public void missed(String title) {
                ingest.miss(title);
            }
        };
        new Crawler(stages.profile(), first.address(), fetcher, ingest::look, notations, steps)
                .crawl()
                .notices()
                .forEach(ingest::note);
    }
}
