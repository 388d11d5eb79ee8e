package dev.precis.pipeline.understand.citation.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in front of a citation in a list: numbers, bullets, comment signs, labels. */
final class Markers {
    static final String LABEL_REPAIR = "label left off";
    private static final String REPAIR = "list marker left off";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Bullets, signs of comments and quotations, pictures; not the dash that stands for the same author again. */
    private static final Pattern BULLET = Pattern.compile(
            "(?:#{1,3}'|[\u2022\u25cf\u25e6\u25aa\u25ab\u25a0\u25a1\u2023\u2043\u2219\u00b7\u00bb\u25b6\u25ba\u27a2\u2713\u2714\u2605"
                + "*+>|%#\u2013\u2014-]|//+|;;|\\.\\.(?=\\s)|[\\x{2190}-\\x{21ff}\\x{2600}-\\x{27bf}\\x{1f000}-\\x{1faff}]\ufe0f?){1,4}"
                + "(?=[\\s\\[(\\p{L}\\d\"\u201c'\u2018])[\\s\ufe0f]*");

    private static final Pattern NUMBER = Pattern.compile(
            "(?:\\(\\d{1,3}\\)|\\[\\d{1,4}[a-z]?\\]|\\d{1,3}\\]|\\d{1,3} ?[.)](?!\\d)|[a-z]\\)|\\(?[ivx]{1,5}[.)](?="
                    + " ))[:.]?[\\s|]*(?=[\\p{L}\"\u201c'\u2018\u00ab\\[(*_\u2014-]|\\d{4}\\b)");

    /** {@code 3 Myers G.}: a bare number, where a name follows. */
    private static final Pattern BARE_NUMBER =
            Pattern.compile("\\d{1,3} (?=\\p{Lu}[\\p{L}'\u2019-]{1,30},? \\p{Lu}(?:[.,\\p{Lu} -]|$))");

    /** The name of a note or of an entry: {@code [^moretti1997]:}, {@code [Smith et al., 2012]}. */
    private static final Pattern KEY = Pattern.compile(
            "\\[\\^?(?=[^\\[\\]]{0,60}[\\d^]|\\p{L}{1,4}\\])[^\\[\\]]{1,60}\\][:.]?\\s*(?=[\\p{L}\"\u201c'\u2018\u2014-])");

    private static final Pattern LABEL = Pattern.compile(
            "(?:@(?:references|source|note|seealso|article|details)|references?(?:"
                + " list)?|bibliograph(?:y|ie|ia)|bibliograf\u00eda|literatur(?:e|verzeichnis)?|literature"
                + " cited|quellen?|sources?|citations?|(?:how to |please )?cite (?:this|the)?"
                + " ?(?:article|paper|work|chapter|book|study)?(?: as)?|to cite this (?:article|paper|work)|cite"
                + " as|cited (?:as|from|in)|suggested citation|recommended citation|(?:article|full|original|paper)"
                + " (?:citation|reference|article|source)|original (?:paper|study|research|publication)|based"
                + " on|adapted from|read more|further reading|key (?:reference|paper)|baseado em|refer\u00eancias?(?:"
                + " bibliogr\u00e1ficas)?|referencias?(?:"
                + " bibliogr\u00e1ficas)?|fuentes?|fonte|r\u00e9f\u00e9rences?|source primaire|nach|zitiert"
                + " nach|k\u00e4lla|bron|\u0438\u0441\u0442\u043e\u0447\u043d\u0438\u043a|study|paper|article|ref|(?:apa|mla|ama|harvard|chicago|vancouver|ieee)(?:"
                + " (?:style|citation|format|\\d))?)(?: ?\\(apa\\))? ?(?:[:\uff1a]|(?<=@[a-z]{4,10}) )"
                + " ?[\u2013\u2014-]? ?",
            FLAGS);

    /** A pointer in words; the word after it is a name in small letters with a capital. */
    private static final Pattern POINTER = Pattern.compile(
            "(?:[Ss]ee(?: also)?|[Cc]f\\.|[Vv]gl\\.|[Ss]iehe(?: auch)?|[Vv]oir(?: aussi)?|[V\u0056v]\u00e9ase(?:"
                    + " tambi\u00e9n)?|[Zz]ie(?: ook)?),? (?:e\\.g\\.,? )?(?=\\p{Lu}[\\p{Ll}'\u2019-]{2,30})");

    private static final Pattern COMMENT = Pattern.compile("\\s{0,20}(?:#{1,3}'|#+|/{2,3}!?|%+|\\*|;+|--|!|REM) ");
    private static final Pattern WRAP = Pattern.compile("(?<=\\s)(?:#'|///)\\s");
    private static final int MOST = 6;

    private Markers() {}

    static void leaveOut(LineDraft line) {
        wraps(line);
        String text = line.text();
        int at = 0;
        for (int i = 0; i < MOST; i++) {
            int end = after(text, at, line);
            if (end == at) {
                break;
            }
            at = end;
        }
        if (at > 0 && at < text.length()) {
            line.keepOnly(at, text.length());
        }
    }

    /**
     * Signs of comments stand again where their lines were wrapped: the same as in front, or such as stand nowhere
     * else.
     */
    private static void wraps(LineDraft line) {
        String text = line.text();
        Matcher sign = COMMENT.matcher(text);
        String first = sign.lookingAt() ? sign.group().strip() : "";
        boolean wrapped = !first.isEmpty() && text.indexOf(" " + first + " ", 1) > 0;
        if (wrapped) {
            wrapped = line.leaveOut(Pattern.compile("(?<=\\s)" + Pattern.quote(first) + "\\s+"));
        }
        if (line.text().indexOf(" #' ") > 0 || line.text().indexOf(" /// ") > 0) {
            wrapped |= line.leaveOut(WRAP);
        }
        if (wrapped) {
            line.repaired("comment signs left off");
        }
    }

    private static int after(String text, int from, LineDraft line) {
        if (from >= text.length()) {
            return from;
        }
        char first = text.charAt(from);
        if (!Character.isLetter(first) || isSmall(first)) {
            for (Pattern marker : new Pattern[] {NUMBER, KEY, BULLET, BARE_NUMBER}) {
                int end = end(marker, text, from);
                if (end > from) {
                    line.repaired(REPAIR);
                    return end;
                }
            }
        }
        int label = Math.max(end(LABEL, text, from), end(POINTER, text, from));
        if (label > from) {
            line.repaired(LABEL_REPAIR);
            return label;
        }
        return from;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static int end(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
