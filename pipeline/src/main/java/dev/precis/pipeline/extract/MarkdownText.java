package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import java.net.URI;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The paragraphs of a Markdown text, its mark-up off, parted by headings. HTML in it is read as HTML (CommonMark 4.6
 * and 6.6): all of it is rendered, and read as a page is.
 *
 * @param references what stands under a heading such as "References"
 * @param page it as a page, in whose text these stand
 */
record MarkdownText(List<Passage> body, List<Passage> implications, List<Passage> references, HtmlBlocks page) {
    private static final URI NOWHERE = URI.create("about:blank");
    private static final int NESTING = 100;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(NESTING)
            .maxInlineNesting(NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    MarkdownText {
        body = List.copyOf(body);
        implications = List.copyOf(implications);
        references = List.copyOf(references);
    }

    static MarkdownText parse(String markdown, List<String> labels) {
        MarkdownSections sections = new MarkdownSections(labels);
        String html = RENDERER.render(PARSER.parse(markdown));
        HtmlBlocks page = HtmlBlocks.read(html, NOWHERE);
        for (Block block : page.blocks()) {
            if (block.level() > 0) {
                sections.heading(block.passage(), block.level());
            } else if (block.item()) {
                sections.item(block.passage());
            } else {
                sections.paragraph(block.passage());
            }
        }
        return new MarkdownText(sections.body(), sections.implications(), sections.references(), page);
    }

    /** Paragraphs that were written as such, without mark-up. */
    static MarkdownText plain(List<Passage> body, List<Passage> implications) {
        return new MarkdownText(body, implications, List.of(), HtmlBlocks.read("", NOWHERE));
    }

    /** The same without the first paragraph of its body. */
    MarkdownText withoutFirst() {
        return new MarkdownText(body.subList(1, body.size()), implications, references, page);
    }

    Draft.Rich rich() {
        return page.rich(body, implications, 0);
    }
}
