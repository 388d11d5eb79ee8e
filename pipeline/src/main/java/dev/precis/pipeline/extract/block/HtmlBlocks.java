package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.page.PageHead;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A page as a reader sees it: its blocks in reading order, whatever mark-up made them. Nothing is ever fetched.
 *
 * @param title of the document; may be empty
 * @param language as the page declares it; may be empty
 * @param text of all blocks, a line feed between two
 * @param declared what it says of itself beside its text
 * @param head what it tells crawlers
 * @param holders which elements hold its text
 */
public record HtmlBlocks(
        String title,
        String language,
        String text,
        List<Block> blocks,
        List<Page.Link> links,
        Declared declared,
        PageHead head,
        Holders holders) {

    /** Elements that are nested deeper stand beside each other: no page is, but by mistake or to do harm. */
    private static final int DEEPEST = 256;

    public static HtmlBlocks read(String html, URI address) {
        return read(html, address, Selection.NOTHING);
    }

    /** @param selection what of the page is to be read */
    public static HtmlBlocks read(String html, URI address, Selection selection) {
        Document document =
                Jsoup.parse(html, address.toString(), Parser.htmlParser().setMaxDepth(DEEPEST));
        List<Page.Link> links = LinkReader.links(document);
        Declared itself = Declared.read(document);
        PageHead head = HeadReader.head(document);
        List<Declaration> selected = selection.apply(document);
        BlockBuilder builder = new BlockBuilder();
        document.body().traverse(new BlockVisitor(builder));
        return new HtmlBlocks(
                Texts.normalise(document.title()),
                Optional.ofNullable(document.selectFirst("html[lang]"))
                        .map(element -> element.attr("lang"))
                        .orElse(document.body().attr("lang")),
                builder.text(),
                builder.blocks(),
                links,
                itself.after(selected),
                head,
                builder.holders());
    }

    /**
     * The mark-up of a post's text and implications, under the headings of level 1 and 2 that stand above them.
     *
     * @param start where the page's text begins in what the passages count in
     */
    public Draft.Rich rich(List<Passage> body, List<Passage> implications, int start) {
        RichText.Source source = new RichText.Source(text, start, holders);
        String ofBody = RichText.of(body, source, 2, Marking::words);
        String ofImplications = RichText.of(implications, source, 3, Marking::words);
        if (holders.pictures().isEmpty()) {
            return new Draft.Rich(ofBody, ofImplications);
        }
        return new Draft.Rich(
                ofBody,
                ofImplications,
                PictureMarks.asFound(RichText.of(body, source, 2, PictureMarks::mark)),
                PictureMarks.asFound(RichText.of(implications, source, 3, PictureMarks::mark)));
    }
}
