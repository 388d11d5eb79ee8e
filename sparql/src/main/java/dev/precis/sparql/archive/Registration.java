package dev.precis.sparql.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the register knows of a graph for good, whether or not the archive has it at the moment.
 *
 * @param graph its IRI, minted once
 * @param keys all that it was ever known by, but what leads to another graph by now
 * @param first when it was kept first, in whole seconds
 * @param modified when what it says changed last, in whole seconds
 * @param content digest of what it said then
 * @param version how many versions of its file there were
 * @param removed its tombstone; empty while it is there
 */
public record Registration(
        String graph,
        SortedSet<String> keys,
        Instant first,
        Instant modified,
        String content,
        long version,
        Optional<Tombstone> removed) {
    private static final Pattern ADDRESS = Pattern.compile("\\S+ address (\\S+)");

    public Registration {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    /**
     * What is left of a graph that was taken out.
     *
     * @param removed when, in whole seconds
     * @param reason for people, one clause
     * @param by who took it out
     * @param successor the graph that stands for it now; empty if none does
     * @param base the IRI prefix under which it was minted, or empty
     */
    public record Tombstone(Instant removed, String reason, By by, Optional<String> successor, String base) {}

    /** Who takes a graph out. */
    public enum By {
        /** A person: it does not come back by itself. */
        EDITOR,
        /** The source, which shows it no more: it comes back when it is there again. */
        SOURCE
    }

    /** The addresses among the keys, as whoever reads pages writes them: {@code blog address host/path}. */
    public Stream<String> addresses() {
        return keys.stream().map(ADDRESS::matcher).filter(Matcher::matches).map(key -> key.group(1));
    }

    Registration with(SortedSet<String> otherKeys) {
        return new Registration(graph, otherKeys, first, modified, content, version, removed);
    }
}
