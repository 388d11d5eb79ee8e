package dev.precis.sparql.page;

/**
 * What searches in the browser where there is no server that could: addresses of scripts and of what they search.
 *
 * @param library the index of words
 * @param script asks it and shows what it finds
 * @param documents all summaries
 */
public record Finder(String library, String script, String documents) {
    /** Where the server searches. */
    public static final Finder NONE = new Finder("", "", "");

    public boolean isPresent() {
        return !script.isEmpty();
    }
}
