package dev.precis.pipeline.extract.block;

import java.util.List;

/**
 * What mark-up says that parts of a block are, whatever they look like.
 *
 * @param time the machine-readable date ({@code <time datetime>}); empty if there is none
 * @param author who is named as the author (hCard, {@code rel=author}, an address of an author's page); empty if nobody
 * @param tags the words of links that file the post ({@code rel=tag}, {@code rel="category tag"})
 * @param note whether it leads back to where it is called, as a footnote does
 */
public record Meaning(String time, String author, List<String> tags, boolean note) {
    static final Meaning NONE = new Meaning("", "", List.of(), false);

    public Meaning {
        tags = List.copyOf(tags);
    }

    Meaning withTime(String newTime) {
        return new Meaning(newTime, author, tags, note);
    }

    Meaning withAuthor(String newAuthor) {
        return author.isEmpty() ? new Meaning(time, newAuthor, tags, note) : this;
    }

    Meaning withTag(String tag) {
        return new Meaning(
                time,
                author,
                java.util.stream.Stream.concat(tags.stream(), java.util.stream.Stream.of(tag))
                        .toList(),
                note);
    }

    Meaning asNote() {
        return new Meaning(time, author, tags, true);
    }
}
