package dev.precis.sparql.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Behind two words with a hyphen between them adds the one that they are without it: drop-out is dropout as well. */
final class JoinedWords extends TokenFilter {
    static final String TYPE = "joined";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private String before = "";
    private String joined = "";

    JoinedWords(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!joined.isEmpty()) {
            term.setEmpty().append(joined);
            increment.setPositionIncrement(0);
            type.setType(TYPE);
            joined = "";
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (increment.getPositionIncrement() > 0) {
            boolean both = flags.getFlags() == WordTokenizer.AFTER_HYPHEN
                    && before.length() + term.length() <= WordTokenizer.LONGEST_WORD;
            joined = both ? before + term : "";
            before = term.toString();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        before = "";
        joined = "";
    }
}
