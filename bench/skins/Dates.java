import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Dates as the blog prints them. */
final class Dates {
    private static final Map<String, String> LONG =
            Map.of("de", "d. MMMM yyyy", "fr", "d MMMM yyyy", "es", "d 'de' MMMM 'de' yyyy", "en", "d MMMM yyyy");

    private Dates() {}

    /** In words, without anything odd. */
    static String text(LocalDateTime time, Plan plan) {
        String language = plan.words.locale.getLanguage();
        String pattern = language.equals("en") && plan.american ? "MMMM d, yyyy" : LONG.get(language);
        return time.format(DateTimeFormatter.ofPattern(pattern, plan.words.locale));
    }

    static String month(LocalDateTime time, Plan plan) {
        String pattern = plan.words.locale.getLanguage().equals("es") ? "MMMM 'de' yyyy" : "MMMM yyyy";
        return plan.words.capital(time.format(DateTimeFormatter.ofPattern(pattern, plan.words.locale)));
    }

    /** As it stands beside the title. */
    static String shown(LocalDateTime time, Plan plan) {
        if (plan.has(Irregularity.DATE_NUMERIC)) {
            String language = plan.words.locale.getLanguage();
            String pattern = language.equals("de")
                    ? "dd.MM.yyyy"
                    : language.equals("en") && plan.american ? "MM/dd/yyyy" : "dd/MM/yyyy";
            return time.format(DateTimeFormatter.ofPattern(pattern));
        }
        if (plan.has(Irregularity.DATE_WEEKDAY_TIME)) {
            return plan.words.capital(
                            time.format(DateTimeFormatter.ofPattern("EEEE, ", plan.words.locale)) + text(time, plan))
                    + time.format(DateTimeFormatter.ofPattern(" - HH:mm"));
        }
        return text(time, plan);
    }

    static String iso(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")) + "+00:00";
    }
}
