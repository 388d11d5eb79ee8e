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
 * @param parts where the others are, if this is a part of all that there is
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
        List<Deletion> deletions,
        Parts parts) {
    /** An entry that was taken back; the reason may be empty. */
    public record Deletion(String id, Instant when, String reason) {}

    /**
     * Where the other parts of an archived feed are (RFC 5005, section 4), in the same format; each empty if there is
     * none.
     *
     * @param current where the newest entries are, if these are none of them and do not change any more
     * @param previous where the next older entries are
     * @param next where the next newer ones are that do not change any more either
     */
    public record Parts(String current, String previous, String next) {
        /** Of a feed that has no others. */
        public static final Parts NONE = new Parts("", "", "");

        /** Whether this part is as it will stay. */
        boolean isArchive() {
            return !current.isEmpty();
        }
    }

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
