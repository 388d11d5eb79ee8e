package dev.precis.pipeline.understand.citation.tagger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.understand.citation.clean.CleanLine;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parts of a known reading (CSL-JSON) in the line that it is of, and labels the words. */
final class RealLabels {
    private static final byte NONE = -1;
    private static final Set<String> MARKS = Set.of(
            "in", "eds", "ed", "editors", "editor", "pp", "p", "vol", "no", "nr", "doi", "edited", "by", "hrsg", "hg",
            "volume", "number", "issue", "pages", "isbn", "pmid", "pmcid", "v", "n", "s", "c", "t", "org", "orgs",
            "dans", "en", "em", "and", "und", "et", "y", "e", "dir", "coord", "red", "jg", "heft", "h", "bd", "с", "т",
            "в");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "mai",
            "juin",
            "maj",
            "januari",
            "mei",
            "maart");

    private final TokenSequence tokens;
    private final byte[] labels;
    private final BitSet emphasised;

    private RealLabels(CleanLine line) {
        tokens = TokenSequence.of(line.text(), line.emphasised());
        emphasised = line.emphasised();
        labels = new byte[tokens.size];
        Arrays.fill(labels, NONE);
    }

    /** None where a part is not in the line as it is known. */
    static Optional<LabelledText> of(CleanLine line, JsonNode csl) {
        RealLabels real = new RealLabels(line);
        return real.find(csl) ? Optional.of(real.text(line.text())) : Optional.empty();
    }

    private boolean find(JsonNode csl) {
        for (int i = 0; i < tokens.size; i++) {
            if (tokens.shapes[i] == Shape.DOI || tokens.shapes[i] == Shape.ADDRESS) {
                labels[i] = label(Label.IDENTIFIER);
            }
        }
        int title = mark(csl.path("title").asText(), 0, Label.TITLE);
        boolean found = title >= 0 && people(csl.path("author"), Label.FAMILY, Label.GIVEN, 0);
        int container = mark(csl.path("container-title").asText(), Math.max(title, 0), Label.CONTAINER);
        if (container < 0) {
            container = mark(csl.path("container-title").asText(), 0, Label.CONTAINER);
        }
        found &= container >= 0;
        found &= people(csl.path("editor"), Label.EDITOR, Label.EDITOR, 0);
        found &= mark(csl.path("issued").path("date-parts").path(0).path(0).asText(), 0, Label.DATE) >= 0 || year(csl);
        int after = Math.max(container, title);
        for (String[] part : new String[][] {{"volume", "VOLUME"}, {"issue", "ISSUE"}, {"page", "PAGE"}}) {
            Label label = Label.valueOf(part[1]);
            int end = mark(csl.path(part[0]).asText(), after, label);
            found &= end >= 0 || mark(csl.path(part[0]).asText(), 0, label) >= 0;
            after = Math.max(after, end);
        }
        mark(csl.path("publisher").asText(), 0, Label.PUBLISHER);
        mark(csl.path("publisher-place").asText(), 0, Label.PLACE);
        for (String note : List.of("edition", "genre", "collection-title", "event-title", "number", "status")) {
            mark(csl.path(note).asText(), 0, Label.NOTE);
        }
        if (found) {
            rest();
        }
        return found;
    }

    private static byte label(Label label) {
        return (byte) label.ordinal();
    }

    /** The year with its letter is one word. */
    private boolean year(JsonNode csl) {
        String year = csl.path("issued").path("date-parts").path(0).path(0).asText();
        for (int i = 0; i < tokens.size; i++) {
            if (labels[i] == NONE && tokens.text.startsWith(year, tokens.starts[i])) {
                labels[i] = label(Label.DATE);
                return true;
            }
        }
        return false;
    }

    /** The place after the words, or -1 where they are not found; 0 where there is nothing to find. */
    private int mark(String value, int from, Label label) {
        TokenSequence wanted = TokenSequence.of(value);
        if (wanted.size == 0) {
            return 0;
        }
        for (int i = from; i + wanted.size <= tokens.size; i++) {
            if (isAt(wanted, i)) {
                Arrays.fill(labels, i, i + wanted.size, label(label));
                return i + wanted.size;
            }
        }
        return -1;
    }

    private boolean isAt(TokenSequence wanted, int at) {
        for (int i = 0; i < wanted.size; i++) {
            if (labels[at + i] != NONE || tokens.words[at + i] != wanted.words[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean people(JsonNode people, Label family, Label given, int from) {
        int at = from;
        for (JsonNode person : people) {
            String name = person.path("literal").asText(person.path("family").asText());
            int end = mark(name, at, family);
            if (end < 0) {
                return false;
            }
            int start = end - TokenSequence.of(name).size;
            TokenSequence givens = TokenSequence.of(person.path("given").asText());
            boolean after = end + givens.size <= tokens.size && isAt(givens, end);
            boolean before = start - givens.size >= 0 && isAt(givens, start - givens.size);
            if (givens.size > 0 && !after && !before) {
                return false;
            }
            boolean inverted = after && (!before || tokens.gapKinds[end] == Gap.COMMA || givens.size == 0);
            int first = inverted ? end : start - givens.size;
            Arrays.fill(labels, first, first + givens.size, label(given));
            at = inverted ? end + givens.size : end;
        }
        return true;
    }

    /** Words between names join them; months stand beside the year; what styles print is known; all else is a note. */
    private void rest() {
        int lastName = -1;
        for (int i = 0; i < labels.length; i++) {
            lastName = labels[i] == label(Label.FAMILY) || labels[i] == label(Label.GIVEN) ? i : lastName;
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != NONE) {
                continue;
            }
            String word =
                    tokens.text.substring(tokens.starts[i], tokens.ends[i]).toLowerCase(java.util.Locale.ROOT);
            boolean others = i > lastName
                    && lastName >= 0
                    && i <= lastName + 3
                    && List.of("et", "al", "coll", "и", "др", "others", "jr", "sr", "iii")
                            .contains(word);
            boolean beside = i > 0 && labels[i - 1] == label(Label.DATE)
                    || i + 1 < labels.length && labels[i + 1] == label(Label.DATE);
            boolean identifies = i > 0
                    && (labels[i - 1] == label(Label.IDENTIFIER)
                            || List.of("pmid", "isbn", "arxiv").contains(before(i)));
            Label label = i < lastName || others
                    ? Label.NAME_OTHER
                    : beside && MONTHS.contains(word)
                            ? Label.DATE
                            : identifies && Character.isDigit(word.charAt(0))
                                    ? Label.IDENTIFIER
                                    : MARKS.contains(word) ? Label.MARK : Label.NOTE;
            labels[i] = label(label);
        }
    }

    private String before(int i) {
        return tokens.text.substring(tokens.starts[i - 1], tokens.ends[i - 1]).toLowerCase(java.util.Locale.ROOT);
    }

    private LabelledText text(String line) {
        LabelledText text = new LabelledText();
        int at = 0;
        for (int i = 0; i < tokens.size; i++) {
            text.add(line.substring(at, tokens.starts[i]), Label.MARK);
            text.emphasise(emphasised.get(tokens.starts[i]));
            text.add(line.substring(tokens.starts[i], tokens.ends[i]), Label.of(labels[i]));
            at = tokens.ends[i];
        }
        text.emphasise(false);
        text.add(line.substring(at), Label.MARK);
        return text;
    }
}
