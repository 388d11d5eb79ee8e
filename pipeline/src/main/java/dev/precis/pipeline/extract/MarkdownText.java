package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a Markdown text, its mark-up off, parted by the heading of the implications. */
record MarkdownText(List<Passage> body, List<Passage> implications) {
    private static final int NESTING = 100;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(NESTING)
            .maxInlineNesting(NESTING)
            .build();

    MarkdownText {
        body = List.copyOf(body);
        implications = List.copyOf(implications);
    }

    static MarkdownText parse(String markdown, List<String> labels) {
        MarkdownSections sections = new MarkdownSections(labels);
        Node document = PARSER.parse(markdown);
        for (Node node = document; node != null; node = following(node, document)) {
            if (node instanceof Heading heading) {
                sections.heading(plain(heading), heading.getLevel());
            } else if (node instanceof Paragraph && node.getParent() instanceof ListItem) {
                sections.item(plain(node));
            } else if (node instanceof Paragraph
                    || node instanceof FencedCodeBlock
                    || node instanceof IndentedCodeBlock) {
                sections.paragraph(plain(node));
            }
        }
        return new MarkdownText(sections.body(), sections.implications());
    }

    private static String plain(Node block) {
        StringBuilder text = new StringBuilder();
        for (Node node = block; node != null; node = following(node, block)) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case FencedCodeBlock code -> text.append(code.getLiteral());
                case IndentedCodeBlock code -> text.append(code.getLiteral());
                case SoftLineBreak end -> text.append(' ');
                case HardLineBreak end -> text.append(' ');
                default -> {}
            }
        }
        return Texts.normalise(text);
    }

    /** The next node in document order, or null past the end; by hand, since recursion has a stack to overflow. */
    private static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node last = node;
        while (!last.equals(root) && last.getNext() == null) {
            last = last.getParent();
        }
        return last.equals(root) ? null : last.getNext();
    }
}
