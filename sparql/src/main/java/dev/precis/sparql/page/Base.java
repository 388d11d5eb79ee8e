package dev.precis.sparql.page;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IRI that every name of ours begins with. Links in pages are paths, so that a page works under whatever host it
 * was reached by; names are never made from the request.
 *
 * @param iri absolute, ends in a slash
 * @param files whether everything is a file, so that no address that is followed may have parameters
 */
public record Base(String iri, boolean files) {
    /** A page of a list: folder, name, what the name ends in, number, place. */
    private static final Pattern PART =
            Pattern.compile("((?:[^?#]*/)?)([^?#/.]+)((?:\\.[^?#/]*)?)\\?page=([0-9]+)(#.*)?");

    private static final Pattern PART_AMONG_FILES = Pattern.compile("([^?#]*)/page=([0-9]+)((?:\\.[^?#/]*)?)");
    private static final String HTML = ".html";
    private static final String PERSISTENT = "https://w3id.org/precis/";

    public Base {
        URI uri = URI.create(iri);
        if (!uri.isAbsolute() || uri.isOpaque() || !iri.endsWith("/") || uri.getQuery() != null) {
            throw new IllegalArgumentException("<" + iri + ">: a base IRI is absolute and ends in a slash");
        }
    }

    /** Of a site that answers. */
    public Base(String iri) {
        this(iri, false);
    }

    /** The path part of the base: {@code /} or such as {@code /precis/}. */
    public String path() {
        return URI.create(iri).getRawPath();
    }

    /** The host that it names, without a port. */
    public String host() {
        return Objects.requireNonNullElse(URI.create(iri).getHost(), "");
    }

    /** Whether the name is one of ours. */
    public boolean holds(String name) {
        return name.startsWith(iri);
    }

    /** The name of a document here, for a persistent name of our vocabulary; any other name stays as it is. */
    public String iri(String name) {
        return name.startsWith(PERSISTENT) ? iri + name.substring(PERSISTENT.length()) : name;
    }

    /** Where to find a resource: a path if it is ours, else its own address. */
    public String href(String name) {
        String here = iri(name);
        return holds(here) ? path() + place(here.substring(iri.length())) : name;
    }

    /** The address by which an address of ours is to be known. */
    public String address(String name) {
        return holds(name) ? iri + place(local(name)) : name;
    }

    /** Among files the second page of {@code works} is {@code works/page=2}. */
    private String place(String local) {
        Matcher part = PART.matcher(local);
        if (!files || !part.matches()) {
            return local;
        }
        String suffix = part.group(3).equals(HTML) ? "" : part.group(3);
        String place = part.group(5) == null ? "" : part.group(5);
        return part.group(1) + part.group(2) + "/page=" + part.group(4) + suffix + place;
    }

    /** What is to be asked for, for what lies at a place among files: the other way round. */
    public static String target(String place) {
        Matcher part = PART_AMONG_FILES.matcher(place);
        return part.matches()
                ? part.group(1) + (part.group(3).isEmpty() ? HTML : part.group(3)) + "?page=" + part.group(2)
                : place;
    }

    /** What the base is followed by in a name of ours. */
    public String local(String name) {
        return name.substring(iri.length());
    }
}
