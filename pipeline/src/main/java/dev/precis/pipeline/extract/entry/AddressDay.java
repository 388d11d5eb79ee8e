package dev.precis.pipeline.extract.entry;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The day of a post by the clock of its blog, where a feed tells the instant alone: the day before or after that in
 * UTC, if the address of the post names it, as WordPress's permalinks do
 * (https://wordpress.org/documentation/article/customize-permalinks/).
 */
final class AddressDay {
    private static final Pattern DAY = Pattern.compile("/(\\d{4})/(\\d{2})(?:/(\\d{2}))?(?:/|$)");

    private AddressDay() {}

    /** @param day in UTC */
    static LocalDate of(LocalDate day, URI address) {
        Matcher named = DAY.matcher(String.valueOf(address.getRawPath()));
        if (!named.find()) {
            return day;
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(named.group(1)), Integer.parseInt(named.group(2)));
            int ofMonth = named.group(3) == null ? 0 : Integer.parseInt(named.group(3));
            return Stream.of(day, day.minusDays(1), day.plusDays(1))
                    .filter(one ->
                            YearMonth.from(one).equals(month) && (ofMonth == 0 || one.getDayOfMonth() == ofMonth))
                    .findFirst()
                    .orElse(day);
        } catch (DateTimeException noMonth) {
            return day;
        }
    }
}
