package dev.precis.sparql.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Puts beside each word its stem, marked so that neither is taken for the other: who seeks "depress" in quotation marks
 * does not find depression, and no beginning of a word is that of a stem.
 */
final class MarkedStems extends TokenFilter {
    /** No word has it; stems begin with it, the language, and it again. */
    static final char MARK = '~';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final String mark;

    private MarkedStems(TokenStream wordsAndStems, String mark) {
        super(wordsAndStems);
        this.mark = mark;
    }

    static TokenStream of(TokenStream words, Language language) {
        TokenStream stemmed = new ConditionalTokenFilter(new KeywordRepeatFilter(words), language::stems) {
            private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

            @Override
            protected boolean shouldFilter() {
                return !keyword.isKeyword();
            }
        };
        return new MarkedStems(stemmed, MARK + language.tag() + MARK);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            String stem = term.toString();
            term.setEmpty().append(mark).append(stem);
        }
        return true;
    }
}
