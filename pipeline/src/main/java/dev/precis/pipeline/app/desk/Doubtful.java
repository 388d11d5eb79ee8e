package dev.precis.pipeline.app.desk;

import dev.precis.pipeline.correct.ReviewItem;
import dev.precis.pipeline.correct.ReviewList;
import dev.precis.pipeline.domain.Sha256;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.GraphArchive;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person should look at in an archive; all of it is read again only when the archive has changed. */
final class Doubtful {
    private static final int NAME_LENGTH = 10;

    private final GraphArchive archive;
    private Optional<Read> read = Optional.empty();

    private record Read(ArchiveVersion version, List<ReviewItem> items) {}

    Doubtful(GraphArchive archive) {
        this.archive = archive;
    }

    synchronized List<ReviewItem> all() {
        ArchiveVersion now = archive.version();
        Read current = read.filter(kept -> kept.version().equals(now)).orElseGet(() -> {
            Stream<ArchiveEntry> entries = archive.entries().stream().filter(ArchiveEntry::isRead);
            return new Read(now, ReviewList.of(entries.map(archive::read)));
        });
        read = Optional.of(current);
        return current.items();
    }

    /** The doubt of that name in a summary; the summary itself where no doubt of it has that name. */
    Optional<ReviewItem> find(String summary, String name) {
        return archive.entry(summary)
                .filter(ArchiveEntry::isRead)
                .map(archive::read)
                .map(graph -> ReviewList.of(Stream.of(graph)).stream()
                        .filter(item -> name(item).equals(name))
                        .findFirst()
                        .orElseGet(() -> ReviewList.whole(graph)));
    }

    /** A name for a doubt: the same as long as the same is doubtful. */
    static String name(ReviewItem item) {
        if (item.flag().isEmpty()) {
            return "";
        }
        String what = String.join("\n", item.summary(), item.flag(), item.printed(), item.explanation());
        byte[] digest = Sha256.begin().digest(what.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
    }
}
