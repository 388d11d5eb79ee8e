package dev.precis.sparql.write.feed;

import dev.precis.sparql.query.Characters;
import java.time.Instant;
import java.util.List;

/**
 * A feed, in RFC 4287's words, in no particular format.
 *
 * @param id the resource whose summaries these are
 * @param home the page that a reader may open
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
        List<Entry> entries,
        List<Deletion> deletions) {
    /** An entry that was taken back; the reason may be empty. */
    public record Deletion(String id, Instant when, String reason) {}

    /** A feed from which nothing was ever taken. */
    public Feed(
            String id,
            String title,
            String subtitle,
            String home,
            String language,
            String rights,
            List<Entry> entries) {
        this(id, title, subtitle, home, language, rights, entries, List.of());
    }

    public Feed {
        deletions = List.copyOf(deletions);
        title = Characters.clean(title);
        subtitle = Characters.clean(subtitle);
        entries = List.copyOf(entries);
    }
}
