package dev.precis.pipeline.understand.citation.clean;

import dev.precis.pipeline.domain.Words;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses and DOIs as people copy them: with what tracks a reader, escaped, by way of a library's proxy, with a space
 * inside; and the words and days that tell when somebody looked there.
 */
final class Addresses {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String DAY =
            "(?:\\d{1,2}(?:st|nd|rd|th|\\.|\u00ba)?[ ./-]{1,2}(?:(?:de|of) )?(?:\\p{L}{3,12}\\.?,?|\\d{1,2})["
                    + " ./-]{1,2}(?:de )?(?:20|19)?\\d\\d|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,?"
                    + " \\d{4}|(?:20|19)\\d\\d[-./]\\d{1,2}[-./]\\d{1,2}|(?:20|19)\\d\\d,? \\p{L}{3,9}\\.?"
                    + " \\d{1,2}|\\p{L}{3,10}\\.? (?:20|19)\\d\\d)";
    private static final String LOOKED = "(?:(?:last |date |zuletzt |letzter |\u00faltim[oa] )?(?:accessed|access(?:"
        + " date)?|retrieved|retrieval|viewed|visited|abgerufen|abruf"
        + "|zugriff|zugegriffen|aufgerufen|besucht|consult\u00e9e?|consultado|consultato|acessado|acesso|acceso|recuperado|r\u00e9cup\u00e9r\u00e9|geraadpleegd|h\u00e4mtad|cited|dost\u0119p|\u0434\u0430\u0442\u0430"
        + " \u043e\u0431\u0440\u0430\u0449\u0435\u043d\u0438\u044f)(?: of retrieval)?)";
    private static final Pattern VISIT = Pattern.compile(
            "[(\\[]?\\b" + LOOKED + "(?:(?: (?:on|am|op|em|en|el|le|il|den|the|of|date|in))|:){0,3} ?(?:the )?" + DAY
                    + "[)\\]]?(?:,? (?:from|at|von|van|de|da|fr\u00e5n|through|via)(?: the web(?: at)?)?:?(?="
                    + " ?(?:https?:|www\\.|doi|10\\.)))?",
            FLAGS);
    private static final Pattern INTRODUCTION = Pattern.compile(
            "\\b(?:available (?:online )?(?:at|from|in|as|via)?|available online|retrieved (?:online )?(?:from|at)(?:"
                    + " the web at)?|disponible (?:en(?: ligne)?|sur|\u00e0|desde)|dispon\u00edvel em|recuperado"
                    + " (?:de|en)|r\u00e9cup\u00e9r\u00e9 de|obtenido de|extra\u00eddo de|tomado de|verf\u00fcgbar"
                    + " (?:unter|\u00fcber)|abrufbar unter|online unter|online (?:at|verf\u00fcgbar)|abgerufen von|en"
                    + " ligne|tillg\u00e4nglig|h\u00e4mtad fr\u00e5n|beschikbaar (?:op|via)|geraadpleegd"
                    + " (?:op|via)|disponibile (?:su|a)|dost\u0119pny|\u0440\u0435\u0436\u0438\u043c"
                    + " \u0434\u043e\u0441\u0442\u0443\u043f\u0430|url) ?:? ?(?=<?(?:https?:|www\\.))",
            FLAGS);
    private static final String MEDIA =
            "\\[(?:internet|online|en ligne|en l\u00ednea|em linha|electronic (?:version|resource)|elektronische"
                    + " ressource|on-?line|web|\u044d\u043b\u0435\u043a\u0442\u0440\u043e\u043d\u043d\u044b\u0439"
                    + " \u0440\u0435\u0441\u0443\u0440\u0441)\\]";
    private static final Pattern MEDIUM = Pattern.compile("(?<=[.?!]) ?" + MEDIA + "\\.?|(?<![.?!]) ?" + MEDIA, FLAGS);
    private static final Pattern VISITED_AT_END = Pattern.compile(" [(\\[]" + DAY + "[)\\]]\\.?$", FLAGS);

    private static final String TRACKER =
            "(?:utm_[a-z_]{1,20}|fbclid|gclid|mc_[ce]id|igshid|_ga|ref_src|cmpid|s_cid)=[^&\\s)\\]>\"]{0,200}";
    private static final Pattern TRACKING =
            Pattern.compile("(?:(\\?)|&)" + TRACKER + "(?:&" + TRACKER + "){0,12}(&(?=[a-z]))?", FLAGS);
    private static final Pattern WRAPPED = Pattern.compile(
            "[(\\[](?=(?:doi ?:? ?)?(?:10\\.\\d|https?://|www\\.))(\\S{4,400}(?: \\S{4,400})?)[)\\]]\\.?$", FLAGS);
    private static final Pattern PROXY = Pattern.compile(
            "https?://(?:dx[.-])?doi[.-]org(?:\\.[\\w.-]{3,80})?(?<!doi\\.org)/(?=10\\.)|https?://[\\w.-]{3,80}/login\\?(?:q?url)=(?=https?://)",
            FLAGS);
    private static final Pattern ESCAPED =
            Pattern.compile("(?<=10\\.\\d{4,9}(?:/|%2F)[^\\s\"]{0,120})(?:%[0-7][0-9a-fA-F])");
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<=\\b10\\.\\d{4,9})%2F", FLAGS);
    private static final Pattern PARTED = Pattern.compile(
            "\\b(10\\.(?:\\d{4,9}/)?) (?=\\d{4,9}/|[a-z]{2,12}[./(-]?[\\w./()-]{0,60}\\d)|(?<=\\bdoi\\.org/)"
                    + " (?=10\\.)");

    private Addresses() {}

    static void tidy(LineDraft line) {
        String text = line.text();
        boolean linked = text.indexOf("://") >= 0 || text.indexOf("www.") >= 0;
        if (text.indexOf("10.") >= 0) {
            doi(line, text);
        }
        if ((linked || text.indexOf("10.") >= 0)
                && text.length() > 2
                && ").]".indexOf(text.charAt(text.length() - 1)) >= 0) {
            line.change(WRAPPED, (match, copy) -> copy.keep(match.start(1), match.end(1)));
        }
        if (linked && Words.holdOneOf(text, "?", "&") && line.change(TRACKING, Addresses::keepRest)) {
            line.repaired("parameters that track readers left off the address");
        }
        if (text.indexOf('[') >= 0 && line.leaveOut(MEDIUM)) {
            line.repaired("medium left off");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (Words.holdOneOf(
                lower,
                "access",
                "retriev",
                "visited",
                "viewed",
                "abgerufen",
                "abruf",
                "zugriff",
                "zugegriffen",
                "aufgerufen",
                "besucht",
                "consult",
                "acessado",
                "acesso",
                "acceso",
                "recuperado",
                "cup\u00e9r\u00e9",
                "geraadpleegd",
                "h\u00e4mtad",
                "cited",
                "dost\u0119p",
                "\u043e\u0431\u0440\u0430\u0449\u0435\u043d\u0438\u044f")) {
            line.leaveOut(VISIT);
        }
        if (linked) {
            line.leaveOut(INTRODUCTION);
            line.leaveOut(VISITED_AT_END);
        }
    }

    private static void doi(LineDraft line, String text) {
        if (text.indexOf('%') >= 0) {
            line.change(ESCAPED_SLASH, (match, copy) -> copy.put("/", match.start(), match.end()));
            line.change(
                    ESCAPED,
                    (match, copy) -> copy.put(
                            URLDecoder.decode(match.group(), StandardCharsets.UTF_8), match.start(), match.end()));
        }
        if (text.indexOf("/login?") >= 0 || text.indexOf("doi") >= 0) {
            line.change(PROXY, (match, copy) -> {
                if (match.group().contains("doi")) {
                    copy.put("https://doi.org/", match.start(), match.end());
                }
            });
        }
        if (Words.holdOneOf(text, "/ ", "10. ")
                && line.change(PARTED, (match, copy) -> {
                    if (match.group(1) != null) {
                        copy.keep(match.start(1), match.end(1));
                    }
                })) {
            line.repaired("space inside the DOI left off");
        }
    }

    /** The question mark stays where another parameter follows. */
    private static void keepRest(java.util.regex.Matcher match, LineDraft.Copy copy) {
        if (match.group(1) != null && match.group(2) != null) {
            copy.keep(match.start(1), match.end(1));
        } else if (match.group(2) != null) {
            copy.keep(match.start(2), match.end(2));
        }
    }
}
