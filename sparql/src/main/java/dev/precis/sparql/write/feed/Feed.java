package dev.precis.sparql.write.feed;

import dev.precis.sparql.query.Characters;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feed, in RFC 4287's words, in no particular format.
 *
 * @param id the resource whose summaries these are
 * @param home the page that a reader may open
 * @param author who stands for those entries that have none of their own
 * @param since when it was last looked at what belongs here; told where there is nothing that could have changed
 * @param entries newest first
 * @param deletions entries that were taken back, newest first
 */
public record Feed(
        String id,
        String title,
        String subtitle,
        String home,
        String language,
        String rights,
        String author,
        Instant since,
        List<Entry> entries,
        List<Deletion> deletions) {
    /** An entry that was taken back; the reason may be empty. */
    public record Deletion(String id, Instant when, String reason) {}

    public Feed {
        deletions = List.copyOf(deletions);
        title = Characters.clean(title);
        subtitle = Characters.clean(subtitle);
        author = Characters.clean(author);
        entries = List.copyOf(entries);
    }

    /** When anything of it changed last: an entry, or that one was taken back. */
    Instant updated() {
        return Stream.concat(
                        entries.stream().map(Entry::updated), deletions.stream().map(Deletion::when))
                .max(Instant::compareTo)
                .orElse(since);
    }
}
