package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.CitationShape;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.extract.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The works that a post cites, with where they stand in it, which tells the summarised study from what is cited
 * besides: a label that names it ("Primary paper") is surer than a place under the title, that surer than a list of
 * references or the end of the text, that surer than the middle of the text.
 */
final class CitedWorks {

    /** Where a citation stands, the surest first. */
    enum Place {
        LABELLED("labelled as the study"),
        TOP("above the text"),
        LIST("in the references"),
        CLOSING("below the text"),
        INSIDE("inside the text"),
        BACKGROUND("in the further references");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    private record Cited(Passage passage, Place place, int order) {}

    /** A link back to where a footnote is called. */
    private static final Pattern BACK =
            Pattern.compile("(?:\\s*[↩↑⤴⏎^]\\uFE0E?\\uFE0F?)+\\s*$|^(?:[↩↑^]\\uFE0E?\\s*)+");
    /** The characters of such a link. */
    private static final String ARROWS = "↩↑⤴⏎^\uFE0E\uFE0F";
    /** Links to a copy of the work, or back to where it is called, which are no part of the citation. */
    private static final Pattern COPIES = Pattern.compile(
            "(?iu)(?:[ |·,;]*[\\[(]?(?:pubmed|pmc|medline|pdf|abstract|link|article|doi link|crossref|google"
                    + " scholar|open access|free(?= )?|(?:(?:read|view|request|download|get|access|see|find) (?:the"
                    + " )?)?(?:free )?(?:full[ -]?text|full (?:paper|article)|original|paper|abstract)(?:"
                    + " here)?|readmore|volltext|texte integral|(?:go |jump )?back(?: to (?:the"
                    + " )?(?:text|post))?|return(?: to (?:the )?text)?|zurück|retour)[\\])]?)+[ .|]*$");
    /** The number of a footnote or of an item in a list of references. */
    private static final Pattern NUMBER = Pattern.compile("^\\[?\\(?\\d{1,2}(?:\\]|\\)|\\.)\\s+");

    private static final Pattern WORK =
            Pattern.compile("10\\.\\d{4,9}/\\S|(?:[(\\s]|^)(?:19|20)\\d\\d[a-z]?[).;,:\\s]");

    private static final Pattern YEAR = Pattern.compile("(?<![\\d./-])((?:19|20)\\d\\d)(?![\\d/-])");

    private final List<Cited> all = new ArrayList<>();
    private int texts;

    /** Whether a line under the label of a citation is one, though its shape alone might not tell. */
    static boolean isWork(String line) {
        return line.length() >= 20 && WORK.matcher(line).find();
    }

    /** The year of a work, if its citation tells but one. */
    static Optional<Integer> year(String citation) {
        List<Integer> years = YEAR.matcher(citation)
                .results()
                .map(year -> Integer.parseInt(year.group(1)))
                .distinct()
                .toList();
        return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
    }

    /** The first year in a citation; empty if there is none. */
    static String firstYear(String citation) {
        Matcher year = YEAR.matcher(citation);
        return year.find() ? year.group(1) : "";
    }

    static boolean looksLikeOne(String line) {
        return CitationShape.looksLikeCitation(bare(Passage.of(line)).text());
    }

    /** Whether a line under the heading of works is one. */
    static boolean isListed(Block line) {
        return (!line.isProse() && isWork(line.text())) || looksLikeOne(line.text());
    }

    /** Whether a line is a footnote: it leads back to where it is called. */
    static boolean isNote(Block line) {
        return (line.meaning().note() && line.level() == 0) || hasArrow(line.text());
    }

    /** Whether an arrow at one of its ends leads back. */
    private static boolean hasArrow(String line) {
        return "↩↑^".indexOf(line.charAt(0)) >= 0
                || (ARROWS.indexOf(line.charAt(line.length() - 1)) >= 0
                        && BACK.matcher(line).find());
    }

    /** Whether a line is a footnote and not, {@code inList} of works, one of them. */
    static boolean isNote(Block line, boolean inList) {
        return isNote(line) && (hasArrow(line.text()) || !inList || !isListed(line));
    }

    void add(Passage line, Place place) {
        Passage bare = bare(line);
        if (all.stream().noneMatch(cited -> cited.passage().text().equals(bare.text()))) {
            all.add(new Cited(bare, place, texts));
        }
    }

    /** One more piece of the post's own text. */
    void text() {
        texts++;
    }

    /** A citation without its number, links to copies, and the way back to where it is called. */
    static Passage bare(Passage line) {
        Matcher back = BACK.matcher(line.text());
        Passage bare = line;
        if (back.find()) {
            bare = back.start() == 0 ? line.part(back.end(), line.text().length()) : line.part(0, back.start());
        }
        Matcher copies = COPIES.matcher(bare.text());
        if (copies.find()
                && copies.start() > 0
                && ".)]0123456789/".indexOf(bare.text().charAt(copies.start() - 1)) >= 0) {
            bare = bare.part(0, copies.start());
        }
        Matcher number = NUMBER.matcher(bare.text());
        return number.lookingAt() ? bare.part(number.end(), bare.text().length()) : bare;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The works that stand at the surest place. */
    List<Passage> first() {
        Place surest = surest();
        return at(place -> place == surest);
    }

    /** Those with a label that says that they are the study. */
    List<Passage> labelled() {
        return at(place -> place == Place.LABELLED);
    }

    /** All in the order of reading; further references only where there is nothing else. */
    List<Passage> inOrder() {
        List<Passage> cited = at(place -> place != Place.BACKGROUND);
        return cited.isEmpty() ? at(place -> true) : cited;
    }

    /** All but those. */
    List<Passage> without(List<Passage> some) {
        return all.stream()
                .map(Cited::passage)
                .filter(work -> !some.contains(work))
                .toList();
    }

    /** What is cited at other places. */
    List<Passage> others() {
        Place surest = surest();
        return at(place -> place != surest);
    }

    /** The surest place in words. */
    String place() {
        return surest().words;
    }

    /** Whether the surest place alone says that what stands there is the study. */
    boolean isStudyByPlace() {
        return surest() == Place.LABELLED || surest() == Place.TOP;
    }

    private List<Passage> at(Predicate<Place> wanted) {
        return all.stream()
                .filter(cited -> wanted.test(place(cited)))
                .map(Cited::passage)
                .toList();
    }

    private Place surest() {
        return all.stream()
                .map(this::place)
                .filter(place -> place != Place.BACKGROUND)
                .min(Place::compareTo)
                .orElse(Place.TOP);
    }

    /** A bare citation after which no text comes stands below the text, one before all text above it. */
    private Place place(Cited cited) {
        if (cited.place() != Place.INSIDE) {
            return cited.place();
        }
        return cited.order() == 0 ? Place.TOP : cited.order() == texts ? Place.CLOSING : Place.INSIDE;
    }
}
