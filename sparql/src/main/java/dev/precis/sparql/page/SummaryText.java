package dev.precis.sparql.page;

import dev.precis.sparql.page.RichText.Mark;
import dev.precis.sparql.query.Detail;
import java.util.List;
import java.util.Optional;

/**
 * What a summary says, to be shown.
 *
 * @param plain the text in pieces
 * @param rich the text with its mark-up, as HTML; empty if it has none that may be shown
 * @param advice the implications with theirs
 */
public record SummaryText(MarkedText plain, Optional<String> rich, Optional<String> advice) {
    /** With the findings marked. */
    static SummaryText marked(Detail detail) {
        return of(detail, MarkedText.of(detail.body(), detail.findings()), Mark.FINDING, Mark.ADVICE);
    }

    /** With nothing marked, for feeds. */
    static SummaryText unmarked(Detail detail) {
        return of(detail, MarkedText.of(detail.body(), List.of()), Mark.NONE, Mark.NONE);
    }

    private static SummaryText of(Detail detail, MarkedText text, Mark mark, Mark ofAdvice) {
        MarkedText advice = MarkedText.ofNamed(detail.implications());
        return new SummaryText(
                text,
                RichText.html(detail.rich().body(), text.paragraphs(), mark),
                RichText.html(detail.rich().implications(), advice.paragraphs(), ofAdvice));
    }
}
