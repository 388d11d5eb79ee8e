package dev.precis.pipeline.understand.citation.tagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.understand.citation.clean.CleanLine;
import dev.precis.pipeline.understand.citation.clean.Cleaner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Real lines whose readings are known, as examples: as they are printed, or with the words of some parts exchanged for
 * generated ones, so that of a line its style is learned and not its work.
 */
public final class RealLines {
    static final RealLines NONE = new RealLines(List.of());

    /** Of so many examples one is real. */
    private static final int TURN = 2;

    private static final int SPOILT_PERCENT = 12;

    private final List<LabelledText> lines;

    private RealLines(List<LabelledText> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Of a gold file those lines of which every part is found again in print. */
    static RealLines read(Path gold) throws IOException {
        List<LabelledText> lines = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(gold.toFile())) {
            CleanLine line = Cleaner.clean(row.path("citation").asText());
            RealLabels.of(line, row.path("csl")).ifPresent(lines::add);
        }
        return new RealLines(lines);
    }

    /**
     * The lines of a gold file with the labels of their words, but for what cleaning leaves out. Lines of which a part
     * is not found in print are left out, and counted.
     */
    public static List<LabelledLine> labelled(Path gold) throws IOException {
        List<LabelledLine> lines = new ArrayList<>();
        int lost = 0;
        for (JsonNode row : new ObjectMapper().readTree(gold.toFile())) {
            String printed = row.path("citation").asText();
            int before = lines.size();
            CleanLine line = Cleaner.clean(printed);
            RealLabels.of(line, row.path("csl"))
                    .ifPresent(labels -> lines.add(new LabelledLine(printed, asPrinted(labels.tagging(), line))));
            lost += lines.size() == before ? 1 : 0;
        }
        System.out.println("real lines: " + lines.size() + ", not found again in print: " + lost);
        return lines;
    }

    private static Tagging asPrinted(Tagging cleaned, CleanLine line) {
        int[] starts = new int[cleaned.size()];
        int[] ends = new int[cleaned.size()];
        byte[] labels = new byte[cleaned.size()];
        for (int i = 0; i < labels.length; i++) {
            Span printed = line.asPrinted(new Span(cleaned.start(i), cleaned.end(i)));
            starts[i] = printed.start();
            ends[i] = printed.end();
            labels[i] = (byte) cleaned.label(i).ordinal();
        }
        return new Tagging(starts, ends, labels);
    }

    int size() {
        return lines.size();
    }

    boolean isTurn(int index) {
        return !lines.isEmpty() && index % TURN == 0;
    }

    /** The same each time. */
    LabelledText example(int index) {
        SplittableRandom random = new SplittableRandom(0x5EED_0003L + 6151L * index);
        LabelledText line = lines.get(random.nextInt(lines.size()));
        LabelledText text = random.nextInt(4) == 0 ? line.copy() : new Exchange(line, random).exchanged();
        Typing.spoil(text, random, SPOILT_PERCENT);
        return text;
    }
}
