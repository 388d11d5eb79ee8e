package dev.precis.sparql.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a study is looked up whose citation prints neither a DOI nor an address. */
public final class LookUp {
    /** It knows journals and books of all fields, and finds a title whatever stands around it. */
    private static final String SEARCH = "https://scholar.google.com/scholar?q=";

    private LookUp() {}

    /**
     * The address of a search for it.
     *
     * @param title sought as a phrase; where it could not be read, the citation is sought for
     */
    public static String address(String title, String citation) {
        return SEARCH + URLEncoder.encode(title.isEmpty() ? citation : '"' + title + '"', StandardCharsets.UTF_8);
    }
}
