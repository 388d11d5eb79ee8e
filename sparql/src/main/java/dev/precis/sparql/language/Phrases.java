package dev.precis.sparql.language;

import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages say in one language: message files have the words, Unicode CLDR, which the JDK holds, the names of months
 * and the decimal sign. A language without a file is answered in English. Values are put in as they are:
 * {@link java.text.MessageFormat} would group the thousands of years and swallow apostrophes, which French is full of.
 */
public final class Phrases {
    /** Those that there are files for; the first stands in for all others. */
    static final List<Locale> SHIPPED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    /** Of what belongs to no blog. */
    public static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, Locale.ENGLISH);

    private static final Map<Locale, Phrases> MADE = new ConcurrentHashMap<>();
    private static final Pattern VALUE = Pattern.compile("\\{([0-9])\\}");
    private static final Pattern SET_APART = Pattern.compile("\\[([^\\]]*)\\]");

    private final Locale file;
    private final Locale locale;
    private final ResourceBundle messages;
    private final ResourceBundle terms;

    private Phrases(Locale file, Locale locale) {
        this.file = file;
        this.locale = locale;
        this.messages = bundle("phrases");
        this.terms = bundle("terms");
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                Phrases.class.getPackageName() + "." + name,
                file.equals(Locale.ENGLISH) ? Locale.ROOT : file,
                Phrases.class.getClassLoader());
    }

    /**
     * In a language or, where none of its words are known, in English.
     *
     * @param tag BCP 47, such as {@code fr-CA}; may be empty
     */
    public static Phrases of(String tag) {
        Locale wanted = Locale.forLanguageTag(tag);
        return SHIPPED.stream()
                .filter(shipped -> shipped.getLanguage().equals(wanted.getLanguage()))
                .filter(shipped -> !shipped.equals(Locale.ENGLISH))
                .findFirst()
                .map(shipped -> MADE.computeIfAbsent(wanted, locale -> new Phrases(shipped, locale)))
                .orElse(ENGLISH);
    }

    /** The language of the words, BCP 47. */
    public String language() {
        return file.getLanguage();
    }

    /** Words with values in their places. */
    public String say(String key, Object... values) {
        return put(messages.getString(key), values);
    }

    /** Words that hang on a number, which is their first value; others follow. */
    public String count(String key, int number, Object... others) {
        List<Object> values = new ArrayList<>(List.of(number));
        values.addAll(List.of(others));
        return say(key + (isOne(number) ? ".one" : ".other"), values.toArray());
    }

    /** The plural rules of Unicode CLDR for the languages above: French has none of nothing, too, in the singular. */
    private boolean isOne(int number) {
        return number == 1 || (number == 0 && file.equals(Locale.FRENCH));
    }

    /** Words piece by piece: those that are set apart in brackets, and those between. */
    public List<Piece> pieces(String key, Object... values) {
        List<Piece> pieces = new ArrayList<>();
        String message = messages.getString(key);
        Matcher matcher = SET_APART.matcher(message);
        int from = 0;
        int apart = 0;
        while (matcher.find()) {
            pieces.add(new Piece(put(message.substring(from, matcher.start()), values), -1));
            pieces.add(new Piece(put(matcher.group(1), values), apart++));
            from = matcher.end();
        }
        pieces.add(new Piece(put(message.substring(from), values), -1));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    /**
     * A part of what is said.
     *
     * @param place the how manieth it is of those that are set apart, from 0; below 0 if it is none
     */
    public record Piece(String text, int place) {
        public boolean isApart() {
            return place >= 0;
        }
    }

    /** A day or a month in words; a text that is none stays as it is. */
    public String date(String text) {
        try {
            return switch (text.length()) {
                case 10 -> day(LocalDate.parse(text));
                case 7 -> format("date.month", YearMonth.parse(text));
                default -> text;
            };
        } catch (DateTimeException stored) {
            return text;
        }
    }

    /** Such as {@code 15 March 2021}. */
    public String day(TemporalAccessor day) {
        return format("date.day", day);
    }

    private String format(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(messages.getString(pattern), locale).format(date);
    }

    /** A number that has a decimal point, with the sign of the language instead. */
    public String decimal(String number) {
        return number.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** What a term of our vocabularies is called, by its English label; that itself where no other name is known. */
    public String term(String label) {
        String key = label.replace(' ', '-');
        return terms.containsKey(key) ? terms.getString(key) : label;
    }

    /** The name of something as it stands within a sentence: German keeps its capitals. */
    public String within(String name) {
        return file.equals(Locale.GERMAN) ? name : name.toLowerCase(locale);
    }

    /** Whether a text begins with these words. */
    public boolean begins(String text, String key) {
        return text.strip().toLowerCase(locale).startsWith(say(key).toLowerCase(locale));
    }

    private static String put(String message, Object... values) {
        return VALUE.matcher(message)
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }
}
