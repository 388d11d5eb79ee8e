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
 * @param preamble what stands between title and citation and is about the series, not the study
 * @param body paragraphs
 * @param implications paragraphs under the implications label
 * @param labels names or filters of topics and types of research, as the source spells them
 * @param author as printed; empty where the page prints none
 * @param notices what was odd
 */
public record Draft(
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

    public Draft {
        citations = List.copyOf(citations);
        preamble = List.copyOf(preamble);
        body = List.copyOf(body);
        implications = List.copyOf(implications);
        labels = List.copyOf(labels);
        notices = List.copyOf(notices);
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

    /** Whether its text ends as if it went on elsewhere. */
    public boolean isExcerpt() {
        return Excerpts.isExcerpt(this);
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

    Draft at(URI own) {
        return new Draft(origin.at(own), title, date, citations, preamble, body, implications, labels, author, notices);
    }

    public Draft withLabels(List<String> newLabels) {
        return new Draft(origin, title, date, citations, preamble, body, implications, newLabels, author, notices);
    }

    public Draft withNotices(List<Notice> newNotices) {
        return new Draft(origin, title, date, citations, preamble, body, implications, labels, author, newNotices);
    }

    public Draft withAuthor(String newAuthor) {
        return new Draft(origin, title, date, citations, preamble, body, implications, labels, newAuthor, notices);
    }
}
