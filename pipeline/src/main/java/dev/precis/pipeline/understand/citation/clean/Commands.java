package dev.precis.pipeline.understand.citation.clean;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Commands of LaTeX and of R documentation (Writing R Extensions, section 2.3): {@code \emph{Title}} is its title, an
 * accent stands with its letter, braces are none of print.
 */
final class Commands {
    private static final int LONGEST_NAME = 24;
    private static final int DEEPEST = 32;

    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('\'', "\u0301"),
            Map.entry('`', "\u0300"),
            Map.entry('^', "\u0302"),
            Map.entry('"', "\u0308"),
            Map.entry('~', "\u0303"),
            Map.entry('=', "\u0304"),
            Map.entry('c', "\u0327"),
            Map.entry('v', "\u030c"),
            Map.entry('u', "\u0306"),
            Map.entry('H', "\u030b"),
            Map.entry('k', "\u0328"),
            Map.entry('r', "\u030a"));

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ss", "\u00df"),
            Map.entry("o", "\u00f8"),
            Map.entry("O", "\u00d8"),
            Map.entry("ae", "\u00e6"),
            Map.entry("AE", "\u00c6"),
            Map.entry("oe", "\u0153"),
            Map.entry("aa", "\u00e5"),
            Map.entry("AA", "\u00c5"),
            Map.entry("l", "\u0142"),
            Map.entry("L", "\u0141"),
            Map.entry("i", "i"),
            Map.entry("dots", "..."),
            Map.entry("ldots", "..."),
            Map.entry("doi", "doi:"),
            Map.entry("dQuote", "\""),
            Map.entry("sQuote", "'"),
            Map.entry("textendash", "-"));

    /** Of two arguments the first is what is printed; of a link it is the second. */
    private static final Set<String> FIRST_OF_TWO = Set.of("enc", "texorpdfstring");

    /** What tells nothing of print: keys of entries, names of fields, spaces and where parts begin. */
    private static final Pattern UNPRINTED = Pattern.compile(
            "\\\\bibitem\\s?(?:\\[(?:[^\\[\\]{}]|\\{[^{}]{0,200}\\}){0,300}\\])?\\s?\\{[^{}]{0,100}\\}"
                + "|\\\\(?:bibinfo|bibfield|textcolor|color|Eprint)\\s?\\{[^{}]{1,40}\\}(?=\\s?\\{)|\\\\hskip"
                + " ?[\\d.]{1,4}em(?: plus [\\d.]{1,4}em)?(?: minus [\\d.]{1,4}em)?(?:\\\\r"
                + "elax)?|\\\\penalty\\d{1,5} ?"
                + "|\\\\(?:BibitemOpen|BibitemShut|newblock|relax|urlprefix|itemsep|noopsort|par|item|references|cr)(?![\\w{])\\s?");

    private final String text;
    private final LineDraft.Copy copy;
    private final String[] closing = new String[DEEPEST];
    private int depth;
    private int at;

    private Commands(LineDraft line) {
        text = line.text();
        copy = line.copy();
    }

    static void resolve(LineDraft line) {
        boolean unprinted = line.leaveOut(UNPRINTED);
        if (!isBalanced(line.text())) {
            return;
        }
        Commands commands = new Commands(line);
        if (commands.read() || unprinted) {
            commands.copy.finish();
            line.repaired("mark-up left off");
        }
    }

    private static boolean isBalanced(String text) {
        int open = 0;
        int deepest = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            char c = text.charAt(i);
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            open += escaped ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            deepest = Math.max(deepest, open);
        }
        return open == 0 && deepest < DEEPEST;
    }

    private boolean read() {
        boolean changed = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                changed |= command();
            } else if (c == '{') {
                open("");
                changed = true;
            } else if (c == '}') {
                close();
            } else if (c == '~') {
                copy.put(" ", at, at + 1);
                at++;
            } else {
                copy.keep(at, at + 1);
                at++;
            }
        }
        return changed;
    }

    private void open(String atEnd) {
        closing[depth++] = atEnd;
        at++;
    }

    private void close() {
        String atEnd = closing[--depth];
        if (!atEnd.isEmpty()) {
            copy.put(atEnd, at, at + 1);
        }
        at++;
    }

    private boolean command() {
        int from = at;
        char first = text.charAt(at + 1);
        int name = at + 1;
        while (name < text.length() && name - at <= LONGEST_NAME && isAsciiLetter(text.charAt(name))) {
            name++;
        }
        if (ACCENTS.containsKey(first) && (name == at + 1 || name == at + 2) && accent(first)) {
            return true;
        }
        if (name == at + 1) {
            // an escaped character, or nothing of LaTeX
            copy.keep(at, at + 2);
            at += 2;
            return false;
        }
        String called = text.substring(at + 1, name);
        String letter = LETTERS.getOrDefault(called, "");
        boolean argued = name < text.length() && text.charAt(name) == '{';
        if (!argued && letter.isEmpty() && !isSwitch(name)) {
            copy.keep(from, name);
            at = name;
            return false;
        }
        at = name;
        if (!letter.isEmpty()) {
            copy.put(letter, from, name);
        }
        if (argued && called.equals("href")) {
            link();
        } else if (argued) {
            open(called.endsWith("Quote") ? letter : "");
            if (FIRST_OF_TWO.contains(called)) {
                firstOfTwo();
            }
        } else if (letter.isEmpty() && at < text.length()) {
            at++;
        }
        return true;
    }

    /** {@code \newblock }, {@code \em }: up to the space after it. */
    private boolean isSwitch(int end) {
        return end == text.length() || text.charAt(end) == ' ';
    }

    /** {@code \"{o}}, {@code \'e}, {@code \v{c}}. */
    private boolean accent(char mark) {
        boolean afterLetter = at > 0 && Character.isLetter(text.charAt(at - 1));
        int letter = at + 2;
        boolean braced = letter < text.length() && text.charAt(letter) == '{';
        letter += braced ? 1 : 0;
        boolean dotless = letter + 1 < text.length() && text.startsWith("\\i", letter);
        letter += dotless ? 1 : 0;
        boolean fits = letter < text.length()
                && Character.isLetter(text.charAt(letter))
                && (!braced || letter + 1 < text.length() && text.charAt(letter + 1) == '}')
                && (braced || !isAsciiLetter(mark) && (mark != '"' && mark != '\'' || afterLetter));
        if (!fits) {
            return false;
        }
        int end = letter + (braced ? 2 : 1);
        String accented = Normalizer.normalize(text.charAt(letter) + ACCENTS.get(mark), Normalizer.Form.NFC);
        copy.put(accented, at, end);
        at = end;
        return true;
    }

    /** The address goes to the end, the words stay. */
    private void link() {
        int end = text.indexOf('}', at);
        boolean worded = end > 0 && text.startsWith("}{", end);
        if (worded && end > at + 1) {
            copy.keepForTheEnd(at + 1, end);
            at = end + 1;
        }
        open("");
    }

    private void firstOfTwo() {
        int end = text.indexOf('}', at);
        int second = end > 0 && text.startsWith("}{", end) ? text.indexOf('}', end + 2) : -1;
        boolean nested = second > 0 && text.substring(at, second).indexOf('{') != end + 1 - at;
        if (second > 0 && !nested) {
            copy.keep(at, end);
            at = second;
        }
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
