package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells whether two posts cite the same work, as far as what is printed of it tells. */
final class Works {
    private final Function<String, List<Citation>> parser;
    private final Map<String, List<Work>> read = new HashMap<>();

    /** @param parser reads a printed line */
    Works(Function<String, List<Citation>> parser) {
        this.parser = parser;
    }

    enum Likeness {
        SAME,
        OTHER,
        /** One of the posts cites nothing, or nothing that the other tells, too. */
        UNKNOWN
    }

    /** What tells a work; any of it is empty where it could not be read. */
    private record Work(String doi, String title, String authorAndYear) {
        static Work of(Citation citation) {
            String title = citation.field(CitationField.TITLE).orElse("");
            boolean dated = !citation.authors().isEmpty() && citation.issued().isKnown();
            return new Work(
                    citation.doi().map(Identifier.Doi::value).orElse(""),
                    title.isEmpty() ? "" : Texts.key(title.replaceFirst("(?<=.{12}): .*", "")),
                    dated
                            ? Texts.key(citation.authors().getFirst().family()) + " "
                                    + citation.issued().year()
                            : "");
        }

        /** One thing that both tell alike is enough: a citation is mended in one place at a time. */
        Likeness compare(Work other) {
            boolean comparable = false;
            List<String> ours = List.of(doi, title, authorAndYear);
            List<String> theirs = List.of(other.doi, other.title, other.authorAndYear);
            for (int i = 0; i < ours.size(); i++) {
                boolean both = !ours.get(i).isEmpty() && !theirs.get(i).isEmpty();
                if (both && ours.get(i).equals(theirs.get(i))) {
                    return Likeness.SAME;
                }
                comparable |= both;
            }
            return comparable ? Likeness.OTHER : Likeness.UNKNOWN;
        }
    }

    /** Whether lines that one post prints and lines that another one prints cite a work in common. */
    Likeness compare(List<String> one, List<String> other) {
        if (one.stream().anyMatch(other::contains)) {
            return Likeness.SAME;
        }
        boolean comparable = false;
        for (String line : one) {
            for (String against : other) {
                Likeness likeness = compare(line, against);
                if (likeness == Likeness.SAME) {
                    return likeness;
                }
                comparable |= likeness == Likeness.OTHER;
            }
        }
        return comparable ? Likeness.OTHER : Likeness.UNKNOWN;
    }

    private Likeness compare(String one, String other) {
        Optional<Likeness> same =
                Texts.key(one).equals(Texts.key(other)) ? Optional.of(Likeness.SAME) : Optional.empty();
        return same.orElseGet(() -> {
            Likeness found = Likeness.UNKNOWN;
            for (Work work : works(one)) {
                for (Work against : works(other)) {
                    Likeness likeness = work.compare(against);
                    if (likeness == Likeness.SAME) {
                        return likeness;
                    }
                    found = likeness == Likeness.OTHER ? likeness : found;
                }
            }
            return found;
        });
    }

    private List<Work> works(String line) {
        return read.computeIfAbsent(
                line, printed -> parser.apply(printed).stream().map(Work::of).toList());
    }
}
