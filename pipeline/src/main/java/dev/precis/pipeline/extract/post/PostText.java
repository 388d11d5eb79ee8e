package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One post while its page is being read: what each block adds, and in the end the draft. */
final class PostText {
    private static final Pattern BY = Pattern.compile("\\b[Bb]y ([\\p{Lu}][\\p{L}.'’ -]{2,60})");

    private Passage title = Passage.NONE;
    private Optional<PublicationDate> date;
    private String author = "";
    private final List<Passage> citations = new ArrayList<>();
    private final List<Passage> preamble = new ArrayList<>();
    private final List<Passage> body = new ArrayList<>();
    private final List<Passage> implications = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private Block last = Block.heading("");
    private boolean beforeCitation;
    private boolean inImplications;
    /** Whether the body stands in a list: then items are how this page sets its posts, and no points. */
    private boolean listed;

    private boolean lastOnPage;
    private boolean closed;

    PostText(Optional<PublicationDate> month) {
        this.date = month;
    }

    Passage title() {
        return title;
    }

    void title(Block block) {
        title = block.passage();
    }

    boolean hasOnlyTitle() {
        return citations.isEmpty() && body.isEmpty() && implications.isEmpty();
    }

    boolean hasText() {
        return !body.isEmpty() || !implications.isEmpty();
    }

    boolean hasImplications() {
        return !implications.isEmpty();
    }

    boolean hasNoCitation() {
        return citations.isEmpty();
    }

    /** A citation after the implications is the next post's, whose title is missing. */
    boolean takesCitation() {
        return !hasImplications();
    }

    void citation(Block block) {
        if (citations.isEmpty() && body.size() == 1) {
            beforeCitation = true;
        }
        citations.add(block.passage());
    }

    void preamble(Block block) {
        preamble.add(block.passage());
    }

    void date(PublicationDate printed) {
        date = Optional.of(printed);
    }

    void author(String dateline) {
        Matcher by = BY.matcher(dateline);
        if (by.find()) {
            author = by.group(1).strip();
        }
    }

    void topics(Block block, List<String> noise) {
        if (block.links().isEmpty()) {
            labels.add(block.text());
        }
        block.links().stream()
                .filter(label ->
                        noise.stream().noneMatch(word -> Texts.key(label).startsWith(Texts.key(word))))
                .forEach(labels::add);
    }

    void implicationsBegin() {
        inImplications = true;
    }

    void text(Block block) {
        if (!inImplications) {
            body(block);
        } else if (implications.isEmpty() || goesOn(block)) {
            implications.add(block.item() && !listed ? block.passage().asItem() : block.passage());
            last = block;
        } else if (block.level() > 0) {
            close(); // "Comments", "Archives": what follows belongs to no post
        }
    }

    private void body(Block block) {
        if (beforeCitation) {
            // one paragraph between title and citation is about the series, if the study's own text follows
            preamble.addAll(body);
            body.clear();
            beforeCitation = false;
        }
        boolean pagesOwn = lastOnPage && !block.item() && !block.endsSentence() && !block.looksLike(last);
        if (body.isEmpty() || block.isProse() || !pagesOwn) {
            listed = block.item();
            body.add(block.passage());
            last = block;
        }
    }

    /** Whether a block is one more paragraph or point of the implications, not what a page puts under a post. */
    private boolean goesOn(Block block) {
        if (block.isProse() || (block.item() && !block.linked())) {
            return true;
        }
        // below the last post a line that is no sentence may be the page's own
        boolean point = block.endsSentence() || !lastOnPage || !last.endsSentence();
        return !block.linked() && point && block.looksLike(last);
    }

    /** No post follows on the page. */
    void isLastOnPage() {
        lastOnPage = true;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** The draft, if anything identifies the post; else a violation in {@code refused} that says what is missing. */
    Optional<Draft> draft(Draft.Origin origin, List<Notice> refused) {
        String where = origin.address().toString();
        if (title.isEmpty() && citations.isEmpty()) {
            if (!hasOnlyTitle()) {
                refused.add(Notice.violation(
                        "post-unidentified",
                        where,
                        "a post without title and citation: expected" + " one of them before \"" + excerpt() + "\""));
            }
            return Optional.empty();
        }
        if (body.isEmpty() && implications.isEmpty() && (title.isEmpty() || citations.size() > 1)) {
            refused.add(Notice.info("citation-alone", where, "a citation and nothing about it: \"" + excerpt() + "\""));
            return Optional.empty();
        }
        if (hasOnlyTitle()) {
            refused.add(
                    Notice.violation("post-empty", where, "a title with nothing under it: \"" + title.text() + "\""));
            return Optional.empty();
        }
        if (date.isEmpty()) {
            refused.add(Notice.violation(
                    "month-missing",
                    where,
                    "no month for \"" + excerpt()
                            + "\": expected a month heading, a date in the post or a month in the address"));
            return Optional.empty();
        }
        return Optional.of(new Draft(
                origin, title, date.get(), citations, preamble, body, implications, labels, author, notices(where)));
    }

    private List<Notice> notices(String where) {
        List<Notice> notices = new ArrayList<>();
        String post = "\"" + excerpt() + "\"";
        if (title.isEmpty()) {
            notices.add(Notice.warning("title-missing", where, "no title above the citation " + post));
        }
        if (citations.isEmpty()) {
            notices.add(Notice.warning("citation-missing", where, "no citation in " + post));
        }
        if (body.isEmpty()) {
            notices.add(Notice.warning("body-missing", where, "no text in " + post));
        }
        if (implications.isEmpty()) {
            notices.add(Notice.warning("implications-missing", where, "no implications in " + post));
        }
        return notices;
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
