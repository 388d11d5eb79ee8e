package dev.precis.sparql.entity;

import dev.precis.sparql.archive.NamedGraph;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the graphs of each blog say of people and journals, kept up with them, and what follows. */
final class SaidByBlog {
    private final SortedMap<String, OfBlog> blogs = new TreeMap<>();

    void add(Said said) {
        if (!said.root().isEmpty()) {
            OfBlog blog = blogs.computeIfAbsent(said.root(), root -> new OfBlog());
            blog.people.add(said);
            blog.journals.add(said);
        }
    }

    void remove(Said said) {
        OfBlog blog = blogs.get(said.root());
        if (blog != null) {
            blog.people.remove(said);
            blog.journals.remove(said);
        }
    }

    /** By what the names of a blog begin with. */
    SortedMap<String, OfBlog> blogs() {
        return Collections.unmodifiableSortedMap(blogs);
    }

    /** People and journals of one blog. */
    static final class OfBlog {
        private final People people = new People();
        private final Journals journals = new Journals();
        private Joins joinedPeople = Joins.NONE;
        private Joins joinedJournals = Joins.NONE;

        /** The graph of that name that says which spellings are of one person. */
        NamedGraph people(String name, String base) {
            joinedPeople = joinedPeople.or(name, base, people.joins());
            return joinedPeople.graph();
        }

        /** The same of journals. */
        NamedGraph journals(String name, String base) {
            joinedJournals = joinedJournals.or(name, base, journals.joins());
            return joinedJournals.graph();
        }
    }
}
