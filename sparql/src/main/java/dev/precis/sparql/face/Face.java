package dev.precis.sparql.face;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the pages of a blog look like, and the pages that it wrote itself.
 *
 * @param logo in the place of its name
 * @param style sheet that changes what all pages have
 * @param pages that it wrote
 * @param footer what each page says at its end; may be empty
 */
public record Face(Optional<Logo> logo, Optional<FaceFile> style, List<OwnPage> pages, String footer) {
    /** That of a blog that says nothing of it. */
    public static final Face NONE = new Face(Optional.empty(), Optional.empty(), List.of(), "");

    public Face {
        pages = List.copyOf(pages);
    }

    /**
     * A picture with the blog's name as its text.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Logo(FaceFile file, int width, int height) {}

    /**
     * A page that a blog wrote itself.
     *
     * @param key what its address ends in, and its usual words are called by
     * @param inMenu whether the menu has it, too, not the end of each page alone
     * @param title in the words of the blog; empty for the usual ones
     * @param opening how its text begins, for search engines; may be empty
     * @param html that nothing runs in, and nothing is fetched for from elsewhere
     */
    public record OwnPage(String key, boolean inMenu, String title, String opening, String html) {}

    /**
     * A style sheet that sets variables of the one that all pages have; none where it would set nothing.
     *
     * @param light variables, without hyphens, and their values
     * @param dark those for readers who want dark pages
     */
    public static Optional<FaceFile> style(Map<String, String> light, Map<String, String> dark) {
        String css = rule("light", new TreeMap<>(light)) + rule("dark", new TreeMap<>(dark));
        return css.isEmpty()
                ? Optional.empty()
                : Optional.of(new FaceFile("css", "text/css; charset=utf-8", css.getBytes(StandardCharsets.UTF_8)));
    }

    private static String rule(String scheme, SortedMap<String, String> variables) {
        StringBuilder set = new StringBuilder();
        variables.forEach((variable, value) ->
                set.append("--").append(variable).append(": ").append(value).append("; "));
        // what is usual on dark pages is said of :root, too, and would not count any more
        return set.isEmpty() ? "" : "@media (prefers-color-scheme: " + scheme + ") { :root { " + set + "} }\n";
    }

    /** The file of that name, if it has one. */
    public Optional<FaceFile> file(String name) {
        return Stream.concat(logo.map(Logo::file).stream(), style.stream())
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    /** The page that is called so, if there is one. */
    public Optional<OwnPage> page(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }
}
