package dev.precis.pipeline.domain.page;

import java.util.Locale;
import java.util.Set;

/**
 * What a page asks of crawlers, in its head ({@code meta name=robots}) or beside it ({@code X-Robots-Tag}).
 *
 * @param noindex it is not to be published
 * @param nofollow its links are not to be followed
 * @see <a href="https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag">the words of both</a>
 */
public record RobotsRules(boolean noindex, boolean nofollow) {
    public static final RobotsRules NONE = new RobotsRules(false, false);

    /** The name that rules for us alone are for. */
    public static final String OURS = "precis";

    private static final String SEPARATOR = ",";
    /** What has a value after a colon, and is no name of a crawler. */
    private static final Set<String> VALUED =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    /**
     * Reads rules such as {@code noindex, nofollow}, a line each header; a name before them ({@code otherbot: noindex})
     * tells whom they are for, up to the next name or line.
     */
    public static RobotsRules of(String text) {
        RobotsRules rules = NONE;
        for (String line : text.toLowerCase(Locale.ROOT).split("\n", -1)) {
            boolean forUs = true;
            for (String part : line.split(SEPARATOR, -1)) {
                String word = part.strip();
                int colon = word.indexOf(':');
                if (colon > 0 && !VALUED.contains(word.substring(0, colon).strip())) {
                    forUs = word.substring(0, colon).strip().equals(OURS);
                    word = word.substring(colon + 1).strip();
                }
                rules = forUs ? rules.and(word) : rules;
            }
        }
        return rules;
    }

    private RobotsRules and(String word) {
        return switch (word) {
            case "noindex" -> new RobotsRules(true, nofollow);
            case "nofollow" -> new RobotsRules(noindex, true);
            case "none" -> new RobotsRules(true, true);
            default -> this;
        };
    }

    /** All that either asks. */
    public RobotsRules and(RobotsRules other) {
        return new RobotsRules(noindex || other.noindex, nofollow || other.nofollow);
    }
}
