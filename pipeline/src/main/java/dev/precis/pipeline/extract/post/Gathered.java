package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.extract.date.ReadDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was gathered of one post, on the way to a draft.
 *
 * @param witnesses where the fields were read
 * @param notices what was odd so far
 */
record Gathered(
        Passage title,
        Optional<ReadDay> date,
        List<Passage> citations,
        List<Passage> references,
        List<Passage> preamble,
        List<Passage> body,
        List<Passage> implications,
        List<String> labels,
        String author,
        List<Witness> witnesses,
        List<Notice> notices) {

    static final String WITHOUT_IMPLICATIONS = "implications-missing";

    /**
     * The draft, if anything identifies the post; else a violation in {@code refused} that says what is missing.
     *
     * @param own address of the post itself, as far as it is known: it may tell a month that this page does not
     */
    Optional<Draft> draft(Draft.Origin origin, String own, List<Notice> refused) {
        String where = origin.address().toString();
        boolean onlyTitle = citations.isEmpty() && body.isEmpty() && implications.isEmpty();
        if (title.isEmpty() && citations.isEmpty()) {
            if (!onlyTitle) {
                refused.add(Notice.violation(
                        "post-unidentified",
                        where,
                        "a post without title and citation: expected one of them before \"" + excerpt() + "\""));
            }
            return Optional.empty();
        }
        if (body.isEmpty() && implications.isEmpty() && (title.isEmpty() || citations.size() > 1)) {
            refused.add(Notice.info("citation-alone", where, "a citation and nothing about it: \"" + excerpt() + "\""));
            return Optional.empty();
        }
        if (title.isEmpty() && citations.size() > 1) {
            refused.add(Notice.violation(
                    "post-unidentified",
                    where,
                    citations.size()
                            + " citations under no title, of one post or of several: expected a title before \""
                            + excerpt() + "\""));
            return Optional.empty();
        }
        if (onlyTitle) {
            refused.add(Notice.violation(Notice.EMPTY, own, "a title with nothing under it: \"" + title.text() + "\""));
            return Optional.empty();
        }
        if (date.isEmpty()) {
            refused.add(Notice.violation(
                    Notice.UNDATED,
                    own,
                    "no month for \"" + excerpt()
                            + "\": expected a month heading, a date in the post or a month in the address"));
            return Optional.empty();
        }
        if (isBeforeStudy(date.get())) {
            refused.add(Notice.violation(
                    "month-implausible",
                    own,
                    "the only month for \"" + excerpt() + "\" is " + date.get().date() + ", before the study that it"
                            + " cites: expected a date in the post or a month in the address"));
            return Optional.empty();
        }
        return Optional.of(new Draft(
                origin,
                title,
                date.get().date(),
                citations,
                references,
                preamble,
                body,
                implications,
                labels,
                author,
                witnesses,
                allNotices(where)));
    }

    /** Whether a month without a day is years before the cited work: it is then one of the text. */
    private boolean isBeforeStudy(ReadDay read) {
        return !read.date().hasDay()
                && citations.size() == 1
                && CitedWorks.year(citations.getFirst().text())
                        .filter(year -> read.date().month().getYear() + 1 < year)
                        .isPresent();
    }

    private List<Notice> allNotices(String where) {
        List<Notice> all = new ArrayList<>(notices);
        String post = "\"" + excerpt() + "\"";
        date.filter(day -> !day.isSure())
                .ifPresent(day -> all.add(Notice.warning(
                        "date-ambiguous",
                        where,
                        "the day is printed in numbers, which may be " + day.date() + " or " + day.other()
                                + ": the former was taken; `language` in the profile tells with a region (en-GB,"
                                + " en-US)")));
        if (title.isEmpty()) {
            all.add(Notice.warning("title-missing", where, "no title above the citation " + post));
        }
        if (citations.isEmpty()) {
            all.add(Notice.warning("citation-missing", where, "no citation in " + post));
        }
        if (body.isEmpty()) {
            all.add(Notice.warning("body-missing", where, "no text in " + post));
        }
        if (implications.isEmpty()) {
            all.add(Notice.warning(WITHOUT_IMPLICATIONS, where, "no implications in " + post));
        }
        return all;
    }

    private String excerpt() {
        String text = Stream.of(List.of(title), citations, body, implications)
                .flatMap(List::stream)
                .map(Passage::text)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
