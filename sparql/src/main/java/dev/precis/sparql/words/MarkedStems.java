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
 * does not find depression, and no beginning of a word is that of a stem. A word that is its own stem stands once: who
 * seeks a stem seeks it unmarked as well.
 */
final class MarkedStems extends TokenFilter {
    /** No word has it; stems begin with it, the language, and it again. */
    static final char MARK = '~';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final String mark;
    private String word = "";

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
        return new MarkedStems(stemmed, mark(language));
    }

    /** What the stems of a language begin with. */
    static String mark(Language language) {
        return MARK + language.tag() + MARK;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            String form = term.toString();
            if (keyword.isKeyword()) {
                word = form;
                return true;
            }
            if (!form.equals(word)) {
                term.setEmpty().append(mark).append(form);
                return true;
            }
        }
        return false;
    }
}
