package dev.precis.sparql.write.feed;

import dev.precis.sparql.query.Characters;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a feed, in RFC 4287's words. Its texts hold only what every format can.
 *
 * @param id its name for ever, and where it is found
 * @param published no two entries of a feed have the same
 * @param updated when what it says changed last; readers that have it are shown it again
 * @param date when it was published, as precisely as is known (an xsd:date, xsd:gYearMonth or xsd:gYear)
 * @param content HTML in which every link is absolute
 * @param text the same without mark-up, paragraphs apart by a blank line
 * @param citation the summarised work as printed; may be empty
 * @param doi of that work; may be empty
 * @param categories topics
 */
public record Entry(
        String id,
        String title,
        Instant published,
        Instant updated,
        String date,
        String author,
        String content,
        String text,
        String citation,
        String doi,
        List<String> categories) {
    public Entry {
        title = Characters.clean(title);
        author = Characters.clean(author);
        content = Characters.clean(content);
        text = Characters.clean(text);
        citation = Characters.clean(citation);
        categories = categories.stream().map(Characters::clean).toList();
    }
}
