package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sorts blocks, as they come, into body, implications and references. */
final class MarkdownSections {
    private static final Pattern RUN_IN = Pattern.compile("([^.:]+)[.:]\\s+(.+)");
    private static final Set<String> REFERENCES =
            Set.of("reference", "references", "source", "sources", "citation", "citations");
    /** Deeper than any heading: under a label that is no heading, every heading ends the section. */
    private static final int NO_HEADING = 7;

    private enum Section {
        BODY,
        IMPLICATIONS,
        REFERENCES
    }

    private final Set<String> labels;
    private final Map<Section, List<Passage>> passages = new EnumMap<>(Section.class);
    private Section section = Section.BODY;
    private int labelLevel;

    MarkdownSections(List<String> labels) {
        this.labels = labels.stream().map(Texts::key).collect(Collectors.toSet());
    }

    /** A label opens its section; a heading not below it closes it and stays as a paragraph. */
    void heading(Passage heading, int level) {
        Optional<Section> labelled = labelled(heading.text());
        if (labelled.isPresent()) {
            open(labelled.get(), level);
        } else {
            section = level > labelLevel ? section : Section.BODY;
            add(section, heading);
        }
    }

    /** A label may also be a paragraph of its own, or run in: "Practice Implications: ...". */
    void paragraph(Passage paragraph) {
        Optional<Section> labelled = labelled(paragraph.text());
        Matcher runIn = RUN_IN.matcher(paragraph.text());
        if (labelled.isPresent()) {
            open(labelled.get(), NO_HEADING);
            return;
        }
        Optional<Section> runInto = runIn.matches() ? labelled(runIn.group(1)) : Optional.empty();
        if (runInto.isPresent()) {
            // what runs in after the word for a reference is that reference, and no section begins
            if (runInto.get() == Section.IMPLICATIONS) {
                open(Section.IMPLICATIONS, NO_HEADING);
            }
            add(runInto.get(), paragraph.part(runIn.start(2), runIn.end(2)));
        } else {
            add(section, paragraph);
        }
    }

    void item(Passage item) {
        add(section, item.asItem());
    }

    List<Passage> body() {
        return passages.getOrDefault(Section.BODY, List.of());
    }

    List<Passage> implications() {
        return passages.getOrDefault(Section.IMPLICATIONS, List.of());
    }

    List<Passage> references() {
        return passages.getOrDefault(Section.REFERENCES, List.of());
    }

    private Optional<Section> labelled(String text) {
        String key = Texts.key(text);
        return labels.contains(key)
                ? Optional.of(Section.IMPLICATIONS)
                : REFERENCES.contains(key) ? Optional.of(Section.REFERENCES) : Optional.empty();
    }

    private void open(Section opened, int level) {
        section = opened;
        labelLevel = level;
    }

    private void add(Section to, Passage passage) {
        if (!passage.isEmpty()) {
            passages.computeIfAbsent(to, one -> new ArrayList<>()).add(passage);
        }
    }
}
