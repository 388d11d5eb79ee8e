package dev.precis.pipeline.extract.date;

import dev.precis.pipeline.domain.PublicationDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days written in numbers: "04/05/2020", "2020/05/04", "4.5.20". */
public final class NumericDate {

    /** What comes first where the year comes last. */
    enum Order {
        DAY,
        MONTH,
        /** Nothing tells. */
        UNTOLD
    }

    private static final Pattern DATE =
            Pattern.compile("(?<![\\d./-])(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{2,4})(?![\\d/-])");
    private static final int MONTHS = 12;
    private static final int LONGEST_LINE = 160;

    private final Order order;

    private NumericDate(Order order) {
        this.order = order;
    }

    /**
     * Reads as a page writes: as those of its lines show where a number is above twelve, else as a language does.
     *
     * @param lines of the page
     * @param languages BCP 47, the surest first; English without a region tells nothing
     */
    public static NumericDate of(Collection<String> lines, List<String> languages) {
        Set<Order> shown = EnumSet.noneOf(Order.class);
        lines.stream()
                .filter(line -> line.length() <= LONGEST_LINE)
                .flatMap(line -> DATE.matcher(line).results().map(found -> found.group()))
                .map(NumericDate::shown)
                .forEach(shown::add);
        shown.remove(Order.UNTOLD);
        return new NumericDate(
                shown.size() == 1
                        ? shown.iterator().next()
                        : languages.stream()
                                .map(NumericDate::customary)
                                .filter(order -> order != Order.UNTOLD)
                                .findFirst()
                                .orElse(Order.UNTOLD));
    }

    /** What a day tells of the order by its numbers alone; full stops stand after days everywhere. */
    private static Order shown(String day) {
        Matcher date = DATE.matcher(day);
        if (!date.matches()
                || date.group(1).length() > 2
                || date.group(2).equals(".")
                || read(date, Order.DAY).isEmpty() == read(date, Order.MONTH).isEmpty()) {
            return Order.UNTOLD;
        }
        return read(date, Order.DAY).isPresent() ? Order.DAY : Order.MONTH;
    }

    /** As Unicode CLDR has it; where the year is written first, people write the rest in either order. */
    private static Order customary(String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (locale.getLanguage().isEmpty()
                || (locale.getLanguage().equals("en") && locale.getCountry().isEmpty())) {
            return Order.UNTOLD;
        }
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.startsWith("y")
                ? Order.UNTOLD
                : pattern.indexOf('M') < pattern.indexOf('d') ? Order.MONTH : Order.DAY;
    }

    /** The first day in a line. */
    Optional<ReadDay> inside(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find() || date.group(1).length() == 3) {
            return Optional.empty();
        }
        if (date.group(1).length() == 4) {
            return day(number(date, 1), number(date, 3), number(date, 4)).map(ReadDay::sure);
        }
        Optional<PublicationDate> dayFirst = read(date, Order.DAY);
        Optional<PublicationDate> monthFirst = read(date, Order.MONTH);
        if (dayFirst.isEmpty() || monthFirst.isEmpty() || date.group(2).equals(".")) {
            return dayFirst.or(() -> monthFirst).map(ReadDay::sure);
        }
        return switch (order) {
            case DAY -> dayFirst.map(ReadDay::sure);
            case MONTH -> monthFirst.map(ReadDay::sure);
            case UNTOLD -> Optional.of(new ReadDay(dayFirst.get(), monthFirst.get()));
        };
    }

    private static Optional<PublicationDate> read(Matcher date, Order order) {
        int first = number(date, 1);
        int second = number(date, 3);
        int year = date.group(4).length() == 2 ? 2000 + number(date, 4) : number(date, 4);
        return order == Order.MONTH ? day(year, first, second) : day(year, second, first);
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    /** Whether a line is such a day and nothing else. */
    public static boolean isAll(String text) {
        return DATE.matcher(text).matches();
    }

    /** A line without such days. */
    public String without(String text) {
        return DATE.matcher(text).replaceAll(" ");
    }

    private static Optional<PublicationDate> day(int year, int month, int day) {
        try {
            return year < 1900 || year > 2100 || month > MONTHS
                    ? Optional.empty()
                    : Optional.of(PublicationDate.of(LocalDate.of(year, month, day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
