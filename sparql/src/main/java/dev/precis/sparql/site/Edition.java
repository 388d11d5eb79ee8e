package dev.precis.sparql.site;

import dev.precis.sparql.query.Blog;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The site as it is for one version of the store: its blogs, and what has been rendered of it so far. */
public final class Edition {
    private static final long CACHED_BYTES = 64L << 20;

    private final String version;
    private final Instant since;
    private final List<Blog> blogs;
    private final Frames frames;
    private final Departures departures;
    private final Map<String, Response> rendered = new LinkedHashMap<>(16, 0.75f, true);
    private final Findings findings;
    private long bytes;

    /** One of a site from which nothing was ever taken. */
    public Edition(String version, Instant since, List<Blog> blogs, Frames frames) {
        this(version, since, blogs, frames, Departures.NONE);
    }

    Edition(String version, Instant since, List<Blog> blogs, Frames frames, Departures departures) {
        this(version, since, blogs, frames, departures, Findings.none());
    }

    private Edition(
            String version, Instant since, List<Blog> blogs, Frames frames, Departures departures, Findings findings) {
        this.departures = departures;
        this.version = version;
        this.since = since;
        this.blogs = List.copyOf(blogs);
        this.frames = frames;
        this.findings = findings;
    }

    /**
     * The one after this.
     *
     * @param changed the graphs that did in between; empty if that is not known
     */
    Edition next(String otherVersion, Instant when, List<Blog> all, Optional<Set<String>> changed) {
        Findings known = changed.map(findings::followedBy).orElseGet(Findings::none);
        return new Edition(otherVersion, when, all, frames, departures, known);
    }

    String version() {
        return version;
    }

    /** An answer about this version that is made while it is sent, since it may be longer than there is memory. */
    public Response written(
            String iri, String contentType, Response.Writing writing, Instant modified, List<Header> headers) {
        return Response.of(contentType, writing, String.join("\n", version, contentType, iri), modified, headers);
    }

    /** When this version was first seen. */
    public Instant since() {
        return since;
    }

    public List<Blog> blogs() {
        return blogs;
    }

    /** What became of names that were public once. */
    public Departures departures() {
        return departures;
    }

    /** What surrounds the pages. */
    public Frames frames() {
        return frames;
    }

    /** The blog that a name belongs to: the one with the longest root that the name begins with. */
    public Optional<Blog> blogOf(String iri) {
        return blogs.stream()
                .filter(blog -> iri.startsWith(blog.root()))
                .max(Comparator.comparingInt(blog -> blog.root().length()));
    }

    /**
     * What is found out once a version, when it is first asked for, and of which there is one of that class. Whoever
     * asks for it meanwhile waits.
     */
    public <T> T once(Class<T> kind, Supplier<T> finding) {
        return findings.once(kind, finding);
    }

    /**
     * The same of what is kept from version to version.
     *
     * @param following makes it of what was found out about an earlier version, and of the graphs that changed since
     */
    public <T> T once(Class<T> kind, Supplier<T> finding, BiFunction<T, Set<String>, T> following) {
        return findings.once(kind, finding, following);
    }

    synchronized Optional<Response> cached(String key) {
        return Optional.ofNullable(rendered.get(key));
    }

    /** Keeps an answer; the ones that nobody asked for longest make room. */
    synchronized void keep(String key, Response response) {
        if (response.length() > CACHED_BYTES / 4 || rendered.containsKey(key)) {
            return;
        }
        rendered.put(key, response);
        bytes += response.length();
        var eldest = rendered.values().iterator();
        while (bytes > CACHED_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().length();
            eldest.remove();
        }
    }
}
