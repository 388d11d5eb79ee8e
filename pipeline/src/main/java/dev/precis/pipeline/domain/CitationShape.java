package dev.precis.pipeline.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from the shape of a line whether it cites a study: names of authors, then a year, then a work. Where the line
 * stands on its page does not matter. Every pattern is bounded, so the time grows with the length of the line only.
 */
public final class CitationShape {
    private static final String WORD = "[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}'’‘ʼ‐‑-]{0,40}";
    private static final String PARTICLE =
            "(?:[dD][aeiu]|d[eo]s|das|del|della|dell|der|den|[vV][ao]n|vom|zu[mr]?|te[nr]"
                    + "|la|le|el|al|bin|ibn|af|av|y|[dl]['’]|['’]t|St\\.)";
    private static final String FAMILY =
            "(?:" + PARTICLE + " ?){0,3}" + WORD + "(?: (?:" + PARTICLE + " ?){0,3}" + WORD + "){0,3}";
    private static final String INITIALS = "\\p{Lu}\\p{L}{0,2}\\.(?:[ ‐‑-]{0,2}\\p{L}{1,2}\\.){0,6}";
    private static final String BARE_INITIALS = "(?:\\p{Lu}[ -]?){1,4}(?![\\p{L}\\p{M}'’.])";
    private static final String SUFFIX = "(?:,? (?:Jr|Sr|II|III|IV)\\b\\.?)?";

    /** Family name first, as bibliographies do; the comma between the two is sometimes forgotten. */
    private static final Pattern INVERTED = Pattern.compile(
            FAMILY + "(?: ?, ?| )(?:" + INITIALS + "|" + BARE_INITIALS + ")" + SUFFIX + "(?: ?\\(Eds?\\.?\\)[.,]?)?");

    private static final Pattern SEPARATOR = Pattern.compile("[ ,;]{0,3}(?:(?:&|and|et(?! al\\b)|und|with) )?,? ?");
    private static final Pattern ELISION =
            Pattern.compile("(?:\\. ?){2,6}|… ?\\.?|\\b(?:et al|al, ?e)\\b\\.?|and others");

    /** Given name first, two persons or more: {@code Ana Maria Diaz & J. Roe}. */
    private static final Pattern NATURAL =
            Pattern.compile("(?:" + INITIALS + "|" + WORD + ")(?: (?:" + INITIALS + "|" + FAMILY + ")){1,3}");

    /** A group: a proper name with small words inside. */
    private static final Pattern GROUP = Pattern.compile(
            "(?:The )?" + WORD + "(?:,? (?:" + WORD + "|&|of|for|and|on|in|the|de|des|pour|la)){0,20}\\.?");

    private static final Pattern CUT_NAME = Pattern.compile("[ ,;&.]{0,6}(?:" + FAMILY + " ?,?)?");

    private static final String YEAR = "(?:1[5-9]|20)\\d\\d";
    private static final Pattern DATE = Pattern.compile(
            "[ ,.:]{0,3}[(\\[](?:" + YEAR + "[a-z]?(?:[,/–-][^()\\[\\]]{1,30})?"
                    + "|in press|n\\. ?d\\.?|forthcoming|submitted|in preparation)[)\\]]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_YEAR = Pattern.compile("\\b" + YEAR + "\\b");
    private static final Pattern PROSE_GOES_ON = Pattern.compile(" ?(?:,|['’]s)? ?\\p{Ll}");
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:references?|citations?|sources?|cited)\\b[ :.]{1,3})|[\\[(]?\\d{1,3}[\\])., ]{1,3}|[•·*>–-] ?",
            Pattern.CASE_INSENSITIVE);

    /** What only bibliographies print: volume and pages, an address of the work, editors, place and publisher. */
    private static final Pattern IMPRINT = Pattern.compile("\\b\\d{1,4} ?\\(\\d{1,4}(?:[-–/‐]\\d{1,4})?\\)|, ?\\d{1,4}"
            + " ?[,:] ?[eE]?\\d|\\b\\d{4} ?; ?\\d|\\bpp?\\. ?\\d|10\\.\\d{4,9}/|https?://|\\(Eds?\\.?\\)|\\(\\d+\\w\\w"
            + " ed|(?i:advance online|online first|in press)|[.)] \\p{Lu}[\\p{L} ,.]{2,40} ?: \\p{Lu}[^.:]{1,60}\\.?$");

    private CitationShape() {}

    public static boolean looksLikeCitation(String line) {
        String text = withoutLabel(Texts.normalise(line));
        Run authors = invertedNames(text);
        if (authors.names() > 0) {
            Matcher date = DATE.matcher(text).region(authors.end(), text.length());
            if (date.lookingAt()) {
                return !goesOnAsProse(text, date.end());
            }
            return isCutInsideTheNames(text, authors)
                    || ((authors.names() > 1 || hasImprint(text))
                            && !goesOnAsProse(text, authors.end())
                            && BARE_YEAR.matcher(text).find(authors.end()));
        }
        return beginsWithPersons(text) || beginsWithGroup(text);
    }

    private static String withoutLabel(String text) {
        Matcher label = LABEL.matcher(text);
        return label.lookingAt() ? text.substring(label.end()).strip() : text;
    }

    /** How many inverted names the text begins with, and where they end. */
    private static Run invertedNames(String text) {
        int names = 0;
        int end = 0;
        int at = 0;
        while (true) {
            Matcher elision = ELISION.matcher(text).region(at, text.length());
            Matcher name = INVERTED.matcher(text).region(at, text.length());
            if (names > 0 && elision.lookingAt()) {
                end = elision.end();
            } else if (name.lookingAt()) {
                names++;
                end = name.end();
            } else {
                return new Run(names, end);
            }
            Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
            at = separator.lookingAt() ? separator.end() : end;
        }
    }

    private static boolean isCutInsideTheNames(String text, Run authors) {
        // a signature ("Dana E. Whitfield, Ph.D.") has no comma in its first pair of words
        Matcher first = INVERTED.matcher(text);
        return authors.names() > 1
                && first.lookingAt()
                && first.group().indexOf(',') > 0
                && CUT_NAME.matcher(text).region(authors.end(), text.length()).matches();
    }

    private static boolean beginsWithPersons(String text) {
        int persons = 0;
        int end = 0;
        int at = 0;
        Matcher name = NATURAL.matcher(text);
        while (name.region(at, text.length()).lookingAt()) {
            persons++;
            end = name.end();
            Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
            at = separator.lookingAt() ? separator.end() : end;
        }
        Matcher date = DATE.matcher(text).region(end, text.length());
        boolean joined = persons > 1 && text.lastIndexOf(" & ", end) > 0;
        return persons > 0
                && date.lookingAt()
                && !goesOnAsProse(text, date.end())
                && (joined || hasImprint(text.substring(date.end())));
    }

    private static boolean beginsWithGroup(String text) {
        Matcher group = GROUP.matcher(text);
        if (!group.lookingAt()) {
            return false;
        }
        Matcher date = DATE.matcher(text).region(group.end(), text.length());
        return date.lookingAt() && !goesOnAsProse(text, date.end()) && hasImprint(text.substring(date.end()));
    }

    private static boolean goesOnAsProse(String text, int from) {
        return PROSE_GOES_ON.matcher(text).region(from, text.length()).lookingAt();
    }

    private static boolean hasImprint(String text) {
        return IMPRINT.matcher(text).find();
    }

    private record Run(int names, int end) {}
}
