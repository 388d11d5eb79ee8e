package dev.precis.sparql.write.feed;

import dev.precis.sparql.query.Characters;
import java.util.List;

/**
 * A feed, in RFC 4287's words, in no particular format.
 *
 * @param id the resource whose summaries these are
 * @param home the page that a reader may open
 * @param entries newest first
 */
public record Feed(
        String id, String title, String subtitle, String home, String language, String rights, List<Entry> entries) {
    public Feed {
        title = Characters.clean(title);
        subtitle = Characters.clean(subtitle);
        entries = List.copyOf(entries);
    }
}
