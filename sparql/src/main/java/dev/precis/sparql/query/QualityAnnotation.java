package dev.precis.sparql.query;

import dev.precis.ontology.Precis;
import dev.precis.sparql.query.Card.Item;
import java.util.Set;

/**
 * Something odd, with what it is about (dqv:QualityAnnotation).
 *
 * @param flag what is odd, and about what
 * @param item the summary
 * @param quote the sentence or the citation; empty if it is about the whole summary
 */
public record QualityAnnotation(Flag flag, Item item, String quote) {
    /** Where the summary shows it. */
    public String place() {
        return flag.iri().isEmpty() ? flag.target() : flag.iri();
    }

    /**
     * What is odd about something published.
     *
     * @param target what it is about: an estimate, a finding, a work
     * @param kind the kind of oddity
     * @param explanation what that kind means for a reader; may be empty
     * @param description this case in words; may be empty
     */
    public record Flag(String iri, String target, Named kind, String explanation, String description) {
        /** What became of a study after it was published, and shakes what rests on it. */
        private static final Set<String> ALARMS =
                Set.of("study-retracted", "study-retracted-in-part", "study-of-concern");

        /** Whether readers must not miss it. */
        public boolean isAlarm() {
            String name = kind.iri().substring(kind.iri().indexOf('#') + 1);
            return kind.iri().startsWith(Precis.FLAGS + "#") && ALARMS.contains(name);
        }

        /** The kind of oddity in words. */
        public String label() {
            return kind.name();
        }
    }
}
