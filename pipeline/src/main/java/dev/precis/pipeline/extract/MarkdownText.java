package dev.precis.pipeline.extract;

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
 */
record MarkdownText(List<Passage> body, List<Passage> implications, List<Passage> references) {
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
        for (Block block : HtmlBlocks.read(html, NOWHERE).blocks()) {
            String text = block.text();
            if (block.level() > 0) {
                sections.heading(text, block.level());
            } else if (block.item()) {
                sections.item(text);
            } else {
                sections.paragraph(text);
            }
        }
        return new MarkdownText(sections.body(), sections.implications(), sections.references());
    }
}
