package dev.precis.pipeline.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page (or a dropped file) says about one post, as text, each piece with its place. A part that the page lacks
 * is empty, never borrowed from a neighbour.
 *
 * @param origin where it was read
 * @param title as printed; {@link Passage#NONE} where the page shows none
 * @param date month, and day where printed
 * @param citations the lines that cite the summarised study, usually one
 * @param references the lines that cite other works than that: background, further reading
 * @param preamble what stands between title and citation and is about the series, not the study
 * @param body paragraphs
 * @param implications paragraphs under the implications label
 * @param labels names or filters of topics and types of research, as the source spells them
 * @param author as printed; empty where the page prints none
 * @param witnesses where the fields were read, for whoever asks why
 * @param notices what was odd
 * @param rich its texts with their mark-up
 */
public record Draft(
        Origin origin,
        Passage title,
        PublicationDate date,
        List<Passage> citations,
        List<Passage> references,
        List<Passage> preamble,
        List<Passage> body,
        List<Passage> implications,
        List<String> labels,
        String author,
        List<Witness> witnesses,
        List<Notice> notices,
        Rich rich) {

    public Draft {
        citations = List.copyOf(citations);
        references = List.copyOf(references);
        preamble = List.copyOf(preamble);
        body = List.copyOf(body);
        implications = List.copyOf(implications);
        labels = List.copyOf(labels);
        witnesses = List.copyOf(witnesses);
        notices = List.copyOf(notices);
    }

    /** A draft whose texts have no mark-up. */
    public Draft(
            Origin origin,
            Passage title,
            PublicationDate date,
            List<Passage> citations,
            List<Passage> references,
            List<Passage> preamble,
            List<Passage> body,
            List<Passage> implications,
            List<String> labels,
            String author,
            List<Witness> witnesses,
            List<Notice> notices) {
        this(
                origin,
                title,
                date,
                citations,
                references,
                preamble,
                body,
                implications,
                labels,
                author,
                witnesses,
                notices,
                Rich.NONE);
    }

    /** A draft that cites no other works, and whose fields stand where they stand in every document of its kind. */
    public Draft(
            Origin origin,
            Passage title,
            PublicationDate date,
            List<Passage> citations,
            List<Passage> preamble,
            List<Passage> body,
            List<Passage> implications,
            List<String> labels,
            String author,
            List<Notice> notices) {
        this(
                origin,
                title,
                date,
                citations,
                List.of(),
                preamble,
                body,
                implications,
                labels,
                author,
                List.of(),
                notices);
    }

    /**
     * Where a draft was read.
     *
     * @param source id of the source's profile
     * @param address the page's address
     * @param snapshot SHA-256 of the page's bytes, hexadecimal
     * @param captured when the page was fetched, as far as it is known
     * @param keys what the post is known by there, besides its title
     */
    public record Origin(String source, URI address, String snapshot, Optional<Instant> captured, List<PostKey> keys) {
        public Origin {
            keys = List.copyOf(keys);
        }

        /** The same reading, of a page that calls itself so. */
        Origin at(URI own) {
            return new Origin(source, own, snapshot, captured, keys);
        }

        /** Of a post that shares its page with others, and has no name of its own there. */
        public Origin(String source, URI address, String snapshot, Optional<Instant> captured) {
            this(source, address, snapshot, captured, List.of());
        }
    }

    /**
     * Texts with their mark-up: lists, tables, quotations, headings, links, emphasis. Each is XHTML without a namespace
     * that is HTML, too, and has the characters of its paragraphs and no others, but for the words of pictures; empty
     * where its paragraphs are all it has.
     *
     * @param bodyAsFound the same with the pictures of the page, by its own addresses: nothing to be shown, but what
     *     captured pictures are put into; empty where there are none
     */
    public record Rich(String body, String implications, String bodyAsFound, String implicationsAsFound) {
        public static final Rich NONE = new Rich("", "");

        /** Without pictures. */
        public Rich(String body, String implications) {
            this(body, implications, "", "");
        }
    }

    /** What makes two drafts the same post: normalised title (or citation where there is no title) and month. */
    public String key() {
        return date.month() + " " + Texts.key(name());
    }

    /** What the post is known by: its title, or its citation where the page shows no title. */
    public String name() {
        return !title.isEmpty()
                ? title.text()
                : citations.isEmpty() ? "" : citations.getFirst().text();
    }

    public Draft at(URI own) {
        return with(origin.at(own), labels, author, notices, rich);
    }

    /** The same of a capture that was made then. */
    public Draft capturedAt(Optional<Instant> instant) {
        Origin other = new Origin(origin.source(), origin.address(), origin.snapshot(), instant, origin.keys());
        return with(other, labels, author, notices, rich);
    }

    public Draft withLabels(List<String> newLabels) {
        return with(origin, newLabels, author, notices, rich);
    }

    public Draft withNotices(List<Notice> newNotices) {
        return with(origin, labels, author, newNotices, rich);
    }

    /** The same post, known by these. */
    public Draft withKeys(List<PostKey> newKeys) {
        Origin known = new Origin(origin.source(), origin.address(), origin.snapshot(), origin.captured(), newKeys);
        return with(known, labels, author, notices, rich);
    }

    /** The same post with other paragraphs, which have no mark-up. */
    public Draft withTexts(List<Passage> newBody, List<Passage> newImplications) {
        return new Draft(
                origin,
                title,
                date,
                citations,
                references,
                preamble,
                newBody,
                newImplications,
                labels,
                author,
                witnesses,
                notices);
    }

    /** The same post under another title, day or author. */
    public Draft as(Passage newTitle, PublicationDate newDate, String newAuthor) {
        return new Draft(
                origin,
                newTitle,
                newDate,
                citations,
                references,
                preamble,
                body,
                implications,
                labels,
                newAuthor,
                witnesses,
                notices,
                rich);
    }

    public Draft withAuthor(String newAuthor) {
        return with(origin, labels, newAuthor, notices, rich);
    }

    public Draft withRich(Rich newRich) {
        return with(origin, labels, author, notices, newRich);
    }

    private Draft with(
            Origin newOrigin, List<String> newLabels, String newAuthor, List<Notice> newNotices, Rich newRich) {
        return new Draft(
                newOrigin,
                title,
                date,
                citations,
                references,
                preamble,
                body,
                implications,
                newLabels,
                newAuthor,
                witnesses,
                newNotices,
                newRich);
    }
}
