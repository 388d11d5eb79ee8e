package dev.precis.pipeline.understand.citation.tagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
final class RealLines {
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
