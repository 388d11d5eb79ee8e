package dev.precis.sparql.site.oai;

import dev.precis.sparql.site.oai.OaiError.Code;
import dev.precis.sparql.site.oai.OaiError.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * A bound of a period: a day or a second, of universal time (section 3.3).
 *
 * @param first the first second of it
 * @param last the last second of it
 */
record Stamp(Instant first, Instant last, boolean day) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final int LAST_SECOND = 86_399;

    /**
     * Reads one.
     *
     * @param argument what it is called, for the one who has to mend it
     * @throws Refused if it is neither a day nor a second
     */
    static Stamp parse(String argument, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                Instant start = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
                return new Stamp(start, start.plusSeconds(LAST_SECOND), true);
            }
            if (SECOND.matcher(text).matches()) {
                Instant second = Instant.parse(text);
                return new Stamp(second, second, false);
            }
        } catch (DateTimeException noSuchDay) {
            // told below
        }
        throw new Refused(
                Code.BAD_ARGUMENT, argument + " is a day like 2020-09-30 or a second like 2020-09-30T23:59:59Z.");
    }
}
