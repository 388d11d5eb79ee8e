package dev.precis.pipeline.domain.page;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one captured page says.
 *
 * @param address its address, with the filters that it lists in its query
 * @param snapshot SHA-256 of its bytes, hexadecimal
 * @param text its whole text, blocks separated by line feeds: what every {@link Passage#start} counts in
 * @param drafts the posts it shows, in order
 * @param introduction what the blog says of itself, paragraphs
 * @param blurb what it announces for this month, paragraphs
 * @param links addresses it links to, absolute, in order, each once
 * @param kind what it is to a reader
 * @param leftover text of it that was taken for no part of a post
 * @param head what it tells crawlers
 * @param notices what was odd, and what could not be read as a post (violations)
 */
public record Page(
        URI address,
        String snapshot,
        String text,
        List<Draft> drafts,
        List<Passage> introduction,
        List<Passage> blurb,
        List<Link> links,
        Kind kind,
        List<Passage> leftover,
        PageHead head,
        List<Notice> notices) {

    public Page {
        drafts = List.copyOf(drafts);
        introduction = List.copyOf(introduction);
        blurb = List.copyOf(blurb);
        links = List.copyOf(links);
        leftover = List.copyOf(leftover);
        notices = List.copyOf(notices);
    }

    /** A document that consists of nothing but its posts: a feed, a new summary. */
    public Page(
            URI address,
            String snapshot,
            String text,
            List<Draft> drafts,
            List<Passage> introduction,
            List<Passage> blurb,
            List<Link> links,
            List<Notice> notices) {
        this(
                address,
                snapshot,
                text,
                drafts,
                introduction,
                blurb,
                links,
                drafts.isEmpty() ? Kind.OTHER : Kind.LIST,
                List.of(),
                PageHead.NONE,
                notices);
    }

    /** What a page is to a reader. */
    public enum Kind {
        /** It shows one post, whatever else stands around it. */
        POST,
        /** It shows several posts, or parts of them, one after the other. */
        LIST,
        /** It shows none. */
        OTHER
    }

    /** The same page with another text. */
    public Page withText(String other) {
        return new Page(address, snapshot, other, drafts, introduction, blurb, links, kind, leftover, head, notices);
    }

    /** The same page with its posts as they are now known. */
    public Page withDrafts(List<Draft> known) {
        return new Page(address, snapshot, text, known, introduction, blurb, links, kind, leftover, head, notices);
    }

    /** The same page of a capture that was made then, its posts with it. */
    public Page capturedAt(Optional<Instant> instant) {
        return withDrafts(
                drafts.stream().map(draft -> draft.capturedAt(instant)).toList());
    }

    /** The same page under the address that it calls its own, its posts with it. */
    public Page at(URI own) {
        List<Draft> moved = drafts.stream()
                .map(draft -> draft.origin().address().equals(address) ? draft.at(own) : draft)
                .toList();
        return new Page(own, snapshot, text, moved, introduction, blurb, links, kind, leftover, head, notices);
    }

    /**
     * The same page, its posts known by their addresses.
     *
     * @param address of a post, as far as it is known
     */
    public Page known(Function<Draft, Optional<URI>> address) {
        List<Draft> known = drafts.stream()
                .map(draft -> address.apply(draft)
                        .map(own -> draft.withKeys(List.of(new PostKey(PostKey.Kind.ADDRESS, own.toString()))))
                        .orElse(draft))
                .toList();
        return new Page(this.address, snapshot, text, known, introduction, blurb, links, kind, leftover, head, notices);
    }

    /**
     * A link.
     *
     * @param text the words it stands under, white space normalised
     * @param leadsToPost whether it stands as the title of a post, or goes on with one ("Continue reading")
     * @param nofollow whether the page asks that it not be followed
     */
    public record Link(URI address, String text, boolean leadsToPost, boolean nofollow) {
        public Link(URI address, String text) {
            this(address, text, false, false);
        }
    }
}
