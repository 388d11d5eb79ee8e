package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gathers runs of text into blocks and decides which line breaks separate blocks. */
final class BlockBuilder {
    private static final char BREAK = '\n';
    /** A line that ends so goes on in the next one. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?s).*(?:[,&–—]|\\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|with))\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final int TAIL = 12;

    private final StringBuilder raw = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private String time = "";
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private record Run(int start, int end, Look look) {}

    void append(String characters, Look look) {
        int start = raw.length();
        raw.append(characters.replace(BREAK, ' ').replace('\r', ' '));
        runs.add(new Run(start, raw.length(), look));
    }

    void lineBreak() {
        raw.append(BREAK);
    }

    void link(String words) {
        links.add(Texts.normalise(words));
    }

    void time(String machineReadable) {
        time = machineReadable;
    }

    /** Ends the block; called wherever a block element begins or ends. */
    void flush() {
        int from = 0;
        for (int to = nextCut(from); from < raw.length(); to = nextCut(from)) {
            add(from, to);
            from = to + 1;
        }
        raw.setLength(0);
        runs.clear();
        links.clear();
        time = "";
    }

    String text() {
        return text.toString();
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The next line break that separates two blocks: a blank line, or one after which something else begins. */
    private int nextCut(int from) {
        for (int at = raw.indexOf("\n", from); at >= 0; at = raw.indexOf("\n", at + 1)) {
            if (!continues(from, at + 1)) {
                return at;
            }
        }
        return raw.length();
    }

    private boolean continues(int from, int next) {
        int end = raw.indexOf("\n", next);
        String after = Texts.normalise(raw.substring(next, end < 0 ? raw.length() : end));
        if (after.isEmpty() || allStrong(from, next - 1) != allStrong(next, next + 1)) {
            return false;
        }
        String tail = raw.substring(Math.max(from, next - 1 - TAIL), next - 1);
        return Character.isLowerCase(after.charAt(0)) || GOES_ON.matcher(tail).matches();
    }

    private boolean allStrong(int from, int to) {
        return shown(from, to).stream().allMatch(run -> run.look().strong());
    }

    /** The runs that show something between two offsets. */
    private List<Run> shown(int from, int to) {
        List<Run> shown = new ArrayList<>();
        for (int i = firstAfter(from); i < runs.size() && runs.get(i).start() < to; i++) {
            Run run = runs.get(i);
            String part = raw.substring(Math.max(from, run.start()), Math.min(to, run.end()));
            if (!Texts.normalise(part).isEmpty()) {
                shown.add(run);
            }
        }
        return shown;
    }

    /** Index of the first run that ends after the offset: by halving, since a page may be one cell of 100,000 lines. */
    private int firstAfter(int offset) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(int from, int to) {
        String words = Texts.normalise(raw.substring(from, to));
        if (words.isEmpty()) {
            return;
        }
        List<Run> shown = shown(from, to);
        if (shown.isEmpty()) {
            return;
        }
        Look look = shown.getFirst().look();
        boolean strong = shown.stream().allMatch(run -> run.look().strong());
        boolean sameFont = shown.stream().allMatch(run -> run.look().font().equals(look.font()));
        boolean slanted = shown.stream().allMatch(run -> run.look().slanted());
        if (!text.isEmpty()) {
            text.append('\n');
        }
        Passage passage = new Passage(words, text.length());
        text.append(words);
        blocks.add(new Block(
                passage,
                look.frame() + "|" + (strong ? "b" : "") + (slanted ? "i" : "") + "|" + (sameFont ? look.font() : ""),
                look.level(),
                strong,
                shown.stream().allMatch(run -> run.look().linked()),
                strong ? 0 : lead(shown, from),
                look.item(),
                links,
                time));
    }

    private int lead(List<Run> shown, int from) {
        int end = from;
        for (Run run : shown) {
            if (!run.look().strong()) {
                break;
            }
            end = run.end();
        }
        return end == from ? 0 : Texts.normalise(raw.substring(from, end)).length();
    }
}
