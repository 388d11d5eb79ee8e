package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what kind of thesis or report a work is, or at which meeting it was given, where a sentence tells it. */
final class GenreReader {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final int LEAST_TITLE = 6;
    private static final String SENTENCE_END = "(?<=[.?!\u0001)\"\u00bb\u201d]\\.? |, )";
    private static final Pattern MEETING = Pattern.compile(
            SENTENCE_END
                    + "\\[?(?:(?:paper|poster|talk|lecture|presentation|abstract|keynote|symposium|communication|ponencia|vortrag|trabalho|comunica\u00e7\u00e3o)\\b[^.,]{0,30}\\b(?:presented|given|held|at|presentada|apresentad[oa]|auf)\\b|presented"
                    + " at|(?:revision|manuscript|article) (?:under|submitted|in)\\b|personal communication|a short"
                    + " course\\b|unpublished manuscript)",
            FLAGS);
    private static final Pattern KIND = Pattern.compile(
            SENTENCE_END
                    + "[(\\[]?(?:(?:unpublished|unver\u00f6ffentlichte|in\u00e9dite|published)"
                    + " )?(?:(?:doctoral|master'?s?|ph\\.? ?d\\.?|m\\.? ?sc\\.?|m\\.? ?a\\.?|m\\.f\\.a\\.|b\\.?"
                    + " ?a\\.?|bachelor'?s?|honou?rs|undergraduate|diploma|licentiate)"
                    + " (?:thesis|dissertation|diss\\p{L}*|diss\\.)(?: \\d{1,4})?|th\u00e8se(?: de"
                    + " (?:doctorat|l'universit\u00e9)| d'\u00c9tat)?|tesis (?:doctoral|de"
                    + " (?:maestr\u00eda|grado|licenciatura|doctorado))|tese (?:de"
                    + " doutora\\p{L}+|\\([^()]{4,40}\\))|disserta\u00e7\u00e3o (?:de mestrado|\\([^()]{4,40}\\))|tesi"
                    + " di (?:laurea|dottorato)|m\u00e9moire de"
                    + " (?:master|ma\u00eetrise)|dissertation|proefschrift|diplomarbeit|masterarbeit|habilitationsschrift|(?:\\p{Lu}[\\p{L}.'-]{1,20}"
                    + " (?:(?:of|for|and|on|in)"
                    + " )?){0,7}(?:technical|research|special|working|discussion|occasional|scientific)"
                    + " (?:reports?|papers?|bulletins?)(?: series)?,?(?: (?:no|nr|n\u00ba|number|#)?\\.?"
                    + " ?[\\p{L}]{0,5}[-\\d][\\p{L}\\d./-]{0,12}|, [A-Z]{1,4}"
                    + " ?\\d[\\d-]{0,8})?)[)\\]]?(?=[.,:;\u0001]|$| \\()[.,:;]?",
            FLAGS);
    private static final Pattern VOLUME_AT_END = Pattern.compile("\\d ?\\(\\d|, \\d{1,4}, \\d|\\d:\\d");

    private GenreReader() {}

    /**
     * What a sentence after the title says of the work: a meeting, or the kind of thesis or report with who publishes
     * it.
     *
     * @param words the citation in lower case
     */
    static void read(CitationReading reading, String words) {
        if (!Words.holdOneOf(
                words,
                "presented",
                "thesis",
                "dissertation",
                "diss",
                "th\u00e8se",
                "tesis",
                "tese",
                "tesi ",
                "m\u00e9moire",
                "mestrado",
                "report",
                "bulletin",
                "paper",
                "manuscript",
                "communication",
                "course",
                "lecture",
                "master",
                "doctor")) {
            return;
        }
        Matcher meeting = reading.find(MEETING);
        if (meeting.find() && meeting.start() > reading.start + LEAST_TITLE) {
            reading.take(meeting.start(), reading.end);
        }
        Matcher kind = reading.find(KIND);
        if (kind.find() && kind.start() > reading.start + LEAST_TITLE && !isNumbered(reading, kind.end())) {
            Span rest = reading.trimmed(kind.end(), reading.end);
            int read = reading.unread().toString().indexOf('\u0001', rest.start());
            int end = read < 0 || read > rest.end() ? rest.end() : read;
            if (end - rest.start() > 2) {
                reading.keep(CitationField.PUBLISHER, rest.start(), end);
            }
            reading.take(kind.start(), reading.end);
        }
    }

    /** A journal's volume follows what only looks like a kind of work. */
    private static boolean isNumbered(CitationReading reading, int from) {
        return VOLUME_AT_END.matcher(reading.unread()).region(from, reading.end).find();
    }
}
