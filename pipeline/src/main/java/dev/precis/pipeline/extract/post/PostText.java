package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.date.ReadDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One post while its page is being read: what each block adds, and in the end the draft. */
final class PostText {
    private Passage title = Passage.NONE;
    private Optional<Block> heading = Optional.empty();
    private final Optional<PublicationDate> month;
    private Optional<ReadDay> date;
    private boolean printedDay;
    private String author = "";
    private final List<Passage> citations = new ArrayList<>();
    private final List<Passage> references = new ArrayList<>();
    private final List<Passage> preamble = new ArrayList<>();
    private final List<Passage> body = new ArrayList<>();
    private final List<Passage> implications = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private Block last = Block.heading("");
    private boolean besides;
    private boolean announced;
    private boolean beforeCitation;
    private boolean inImplications;
    /** Whether the body stands in a list: then items are how this page sets its posts, and no points. */
    private boolean listed;

    private boolean lastOnPage;
    private boolean closed;

    PostText(Optional<PublicationDate> month) {
        this.month = month;
        this.date = month.map(ReadDay::sure);
    }

    void title(Block block) {
        title = block.passage();
        heading = Optional.of(block);
    }

    /** Whether a block is the title once more. */
    boolean isTitle(Block block) {
        return heading.filter(title -> TitleLook.isSame(title, block)).isPresent();
    }

    /** Where the title leads, if anywhere. */
    Optional<String> leadsTo() {
        return heading.map(Block::leadsTo).filter(address -> address.startsWith("http"));
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

    /** A citation after the implications is the next post's, whose title is missing, unless a heading announces it. */
    boolean takesCitation() {
        return besides || announced || !hasImplications();
    }

    /**
     * What is cited from here on stands under a heading of its own.
     *
     * @param background whether it is cited besides the study
     */
    void citesUnderHeading(boolean background) {
        besides = background;
        announced = citations.isEmpty();
    }

    void citation(Block block) {
        if (besides) {
            references.add(block.passage());
            return;
        }
        if (citations.isEmpty() && body.size() == 1) {
            beforeCitation = true;
        }
        citations.add(CitedWorks.isNote(block) ? CitedWorks.bare(block.passage()) : block.passage());
    }

    void preamble(Block block) {
        preamble.add(block.passage());
    }

    void date(ReadDay read) {
        ReadDay printed = month.map(read::settledBy).orElse(read);
        printedDay |= printed.date().hasDay();
        date = printedDay && !printed.date().hasDay() ? date : Optional.of(printed);
    }

    boolean hasDay() {
        return printedDay;
    }

    /** Who a line says wrote it, if it says so. */
    void author(String name) {
        author = name.isEmpty() ? author : name;
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
        announced = false;
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

    /** What was gathered of it. */
    Gathered gathered() {
        return new Gathered(
                title, date, citations, references, preamble, body, implications, labels, author, List.of(), List.of());
    }
}
