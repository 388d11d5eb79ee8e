package dev.precis.pipeline.extract.words;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that mark a part of a page, as printed: in any case, misspelt, alone or run in. */
public final class Wording {
    /** How many letters may be misspelt. */
    private static final int SLIPS = 2;

    private final List<String> labels;
    private final List<String> keys;
    private final Pattern inside;

    public Wording(List<String> labels) {
        this.labels = labels;
        this.keys = labels.stream().map(Texts::key).toList();
        // run in after the end of a sentence, where nothing but its capitals shows that it is a label
        this.inside = Pattern.compile("[.!?”\"’)\\]] ?("
                + String.join(
                        "|",
                        labels.stream()
                                .flatMap(label -> capitals(label).stream())
                                .toList())
                + ")(?:s?\\s?[:–—]\\s?|\\. | (?=[\\p{Lu}“\"]))");
    }

    private static List<String> capitals(String label) {
        return List.of(Pattern.quote(label), Pattern.quote(label.toUpperCase(Locale.ROOT)));
    }

    /**
     * Whether the block is one of the labels, or begins with one: then where what follows it begins, else 0. A label
     * runs in with a colon or dash, or because only it is bold.
     */
    public int opens(Block block) {
        String text = block.text();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            String wanted = keys.get(i);
            if (block.lead() > 0 && isSlip(Texts.key(text.substring(0, block.lead())), wanted)) {
                return afterPunctuation(text, block.lead());
            }
            if (text.length() <= label.length() + 12 && isSlip(Texts.key(text), wanted)) {
                return text.length();
            }
            int colon = colon(text, label.length() + 8);
            if (colon > 0 && isSlip(Texts.key(text.substring(0, colon)), wanted)) {
                return afterPunctuation(text, colon);
            }
        }
        return 0;
    }

    /** Where in a paragraph a label stands that lost its own line. */
    public Optional<Place> inside(String text) {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = inside.matcher(text);
        return matcher.find() ? Optional.of(new Place(matcher.start(1), matcher.end())) : Optional.empty();
    }

    /** Where a label begins and where the text after it does. */
    public record Place(int start, int end) {}

    /** Where the text goes on after one of the words that it begins with, else 0: "Posted in Training". */
    public static int opening(String text, List<String> words) {
        for (String word : words) {
            int end = word.length();
            if (text.length() > end
                    && text.regionMatches(true, 0, word, 0, end)
                    && !Character.isLetterOrDigit(text.charAt(end))
                    && afterPunctuation(text, end) < text.length()) {
                return afterPunctuation(text, end);
            }
        }
        return 0;
    }

    private static int colon(String text, int within) {
        for (int i = 0; i < Math.min(text.length(), within); i++) {
            if (":–—".indexOf(text.charAt(i)) >= 0
                    || (i > 3 && (text.startsWith(". ", i) || text.startsWith(" - ", i)))) {
                return i;
            }
        }
        return 0;
    }

    private static int afterPunctuation(String text, int from) {
        int at = from;
        while (at < text.length() && " :.–—-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isSlip(String text, String wanted) {
        if (text.equals(wanted) || text.equals(wanted + "s") || wanted.equals(text + "s")) {
            return true;
        }
        return wanted.length() >= 8
                && Math.abs(text.length() - wanted.length()) <= SLIPS
                && distance(text, wanted) <= SLIPS;
    }

    /** Levenshtein distance; both strings are short. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, substitution);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
