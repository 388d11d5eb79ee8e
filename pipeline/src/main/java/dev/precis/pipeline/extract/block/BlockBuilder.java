package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gathers runs of text into blocks; {@link Lines} decides which line breaks separate blocks. */
final class BlockBuilder {
    private static final char BREAK = '\n';
    /** A typed bullet: what mark-up would have made an item of a list. */
    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣●○■□➢\uF0B7\uF0A7*-] +(?=[\\p{L}\\p{N}\"“‘(\\[])");

    private final StringBuilder raw = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private int nextLink;
    private final List<Picture> pictures = new ArrayList<>();
    private int nextPicture;
    private Meaning meaning = Meaning.NONE;
    private final List<Integer> notes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int characters;
    private final List<Block> blocks = new ArrayList<>();
    private final Holders holders = new Holders();

    private record Run(int start, int end, Look look, Element holder) {}

    private record Link(int end, String words) {}

    private record Picture(int at, Element element) {}

    void append(String characters, Look look, Element holder) {
        int start = raw.length();
        raw.append(characters.replace(BREAK, ' ').replace('\r', ' '));
        runs.add(new Run(start, raw.length(), look, holder));
    }

    void lineBreak() {
        raw.append(BREAK);
    }

    void link(String words) {
        links.add(new Link(raw.length(), Texts.normalise(words)));
    }

    void picture(Element element) {
        pictures.add(new Picture(raw.length(), element));
    }

    void time(String machineReadable) {
        meaning = meaning.withTime(machineReadable);
    }

    void author(String name) {
        meaning = meaning.withAuthor(name);
    }

    void tag(String words) {
        meaning = meaning.withTag(words);
    }

    /** Here a link leads back to where a note is called. */
    void note() {
        notes.add(raw.length());
    }

    /** Ends the block; called wherever a block element begins or ends. */
    void flush() {
        Lines lines = new Lines();
        int from = 0;
        while (from < raw.length()) {
            int end = raw.indexOf("\n", from);
            int to = end < 0 ? raw.length() : end;
            lines.add(line(from, to));
            from = to + 1;
        }
        for (Lines.Line block : lines.blocks()) {
            add(block.start(), block.end());
        }
        pictures(raw.length());
        raw.setLength(0);
        runs.clear();
        links.clear();
        nextLink = 0;
        pictures.clear();
        nextPicture = 0;
        meaning = Meaning.NONE;
        notes.clear();
    }

    String text() {
        return text.toString();
    }

    List<Block> blocks() {
        return blocks;
    }

    Holders holders() {
        return holders;
    }

    private Lines.Line line(int from, int to) {
        List<Run> shown = shown(from, to);
        return new Lines.Line(
                from,
                to,
                Texts.normalise(raw.substring(from, to)),
                shown.stream().allMatch(run -> run.look().strong()),
                !shown.isEmpty() && shown.getFirst().look().strong(),
                !shown.isEmpty() && shown.getFirst().look().level() > 0);
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
        List<Run> shown = shown(from, to);
        if (words.isEmpty() || shown.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(BREAK);
            characters++;
        }
        Matcher bullet = BULLET.matcher(words);
        int start = bullet.lookingAt() ? bullet.end() : 0;
        Passage passage = new Passage(words, characters).part(start, words.length());
        holders.block(words, text.length());
        for (Run run : shown) {
            pictures(Math.max(from, run.start()));
            holders.run(raw.substring(Math.max(from, run.start()), Math.min(to, run.end())), run.holder());
        }
        pictures(to);
        text.append(words);
        characters += words.codePointCount(0, words.length());
        Look look = shown.getFirst().look();
        boolean strong = all(shown, Look::strong);
        blocks.add(new Block(
                passage,
                look.frame(),
                style(shown),
                look.level(),
                strong,
                all(worded(shown, from, to), Look::linked),
                strong ? 0 : Math.max(0, lead(shown, from) - start),
                look.item() || start > 0,
                links(from, to),
                notes.stream().anyMatch(at -> from <= at && at < to) ? meaning.asNote() : meaning));
    }

    /** The pictures up to an offset stand behind the words so far. */
    private void pictures(int to) {
        while (nextPicture < pictures.size() && pictures.get(nextPicture).at() <= to) {
            holders.picture(pictures.get(nextPicture++).element());
        }
    }

    /** The links that end between two offsets; blocks come in order, so those of earlier ones are done with. */
    private List<String> links(int from, int to) {
        List<String> words = new ArrayList<>();
        while (nextLink < links.size() && links.get(nextLink).end() <= to) {
            if (links.get(nextLink).end() > from) {
                words.add(links.get(nextLink).words());
            }
            nextLink++;
        }
        return words;
    }

    private static String style(List<Run> shown) {
        Look look = shown.getFirst().look();
        return look.frame().name() + "|" + (all(shown, Look::strong) ? "b" : "")
                + (all(shown, Look::slanted) ? "i" : "") + "|"
                + (all(shown, other -> other.font().equals(look.font())) ? look.font() : "");
    }

    private static boolean all(List<Run> shown, Predicate<Look> has) {
        return !shown.isEmpty() && shown.stream().allMatch(run -> has.test(run.look()));
    }

    /** The runs with letters or digits: bars and dots between links are not words. */
    private List<Run> worded(List<Run> shown, int from, int to) {
        return shown.stream()
                .filter(run -> raw.substring(Math.max(from, run.start()), Math.min(to, run.end()))
                        .codePoints()
                        .anyMatch(Character::isLetterOrDigit))
                .toList();
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
