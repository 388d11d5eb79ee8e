package dev.precis.sparql.page;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.RichText.Mark;
import dev.precis.sparql.query.Detail;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a summary says, to be shown.
 *
 * @param plain the text in pieces
 * @param rich the text with its mark-up, as HTML; empty if it has none that may be shown
 * @param advice the implications with theirs
 */
public record SummaryText(MarkedText plain, Optional<String> rich, Optional<String> advice) {
    /**
     * With the findings marked.
     *
     * @param root of the blog, whose pictures alone are shown
     * @param address where a resource is found
     */
    static SummaryText marked(Detail detail, String root, UnaryOperator<String> address) {
        MarkedText text = MarkedText.of(detail.body(), detail.findings());
        return of(
                detail,
                text,
                MarkedText.ofNamed(detail.implications()),
                Mark.FINDING,
                Mark.ADVICE,
                pictures(root, address));
    }

    /**
     * With nothing marked, for pages of several summaries.
     *
     * @param address where a resource is found
     */
    public static SummaryText toRead(Detail detail, String root, UnaryOperator<String> address) {
        MarkedText text = MarkedText.of(detail.body(), List.of());
        MarkedText advice = MarkedText.of(detail.advice(), List.of());
        return of(detail, text, advice, Mark.FINDING, Mark.FINDING, pictures(root, address));
    }

    /** With nothing marked and all addresses absolute, for feeds. */
    static SummaryText unmarked(Detail detail, String root) {
        MarkedText text = MarkedText.of(detail.body(), List.of());
        return of(
                detail,
                text,
                MarkedText.ofNamed(detail.implications()),
                Mark.NONE,
                Mark.NONE,
                pictures(root, UnaryOperator.identity()));
    }

    private static UnaryOperator<String> pictures(String root, UnaryOperator<String> address) {
        return name -> IriTemplate.PICTURE.isOf(root, name) ? address.apply(name) : "";
    }

    private static SummaryText of(
            Detail detail,
            MarkedText text,
            MarkedText advice,
            Mark mark,
            Mark ofAdvice,
            UnaryOperator<String> pictures) {
        return new SummaryText(
                text,
                RichText.html(detail.rich().body(), text.paragraphs(), mark, pictures),
                RichText.html(detail.rich().implications(), advice.paragraphs(), ofAdvice, pictures));
    }
}
