package dev.precis.pipeline.look;

import dev.precis.pipeline.domain.serving.OwnPage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes a page of a text in Markdown (CommonMark). HTML in it, pictures, and links to anything but the web and
 * mailboxes are refused with their lines: a page of ours shows nothing that could run, or be fetched from elsewhere.
 */
final class MarkdownPage extends AbstractVisitor {
    private static final int NESTING = 100;
    /** More is cut off where it is shown. */
    private static final int LONGEST_OPENING = 200;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(NESTING)
            .maxInlineNesting(NESTING)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    /** What was refused before is escaped all the same. */
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();

    /** Without the addresses of links. */
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().nodeRendererFactory(PlainLinks::new).build();

    private static final Pattern TARGET = Pattern.compile("(?i)(?:https?://[^/\\s]|mailto:[^\\s@]+@)\\S*");

    private final List<String> complaints = new ArrayList<>();

    private MarkdownPage() {}

    /**
     * The page; empty if it is refused.
     *
     * @param complaint takes what is wrong: the end of a sentence that the name of the file begins
     */
    static Optional<OwnPage> read(OwnPage.Kind kind, byte[] bytes, Consumer<String> complaint) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            complaint.accept("is no UTF-8: save the file as UTF-8");
            return Optional.empty();
        }
        Node document = PARSER.parse(text);
        MarkdownPage page = new MarkdownPage();
        document.accept(page);
        if (document.getFirstChild() == null) {
            page.complaints.add("has nothing in it");
        }
        page.complaints.forEach(complaint);
        return page.complaints.isEmpty() ? Optional.of(page(kind, document)) : Optional.empty();
    }

    private static OwnPage page(OwnPage.Kind kind, Node document) {
        String title = "";
        if (document.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
            title = PLAIN.render(first).strip();
            first.unlink();
        }
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                // the title of the page is the one of the first level
                heading.setLevel(Math.max(2, heading.getLevel()));
            }
        });
        return new OwnPage(kind, title, opening(document), RENDERER.render(document));
    }

    /** The first paragraph, as far as whole words of it have room. */
    private static String opening(Node document) {
        Node paragraph = document.getFirstChild();
        while (paragraph != null && !(paragraph instanceof Paragraph)) {
            paragraph = paragraph.getNext();
        }
        String text = paragraph == null
                ? ""
                : PLAIN.render(paragraph).replaceAll("\\s+", " ").strip();
        if (text.length() <= LONGEST_OPENING) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_OPENING - 1);
        return text.substring(0, end > 0 ? end : LONGEST_OPENING - 1) + "…";
    }

    @Override
    public void visit(HtmlBlock html) {
        refuse(html, "has HTML, which is not shown: " + html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        refuse(html, "has HTML, which is not shown: " + html.getLiteral());
    }

    @Override
    public void visit(Image image) {
        refuse(image, "has a picture, which is not shown: " + image.getDestination());
    }

    @Override
    public void visit(Link link) {
        if (!TARGET.matcher(link.getDestination()).matches()) {
            refuse(
                    link,
                    "leads to " + link.getDestination() + ", expected a whole address: https://, http:// or mailto:");
        }
        visitChildren(link);
    }

    private void refuse(Node node, String what) {
        List<SourceSpan> spans = node.getSourceSpans();
        String line = spans.isEmpty() ? "" : "(line " + (spans.getFirst().getLineIndex() + 1) + ") ";
        complaints.add(line + what.lines().findFirst().orElse("").strip());
    }
}
