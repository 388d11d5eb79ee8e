package dev.precis.sparql.page;

import java.util.List;

/**
 * A vocabulary of ours as its page shows it.
 *
 * @param iri its namespace, without the hash
 * @param terms in the order of their labels, classes first
 */
public record Vocabulary(String iri, String title, String description, String version, List<Term> terms) {
    public Vocabulary {
        terms = List.copyOf(terms);
    }

    /** The terms of one kind. */
    public List<Term> of(String kind) {
        return terms.stream().filter(term -> term.kind().equals(kind)).toList();
    }

    /** The kinds of terms that there are, in order. */
    public List<String> kinds() {
        return terms.stream().map(Term::kind).distinct().toList();
    }

    /**
     * A class, a property or a concept.
     *
     * @param kind what it is, such as {@code Class}
     * @param comment may be empty
     * @param facts everything else that is said about it
     */
    public record Term(String iri, String kind, String label, String comment, List<Fact> facts) {
        public Term {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One property of a term with all its values.
     *
     * @param label what it says, in words
     * @param values texts and the names of other resources
     */
    public record Fact(String label, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }
}
