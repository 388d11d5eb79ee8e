package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads volume, issue and pages of a journal at the end of what is unread. */
final class LocatorReader {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String VOLUME =
            "(?:\\b(?:vol(?:ume)?|bd|band|tome?|jg|jahrgang|v(?=\\.)|t(?=\\.)|\u0442(?=\\.)|year)\\.?"
                    + " ?)?(?<volume>\\d{1,4}(?:[A-Z]|th|-\\d{1,4})?|(?-i:[IVXLC]{2,9}))";
    private static final String ISSUE = "(?: ?\\("
        + " ?(?<issue>[^()]{0,20}\\d[^()]{0,12}|[^()]{0,10}(?:suppl|special|issue|spring|summer|fall|autumn|winter)[^()]{0,16})"
        + " ?\\))";
    private static final String CUT_ISSUE = " ?\\((?<issue>\\d{0,4})";
    private static final String NUMBERED_ISSUE =
            "(?:[,.]? (?:- )?(?:no|nr|n\u00b0|n\u00ba|n|n\u00fam|num|issues?|iss|heft|h(?=\\.)|\u2116)\\.?"
                    + " ?(?<issue>\\d{1,4}(?: ?[/-] ?\\d{1,4})?))";
    private static final String PAGE = "[A-Z]{0,2}\\d{1,7}[A-Z]?";
    private static final String PAGES = "(?:pp?\\.? ?|pages? |s\\. ?|\u0441\\. ?)?(?<page>" + PAGE + "(?: ?-{1,2} ?"
            + PAGE + ")?(?:, ?" + PAGE + " ?- ?" + PAGE + "){0,3})";
    private static final String RANGE = "(?:pp?\\.? ?|pages? |s\\. ?)?(?<page>" + PAGE + " ?-{1,2} ?" + PAGE + ")";
    private static final String MARKED_PAGES = "pp?\\.? ?(?<page>" + PAGE + "(?: ?-{1,2} ?" + PAGE + ")?)";
    private static final String ARTICLE =
            "(?:(?:article|art\\.?)(?: (?:no\\.?|number|id))? ?:? ?(?<number>[A-Z]?\\d{1,9}))";
    private static final String SEPARATOR = "[,.;:]{0,2}[ \u0001]{1,3}";
    private static final String BETWEEN = "[ \u0001]{0,24}[,:.;][ ,\u0001-]{0,24}";
    // a line that was cut may end in the hyphen of its pages
    private static final String END = "[ .,;:\u0001-]*$";
    private static final int LONGEST = 120;
    private static final Pattern NUMERAL = Pattern.compile("\\d|[IVXLC]{2}");

    private static final String[] NUMBERED = {" n", " iss", " h", "\u2116"};

    /** From the fullest form to the barest; each reaches to the end of the unread text. */
    private static final List<Form> FORMS = List.of(
            form(SEPARATOR + VOLUME + ISSUE + BETWEEN + PAGES, "("),
            form(SEPARATOR + VOLUME + ISSUE + " " + RANGE, "("),
            form(",? ?;" + VOLUME + "(?:" + ISSUE + ")?(?:" + BETWEEN + PAGES + ")?", ";"),
            form(SEPARATOR + VOLUME + "[ ,]{1,2}(?<issue>suppl(?:ement)?\\.? ?\\d{0,3})" + BETWEEN + PAGES, "suppl"),
            form(SEPARATOR + VOLUME + NUMBERED_ISSUE + BETWEEN + PAGES, NUMBERED),
            form(
                    "[, ]\u0001{0,9} ?" + VOLUME + "[.](?<issue>\\d{1,3}(?:[/-]\\d{1,3})?)(?: ?\u0001{1,20})?" + BETWEEN
                            + PAGES,
                    "."),
            form("(?<=[\\p{L}.]) " + VOLUME + " " + RANGE, "-"),
            form(SEPARATOR + VOLUME + " ?: ?(?<issue>\\d{1,3})" + BETWEEN + RANGE, ":"),
            form("(?<=[.,]) " + VOLUME + ", (?<issue>\\d{1,2}), " + RANGE, "-"),
            form(SEPARATOR + VOLUME + BETWEEN + PAGES, ""),
            form(SEPARATOR + VOLUME + ISSUE + "(?:" + BETWEEN + ARTICLE + ")?", "("),
            form(SEPARATOR + VOLUME + CUT_ISSUE, "("),
            form(SEPARATOR + VOLUME + NUMBERED_ISSUE + "(?:" + BETWEEN + ARTICLE + ")?", NUMBERED),
            form(SEPARATOR + VOLUME + BETWEEN + ARTICLE, "art"),
            form(" ?" + ISSUE + BETWEEN + PAGES, "("),
            form(", " + RANGE, "-"),
            form("[,.] " + MARKED_PAGES, "p"),
            form("(?:, |[,.]? (?=vol))" + VOLUME, ""));

    private static final List<CitationField> FIELDS =
            List.of(CitationField.VOLUME, CitationField.ISSUE, CitationField.NUMBER);

    private LocatorReader() {}

    /** A pattern, and texts one of which it cannot do without: to look for them first saves most searches. */
    private record Form(Pattern pattern, Set<String> groups, List<String> oneOf) {
        boolean mayStandIn(String lowerCase) {
            return oneOf.stream().anyMatch(lowerCase::contains);
        }
    }

    private static Form form(String text, String... oneOf) {
        Pattern pattern = Pattern.compile("(?<![,;:] )" + text + END, FLAGS);
        return new Form(pattern, Set.copyOf(pattern.namedGroups().keySet()), List.of(oneOf));
    }

    /** Keeps what is found and moves the end of the unread part before it; false where nothing is found. */
    static boolean read(CitationReading reading) {
        if (PlainLocator.read(reading)) {
            return true;
        }
        if (!reading.findFrom(reading.end - LONGEST, NUMERAL).find()) {
            return false;
        }
        String unread = reading.lowerCase();
        String tail = unread.substring(Math.max(0, unread.length() - LONGEST - 1));
        for (Form form : FORMS) {
            if (!form.mayStandIn(tail)) {
                continue;
            }
            Matcher locator = reading.findFrom(reading.end - LONGEST, form.pattern());
            if (locator.find() && !isTitle(reading, locator)) {
                keep(reading, locator, form.groups());
                reading.end = locator.start();
                return true;
            }
        }
        return false;
    }

    private static void keep(CitationReading reading, Matcher locator, Set<String> groups) {
        for (CitationField field : FIELDS) {
            if (groups.contains(field.csl()) && locator.start(field.csl()) >= 0) {
                reading.keep(field, locator.start(field.csl()), locator.end(field.csl()));
            }
        }
        if (groups.contains("page") && locator.start("page") >= 0) {
            Pages.keep(reading, locator.start("page"), locator.end("page"));
        }
    }

    /** A title that ends in a number has nothing before it that could be a journal. */
    private static boolean isTitle(CitationReading reading, Matcher locator) {
        return locator.start() <= reading.start;
    }
}
