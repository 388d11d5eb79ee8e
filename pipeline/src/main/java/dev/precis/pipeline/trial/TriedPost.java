package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Witness;
import java.util.List;
import java.util.Optional;

/**
 * A post as it was read, and what its labels mean to its source.
 *
 * @param topics preferred labels
 * @param types of research, preferred labels
 * @param unknown labels that are neither
 */
public record TriedPost(Draft draft, List<String> topics, List<String> types, List<String> unknown) {
    private static final String ENTRY = "title of the entry";

    public TriedPost {
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        unknown = List.copyOf(unknown);
    }

    /**
     * A field and what told it.
     *
     * @param value empty where the post has none
     * @param from empty where there is no value
     */
    public record Told(String value, String from) {}

    public Told title() {
        return told("title", draft.title().text(), fromText());
    }

    public Told date() {
        return told("date", draft.date().toString(), draft.title().isPlaced() ? "month of the page" : fromText());
    }

    /** @param profile whose author wrote what names no other */
    public Told author(SourceProfile profile) {
        String otherwise = ENTRY.equals(title().from())
                ? "author of the entry"
                : draft.author().equals(profile.author()) ? "author of the profile" : fromText();
        return told("author", draft.author(), otherwise);
    }

    /** A line that cites the study. */
    public Told citation(Passage line) {
        return told("citation", line.text(), fromText());
    }

    /** The witnesses of a field that say something else than what was taken for it. */
    public List<Witness> others(String field, Told taken) {
        return draft.witnesses().stream()
                .filter(witness -> witness.field().equals(field) && !says(witness, taken.value()))
                .distinct()
                .toList();
    }

    private Told told(String field, String value, String otherwise) {
        if (value.isEmpty()) {
            return new Told("", "");
        }
        Optional<Witness> witness = draft.witnesses().stream()
                .filter(one -> one.field().equals(field) && says(one, value))
                .findFirst();
        return new Told(value, witness.map(Witness::from).orElse(otherwise));
    }

    /** A witness may say more: an instant for a day, a day for a month, "by" before a name. */
    private static boolean says(Witness witness, String value) {
        return witness.value().contains(value);
    }

    private String fromText() {
        return draft.title().isPlaced() || draft.citations().stream().anyMatch(Passage::isPlaced)
                ? "text of the page"
                : "field of the file";
    }
}
