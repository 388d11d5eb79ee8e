package dev.precis.pipeline.source;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and times as people write them: {@code 500ms}, {@code 2s}, {@code 5 MB}, {@code 0 3 * * *}. */
final class Quantities {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([A-Za-z]+)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    // SI: 1 kB = 1000 B; IEC 80000-13: 1 KiB = 1024 B
    private static final Map<String, Long> BYTES =
            Map.of("b", 1L, "kb", 1000L, "mb", 1_000_000L, "kib", 1024L, "mib", 1_048_576L);

    private static final CronParser CRON = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private Quantities() {}

    static Duration duration(String text) {
        return Duration.ofMillis(read(text, MILLISECONDS).longValueExact());
    }

    static int bytes(String text) {
        int bytes = read(text, BYTES).intValueExact();
        if (bytes < 1) {
            throw new IllegalArgumentException("no size: " + text);
        }
        return bytes;
    }

    /** Five fields of cron, as they are written. */
    static String schedule(String text) {
        CRON.parse(text).validate();
        return text;
    }

    private static BigDecimal read(String text, Map<String, Long> units) {
        Matcher form = FORM.matcher(text);
        Long unit = form.matches() ? units.get(form.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("no quantity: " + text);
        }
        return new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit));
    }
}
