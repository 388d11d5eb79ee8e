package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.page.Exchange;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.warc.CaptureHistory;
import dev.precis.pipeline.source.warc.PastCapture;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The captures that a store was made from. */
public final class Captures {
    private Captures() {}

    /** What was fetched under a digest: a page, or a picture. */
    public static Optional<byte[]> bytes(GraphArchive archive, String digest) {
        return archive.snapshots().bytes(digest).or(() -> archive.pictures().bytes(digest));
    }

    /**
     * All that are known, in the order of time. Of what was read before there was a history of captures, only what was
     * fetched last is known, and not how.
     *
     * @param unknown told what has no place among them, one sentence each
     */
    public static List<PastCapture> of(GraphArchive archive, Consumer<String> unknown) {
        List<PastCapture> history = CaptureHistory.of(archive.store()).read(unknown);
        Set<String> known = new HashSet<>();
        history.forEach(capture -> known.add(capture.digest()));
        List<PastCapture> earlier =
                CaptureLog.read(archive.store().resolve("captures.json")).entries().entrySet().stream()
                        .filter(entry -> !known.contains(entry.getValue().digest()))
                        // what only leads to pages, such as a sitemap, is asked for and not kept
                        .filter(entry ->
                                bytes(archive, entry.getValue().digest()).isPresent())
                        .filter(entry -> known.add(entry.getValue().digest()))
                        .map(entry -> new PastCapture(
                                "",
                                URI.create(entry.getKey()),
                                Optional.of(Instant.parse(entry.getValue().captured())),
                                entry.getValue().digest(),
                                entry.getValue().contentType(),
                                Exchange.NONE))
                        .toList();
        archive.entries().stream()
                .map(ArchiveEntry::snapshot)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .filter(known::add)
                .forEach(digest -> unknown.accept("snapshot " + digest
                        + ", since it was read before its address was noted: ingest its source again"));
        return Stream.concat(history.stream(), earlier.stream())
                .sorted(PastCapture.ORDER)
                .toList();
    }
}
