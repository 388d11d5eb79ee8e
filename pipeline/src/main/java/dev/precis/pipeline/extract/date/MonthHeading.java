package dev.precis.pipeline.extract.date;

import dev.precis.pipeline.domain.PublicationDate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads months as pages write them: headings, lines such as "Posted on ...", and names of files. */
public final class MonthHeading {
    private static final String NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String SERIES = "(?:blogs?|archives?|issue|edition|posts?|newsletter|updates?)";
    /** "September 2020", "SEPT. 2014", "PPRNet Blog: July 2014", "blogFebruary 2013", "1 May 2021", "May 1, 2021". */
    private static final Pattern HEADING = Pattern.compile(
            "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2} )?"
                    + "(?:(.{0,40}?)[:|–—-]\\s*|.{0,40}?\\b" + SERIES + " (?:(?:for|of|from) )?|blog)?"
                    + "(?:(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?)?" + NAME
                    + "\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? ?((?:19|20)\\d\\d)\\.?(?: " + SERIES + ")?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR_FIRST =
            Pattern.compile("((?:19|20)\\d\\d)[ ,:–—-]{1,3}" + NAME + "\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("((?:19|20)\\d\\d)-(\\d\\d)(?:-(\\d\\d))?(?:T.{0,30})?");
    private static final Pattern INSIDE = Pattern.compile(
            "(?:(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?|" + MonthNames.BEGINNING + ")" + NAME
                    + "\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? ((?:19|20)\\d\\d)" + MonthNames.END,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_NAME = Pattern.compile(
            "(?<![a-z])" + NAME + "[-_ ]?((?:19|20)\\d\\d)(?!\\d)|((?:19|20)\\d\\d)[-_/](0[1-9]|1[0-2])(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 80;
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /**
     * "März 2023", "Sept. 2023": names as they stand alone and as they stand in a date, which some languages tell
     * apart.
     */
    private static final List<String> IN_ITS_LANGUAGE = List.of("LLLL yyyy", "MMMM yyyy", "LLL yyyy", "MMM yyyy");

    /** How {@link DateTimeFormatter} describes itself where it reads a day. */
    private static final Pattern HAS_DAY = Pattern.compile("Value\\(DayOfMonth");

    private final List<DateTimeFormatter> patterns;
    private final MonthNames names;

    /**
     * @param patterns further forms, in {@link DateTimeFormatter}'s letters
     * @param language of the blog; English names are known in every one
     */
    public MonthHeading(List<String> patterns, Locale language) {
        this.patterns = Stream.concat(
                        patterns.stream()
                                .flatMap(pattern -> Stream.of(language, Locale.ENGLISH)
                                        .distinct()
                                        .map(locale -> formatter(pattern, locale))),
                        IN_ITS_LANGUAGE.stream().map(pattern -> formatter(pattern, language)))
                .toList();
        this.names = new MonthNames(language);
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                .toFormatter(locale);
    }

    /** The month that a block is the heading of. */
    public Optional<PublicationDate> heading(String text) {
        if (text.length() > LONGEST || text.chars().noneMatch(MonthHeading::isDigit)) {
            return Optional.empty(); // most lines, told apart without a look at each pattern
        }
        Optional<PublicationDate> own = patterns.stream()
                .flatMap(pattern -> parse(pattern, text).stream())
                .findFirst();
        if (own.isPresent() || !hasYear(text)) {
            return own;
        }
        Matcher matcher = HEADING.matcher(text);
        if (matcher.matches() && isLabel(matcher.group(1))) {
            return date(matcher.group(5), matcher.group(3), first(matcher.group(2), matcher.group(4)));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(2), "");
        }
        return machineReadable(text);
    }

    /** A date somewhere in a line such as "Posted on 3 May 2021 by ...". */
    public Optional<PublicationDate> inside(String text) {
        if (!hasYear(text)) {
            return Optional.empty();
        }
        Matcher matcher = INSIDE.matcher(text);
        return matcher.find()
                ? date(matcher.group(4), matcher.group(2), first(matcher.group(1), matcher.group(3)))
                : names.inside(text);
    }

    /** A line without the dates in it. */
    public String withoutDates(String text) {
        return hasYear(text) ? names.without(INSIDE.matcher(text).replaceAll(" ")) : text;
    }

    /** Whether there is a year in it such as every month here is told with. */
    private static boolean hasYear(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            if ((text.startsWith("19", i) || text.startsWith("20", i))
                    && isDigit(text.charAt(i + 2))
                    && isDigit(text.charAt(i + 3))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** ISO 8601, as in {@code <time datetime>}. */
    public Optional<PublicationDate> machineReadable(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(number(matcher.group(1)), number(matcher.group(2)));
            return Optional.of(
                    matcher.group(3) == null
                            ? PublicationDate.of(month)
                            : PublicationDate.of(month.atDay(number(matcher.group(3)))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /**
     * The month that an address or a file's name carries: {@code ..._sept2013.html}, {@code jan_2017},
     * {@code /2014/10/}.
     */
    public Optional<PublicationDate> inAddress(String address) {
        Matcher matcher = IN_NAME.matcher(address);
        Optional<PublicationDate> last = Optional.empty();
        while (matcher.find()) {
            last = matcher.group(1) != null
                    ? date(matcher.group(2), matcher.group(1), "")
                    : machineReadable(matcher.group(3) + "-" + matcher.group(4));
        }
        return last;
    }

    private static Optional<PublicationDate> parse(DateTimeFormatter pattern, String text) {
        ParsePosition end = new ParsePosition(0);
        if (pattern.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty(); // an exception for each line that is no date would cost more than all else
        }
        try {
            LocalDate day = LocalDate.parse(text, pattern);
            boolean printed = HAS_DAY.matcher(pattern.toString()).find();
            return Optional.of(printed ? PublicationDate.of(day) : PublicationDate.of(YearMonth.from(day)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static boolean isLabel(@Nullable String before) {
        return before == null || before.matches("(?i).*\\b(?:" + SERIES + "|month)\\b.*");
    }

    private static Optional<PublicationDate> date(String year, String name, String day) {
        String prefix = name.toLowerCase(Locale.ROOT).substring(0, 3);
        int month = 1;
        while (!MONTHS.get(month - 1).startsWith(prefix)) {
            month++;
        }
        try {
            YearMonth yearMonth = YearMonth.of(number(year), month);
            return Optional.of(
                    day.isEmpty() ? PublicationDate.of(yearMonth) : new PublicationDate(yearMonth, number(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
