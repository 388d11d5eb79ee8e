package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sorts blocks, as they come, into body and implications. */
final class MarkdownSections {
    private static final Pattern RUN_IN = Pattern.compile("([^.:]+)[.:]\\s+(.+)");
    /** Deeper than any heading: under a label that is no heading, every heading ends the implications. */
    private static final int NO_HEADING = 7;

    private final Set<String> labels;
    private final List<Passage> body = new ArrayList<>();
    private final List<Passage> implications = new ArrayList<>();
    private boolean underLabel;
    private int labelLevel;

    MarkdownSections(List<String> labels) {
        this.labels = labels.stream().map(Texts::key).collect(Collectors.toSet());
    }

    /** The label opens the implications; a heading not below it closes them and stays as a paragraph. */
    void heading(String text, int level) {
        if (isLabel(text)) {
            open(level);
        } else {
            underLabel = underLabel && level > labelLevel;
            add(text);
        }
    }

    /** A label may also be a paragraph of its own, or run in: "Practice Implications: ...". */
    void paragraph(String text) {
        Matcher runIn = RUN_IN.matcher(text);
        if (isLabel(text)) {
            open(NO_HEADING);
        } else if (runIn.matches() && isLabel(runIn.group(1))) {
            open(NO_HEADING);
            add(runIn.group(2));
        } else {
            add(text);
        }
    }

    void item(String text) {
        if (!text.isEmpty()) {
            section().add(Passage.of(text).asItem());
        }
    }

    List<Passage> body() {
        return body;
    }

    List<Passage> implications() {
        return implications;
    }

    private boolean isLabel(String text) {
        return labels.contains(Texts.key(text));
    }

    private void open(int level) {
        underLabel = true;
        labelLevel = level;
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            section().add(Passage.of(text));
        }
    }

    private List<Passage> section() {
        return underLabel ? implications : body;
    }
}
