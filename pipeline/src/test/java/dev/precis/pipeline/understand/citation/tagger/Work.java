package dev.precis.pipeline.understand.citation.tagger;

import java.util.List;
import java.util.Map;

/**
 * A made-up work with all that a style may print of it.
 *
 * @param kind article, chapter, book or other
 * @param fields by the names that {@code styles.txt} uses; a missing one is empty
 */
record Work(String kind, List<Person> authors, List<Person> editors, Map<String, String> fields) {
    /** A person; a group has no given names. */
    record Person(String family, String given, String suffix) {
        boolean isGroup() {
            return given.isEmpty();
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
