package dev.precis.sparql.query;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.words.Marker;
import dev.precis.sparql.words.TextProperty;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Why a summary was found.
 *
 * @param kinds what of it has the words, the most telling first
 * @param sentence where they stand; empty if in a title, a name or the citation alone
 * @param citation that which lists show, if they stand there and in no sentence
 */
public record Found(List<Kind> kinds, List<Piece> sentence, List<Piece> citation) {
    public Found {
        kinds = List.copyOf(kinds);
        sentence = List.copyOf(sentence);
        citation = List.copyOf(citation);
    }

    /** Part of a text, which was sought or not. */
    public record Piece(String text, boolean marked) {}

    static List<Piece> pieces(List<Marker.Piece> marked) {
        return marked.stream()
                .map(piece -> new Piece(piece.text(), piece.marked()))
                .toList();
    }

    /** What can have words. */
    public enum Kind {
        TITLE,
        TOPIC,
        TYPE,
        FINDING,
        IMPLICATION,
        TEXT,
        CITATION,
        PERSON,
        JOURNAL,
        ISSUE;

        /** That of a text, by what it is said of. */
        static Kind of(TextProperty property, Set<Node> types) {
            return switch (property) {
                case HEADLINE -> TITLE;
                case BODY -> TEXT;
                case TEXT -> types.contains(Precis.PracticeImplication.asNode()) ? IMPLICATION : FINDING;
                case CITATION -> CITATION;
                case LABEL, SYNONYM, SPELLING -> TOPIC;
                case NAME -> named(types);
            };
        }

        private static Kind named(Set<Node> types) {
            if (types.contains(Schema.Periodical.asNode())) {
                return JOURNAL;
            }
            if (types.contains(Schema.PublicationIssue.asNode())) {
                return ISSUE;
            }
            // a contributor as printed has no type but by what points to it (ADR 45)
            return types.isEmpty() || types.contains(Schema.Person.asNode()) ? PERSON : CITATION;
        }
    }
}
