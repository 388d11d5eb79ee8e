package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.date.Dates;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.date.NumericDate;
import dev.precis.pipeline.extract.date.ReadDay;
import dev.precis.pipeline.extract.words.Wording;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the lines that say when a post was published and who wrote it, and tells them from the text of the post. */
final class HeaderLine {
    private static final String PARTICLES =
            "(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|ter|ten|bin|al|el|y|e)";
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.'’‘-]*";
    private static final String NAME = WORD + "(?:,? (?:" + PARTICLES + " ){0,2}" + WORD + "){1,4}";
    private static final String WRITTEN = "(?:(?:this |the )?(?:post|summary|review|article|blog|text|entry)s? (?:was"
        + " )?)?(?:(?:written|authored|posted|published|summari[sz]ed|compiled|submitted|blogged|prepared|words|text|story)"
        + " )?by|"
        + "(?:author|authors|writer|contributor|autor|autorin|auteure?|autore|autora|texte|text|von|par|por|di|door)\\s*:?";
    private static final Pattern BY =
            Pattern.compile("(?iu:(?<![\\p{L}])(?:" + WRITTEN + ")) ((?:(?:Dr|Prof|Professor)\\.? )?" + NAME + ")");
    private static final Pattern FULL_NAME =
            Pattern.compile(WORD + "(?: (?:" + PARTICLES + " ){0,2}" + WORD + "){1,3}(?<![.?!])");
    /** What mark-up that was lost has glued to a name. */
    private static final Pattern VERB = Pattern.compile(
            "(?iu)(?:"
                + " (?:published|posted|updated|written|veröffentlicht|publié|publicado|pubblicato|geplaatst|on|am|le|el|il))+$");

    private static final Pattern BYLINE = Pattern.compile(
            "(?iu:by|von|par|por|di|door) " + NAME + "(?:(?:, | and | und | et | y | & )" + NAME + "){0,5}");
    private static final Pattern ONLY_NAMES =
            Pattern.compile(NAME + "(?:,? (?:PhD|Ph\\.D\\.|MD|M\\.D\\.|MSc|MA|BSc|RN|PsyD|DPhil|MPH)\\.?)*");
    /** Other days in the life of a post, or of the study. */
    private static final Pattern OTHER_DAY =
            Pattern.compile("(?iu)^(?:(?:this )?(?:page|post|article) )?(?:was )?(?:last"
                + " )?(?:updated|modified|revised|checked|edited|reviewed|accepted|received|accessed|retrieved|aktualisiert|geandert|mis"
                + " à jour|mise à jour|modifié|actualizado|aggiornato|bijgewerkt)\\b.*");

    private static final Pattern READING_TIME =
            Pattern.compile("(?iu)(?:(?:reading|read) time:?\\s*)?(?:about |~ ?)?\\d{1,3}["
                    + " -]?(?:min(?:ute)?s?\\.?|minuten|minutos|minuti)(?: (?:to )?read(?:ing)?(?: time)?| lesezeit| de"
                    + " lecture| de lectura)?|lesezeit:? .{0,20}|temps de lecture.{0,20}|tiempo de lectura.{0,20}");
    /** A label whose value stands in a box of its own. */
    private static final Pattern ONLY_LABEL =
            Pattern.compile("(?iu)(?:(?:hits|views|aufrufe|visitas|lectures|zugriffe|clicks) ?:?"
                + " ?\\d+|details|print|date|published|posted|author|by|summary|topics?|categor(?:y|ies)|tags?|reading"
                + " time|share|datum|autor|date de publication|fecha|data|autore)\\s*:?");
    /** Who judged the text, which is who wrote it only where nobody else is named. */
    private static final Pattern REVIEWED =
            Pattern.compile("\\b(?iu:fact[- ]checked|medically reviewed|reviewed|edited) by " + NAME);

    private static final Pattern SMALL = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:posted|published|submitted|created|written|added|date|on|by|at|in|from|am|pm|uhr|h|and|und|et|von|par|por|di|le|el|il|am|"
                + "veröffentlicht|publié|publicado|pubblicato|geplaatst|erstellt|um|a|à|las|alle|last|updated|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
                + "|mon|tue|tues|wed|thu|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|utc|gmt|est|edt|cet|cest|(?:no"
                + " )?comments?|repl(?:y|ies)|views?|min(?:ute)?s?|read|st|nd|rd|th|post|author)(?!\\p{L})");
    private static final Pattern REVIEW =
            Pattern.compile("(" + NAME + ")(?:, ?(?:PhD|MD|MSc|MPH|MA|RN|BSc|PsyD|DO|FRCP\\w*)\\.?)*,? "
                    + "(?:reviewing|reviews|summari[sz]ing|summari[sz]es|discussing|discusses) (?=\\p{Lu})");
    private static final Pattern SEVERAL =
            Pattern.compile("\\s*(?:;|,(?! ?(?:Jr|Sr|PhD|Ph\\.|MD|M\\.D))|\\s(?:and|und|et|y|e|en|&)\\s)\\s*");
    private static final Pattern BEGINS_WITH_AUTHOR = Pattern.compile(
            "(?iu)^(?:(?:this |the )?(?:post|summary|review|article|blog|text) )?(?:was )?(?:" + WRITTEN + ") .*");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}.'’‘-]+");
    private static final int LONGEST = 160;
    private static final int REST = 3;

    private final MonthHeading months;
    private final NumericDate numbers;
    private final Dates dates;
    private final List<String> authorLabels;
    private final String blog;
    /** What lines were found to tell: a page is read in several ways, and each asks again. */
    private final Map<Block, Optional<ReadDay>> days = new IdentityHashMap<>();

    private final Map<Block, String> authors = new IdentityHashMap<>();
    private final Map<Block, Boolean> all = new IdentityHashMap<>();

    HeaderLine(SourceProfile profile, Dates dates) {
        this.months = dates.months();
        this.numbers = dates.numbers();
        this.dates = dates;
        this.authorLabels = profile.labels().author();
        this.blog = Texts.key(profile.name());
    }

    Dates dates() {
        return dates;
    }

    /** The day that a line tells as the day of publication. */
    Optional<ReadDay> date(Block block) {
        return days.computeIfAbsent(block, this::readDate);
    }

    private Optional<ReadDay> readDate(Block block) {
        String text = block.text();
        if (OTHER_DAY.matcher(text).matches() || block.length() > LONGEST) {
            return Optional.empty();
        }
        return dates.in(block.time(), text);
    }

    /** The day that a page declares, in whatever form. */
    Optional<ReadDay> declaredDate(String value) {
        return dates.in(value, value);
    }

    /** Whether a line tells a month and no day. */
    boolean isMonth(Block block) {
        return block.time().isEmpty()
                && months.heading(block.text()).filter(date -> !date.hasDay()).isPresent();
    }

    /**
     * "Ada Roe, MD, reviewing Doe J et al. A title. A Journal 2016; 4:118."
     *
     * @param author the name, degrees left out
     * @param work where the citation begins
     */
    record Review(String author, int work) {}

    Optional<Review> review(Block block) {
        Matcher review = REVIEW.matcher(block.text());
        return review.lookingAt() && CitedWorks.isWork(block.text().substring(review.end()))
                ? Optional.of(new Review(
                        review.group(1).replaceFirst("(?:, ?(?:PhD|MD|MSc|MPH|MA|RN|BSc|PsyD|DO))+$", ""),
                        review.end()))
                : Optional.empty();
    }

    /** Who a line says wrote the post, the first of several; empty if it says nothing. */
    String author(Block block) {
        return authors.computeIfAbsent(block, this::readAuthor);
    }

    private String readAuthor(Block block) {
        String text = block.text();
        if (block.length() > LONGEST) {
            return "";
        }
        for (String label : authorLabels) {
            int end = Wording.opening(text, List.of(label));
            if (end > 0) {
                return first(text.substring(end));
            }
        }
        Matcher by = BY.matcher(REVIEWED.matcher(text).replaceAll(" "));
        String named =
                by.find() ? by.group(1) : block.meaning().author().replaceFirst("(?iu)^(?:" + WRITTEN + ") ", "");
        String name = named.isEmpty() ? besideDate(block) : named;
        return isBlog(name) ? "" : first(VERB.matcher(name).replaceFirst(""));
    }

    /** The name that is all that a line tells besides a day: "Ada Roe · 3 May 2021". */
    private String besideDate(Block block) {
        if (date(block).isEmpty()) {
            return "";
        }
        String rest = block.text();
        for (String topic : block.meaning().tags()) {
            rest = rest.replace(topic, " ");
        }
        rest = dates.without(REVIEWED.matcher(rest).replaceAll(" "));
        rest = SMALL.matcher(READING_TIME.matcher(rest).replaceAll(" ")).replaceAll(" ");
        rest = NO_NAME.matcher(rest).replaceAll(" ").strip().replaceFirst("[-. ]+$", "");
        return FULL_NAME.matcher(rest).matches() ? rest : "";
    }

    /** Whether a line tells how long it takes to read the post. */
    static boolean isReadingTime(String text) {
        return READING_TIME.matcher(text).matches();
    }

    /** Whether a line is a name and nothing else, as far as its look tells. */
    static boolean isName(String text) {
        return FULL_NAME.matcher(text).matches();
    }

    /** Whether a line says who wrote the post, and nothing else. */
    static boolean isByline(String text) {
        return text.length() <= LONGEST && BYLINE.matcher(text).matches();
    }

    /** Whether the name is that of the blog itself. */
    boolean isBlog(String name) {
        String key = Texts.key(name);
        return key.equals(blog) || key.equals("admin") || key.equals("administrator") || key.equals("editor");
    }

    /** The first of several names, titles of honour and degrees as printed. */
    static String first(String names) {
        String name = SEVERAL.split(names.strip(), 2)[0].strip().replaceFirst("(?<=\\p{L}{3})\\.$", "");
        return name.codePoints().anyMatch(Character::isLetter) ? name : "";
    }

    /** Whether nothing but a name, a day and the small words around them is in it: no text of the post. */
    boolean isAll(Block block, String knownAuthor) {
        return knownAuthor.isEmpty()
                ? all.computeIfAbsent(block, line -> readAll(line, ""))
                : readAll(block, knownAuthor);
    }

    private boolean readAll(Block block, String knownAuthor) {
        String text = block.text();
        if (block.length() > LONGEST || OTHER_DAY.matcher(text).matches()) {
            return false;
        }
        if (READING_TIME.matcher(text).matches() || ONLY_LABEL.matcher(text).matches()) {
            return true;
        }
        String by = author(block);
        // a title may have "by" in it
        boolean told = date(block).isPresent()
                || (!by.isEmpty() && (block.level() == 0 || isByline(text)))
                || isName(text, knownAuthor);
        if (!told) {
            return false;
        }
        String rest = text;
        for (String name :
                Stream.of(by, knownAuthor).filter(name -> !name.isEmpty()).toList()) {
            rest = rest.replace(name, " ");
        }
        rest = BY.matcher(REVIEWED.matcher(rest).replaceAll(" ")).replaceAll(" ");
        rest = by.isEmpty() ? rest : rest.replaceAll("(?:,|and|und|et|y|&) " + NAME, " ");
        rest = months.withoutDates(rest);
        rest = numbers.without(READING_TIME.matcher(rest).replaceAll(" "));
        rest = SMALL.matcher(rest).replaceAll(" ");
        return rest.codePoints().filter(Character::isLetter).count() <= REST
                || (!by.isEmpty() && BEGINS_WITH_AUTHOR.matcher(text).matches() && !block.isProse());
    }

    private static boolean isName(String text, String knownAuthor) {
        return !knownAuthor.isEmpty()
                && Texts.key(text).equals(Texts.key(knownAuthor))
                && ONLY_NAMES.matcher(text).matches();
    }
}
