package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.date.ReadDay;
import dev.precis.pipeline.extract.words.SectionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is known to be posts of a page into drafts, and gathers what is odd and what is left over. */
final class PostDrafts {
    private final SourceProfile.Labels labels;
    private final SourceProfile.CitationPlace citationPlace;
    private final SectionWords words;
    private final HeaderLine lines;
    private final Draft.Origin origin;
    private final List<Notice> notices = new ArrayList<>();
    private final List<Passage> leftover = new ArrayList<>();

    /** @param origin of the page */
    PostDrafts(SourceProfile profile, SectionWords words, HeaderLine lines, Draft.Origin origin) {
        this.labels = profile.labels();
        this.citationPlace = profile.citationPlace();
        this.words = words;
        this.lines = lines;
        this.origin = origin;
    }

    List<Notice> notices() {
        return notices;
    }

    List<Passage> leftover() {
        return leftover;
    }

    /**
     * Reads one post.
     *
     * @param marks of it and what stands around it
     * @param declared by its page, if that shows nothing but this post
     * @param within the largest frame that may be its whole
     * @param month that page or address tells
     */
    Optional<Draft> read(
            List<Mark> marks, PageShape shape, Declared declared, Frame within, Optional<PublicationDate> month) {
        PostLines about = new PostLines(lines, declared, labels, shape.words().text());
        OnePost post = new OnePost(
                marks, shape.title(), PostExtent.of(marks, shape.title(), within, words), about, lines, words);
        post.read();
        PostParts parts = post.parts();
        leftover.addAll(parts.leftover());
        String where = origin.address().toString();
        StudyChoice choice =
                StudyChoice.of(parts.works(), citationPlace, shape.words().text(), parts.texts());
        boolean cites = citationPlace == SourceProfile.CitationPlace.LABELLED
                ? !choice.study().isEmpty()
                : !parts.works().isEmpty();
        if (!cites && parts.implications().isEmpty()) {
            notices.add(Notice.info(
                    "no-summary",
                    where,
                    "\"" + shape.words().text() + "\" has neither a citation nor implications: no summary of a study"));
            return Optional.empty();
        }
        List<Notice> odd = new ArrayList<>();
        Optional<ReadDay> date = about.date(month, where, odd).or(() -> month.map(ReadDay::sure));
        List<Witness> witnesses =
                new ArrayList<>(List.of(new Witness("title", shape.words().text(), shape.from())));
        witnesses.addAll(about.witnesses());
        witnesses.addAll(choice.witnesses());
        if (choice.doubtful()) {
            odd.add(Notice.warning(
                    "study-doubtful",
                    where,
                    "\"" + shape.words().text() + "\" cites " + choice.study().size()
                            + " works alike and names none of them: all are given as the study; a heading above the"
                            + " study (`labels.citation`) tells, or its place (`citation-place`)"));
        }
        return new Gathered(
                        shape.words(),
                        date,
                        choice.study(),
                        choice.references(),
                        parts.preamble(),
                        parts.body(),
                        parts.implications(),
                        about.labels(),
                        about.knownAuthor(),
                        witnesses,
                        odd)
                .draft(origin, ownAddress(marks, shape, where), notices);
    }

    /** Where the title of a post leads; else the address of the page. */
    private static String ownAddress(List<Mark> marks, PageShape shape, String page) {
        String own = shape.title() < 0 ? "" : marks.get(shape.title()).block().leadsTo();
        return own.startsWith("http") ? own : page;
    }
}
