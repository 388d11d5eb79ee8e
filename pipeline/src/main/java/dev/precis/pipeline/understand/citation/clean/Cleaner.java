package dev.precis.pipeline.understand.citation.clean;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Cleans a line in passes; a line that has nothing of what a pass looks for is not touched by it. */
public final class Cleaner {
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\u00a0\\u2002-\\u200a\\u202f]{2,}|[\\t\\n\\r]");
    private static final Pattern SPACE_BEFORE = Pattern.compile("(?<=[\\p{L}\\d)\"\u201d]) (?=[,;.](?: |$))");
    private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\u00ac]");

    /** Characters without which a line is mark-up free; each has its bit. */
    private static final String TELLING = "<&\\{*_`[\u00ac\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff%";

    private Cleaner() {}

    /** The line cleaned; as printed where nothing is to be left out. */
    public static CleanLine clean(String printed) {
        LineDraft line = new LineDraft(printed);
        int seen = seen(printed);
        if (has(seen, '&')) {
            Entities.resolve(line);
        }
        boolean marked = (seen(line.text()) & ~bit('&')) != 0;
        if (marked) {
            if (UNSEEN.matcher(line.text()).find()) {
                line.leaveOut(UNSEEN);
                line.repaired("unseen characters left off");
            }
            Markup.leaveOut(line);
        }
        spaces(line);
        Markers.leaveOut(line);
        Addresses.tidy(line);
        Services.leaveOut(line);
        Slips.mend(line);
        spaces(line);
        return line.finished(marked ? Emphasis.of(printed) : new BitSet());
    }

    private static void spaces(LineDraft line) {
        String text = line.text();
        if (text.indexOf("  ") >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0) {
            line.change(SPACES, (match, copy) -> copy.put(" ", match.start(), match.end()));
        }
        if (line.text().indexOf(" .") >= 0
                || line.text().indexOf(" ,") >= 0
                || line.text().indexOf(" ;") >= 0) {
            line.leaveOut(SPACE_BEFORE);
        }
        int from = 0;
        int to = line.text().length();
        while (from < to && Character.isWhitespace(line.text().charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(line.text().charAt(to - 1))) {
            to--;
        }
        if (to - from < line.text().length()) {
            line.keepOnly(from, to);
        }
    }

    private static int seen(String text) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ' ') {
                int at = TELLING.indexOf(c);
                seen |= at < 0 ? 0 : 1 << at;
            }
        }
        return seen;
    }

    private static int bit(char telling) {
        return 1 << TELLING.indexOf(telling);
    }

    private static boolean has(int seen, char wanted) {
        return (seen & bit(wanted)) != 0;
    }
}
