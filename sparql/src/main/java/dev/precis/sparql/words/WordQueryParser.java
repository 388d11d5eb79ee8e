package dev.precis.sparql.words;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Reads what strangers seek in the syntax of Lucene's classic parser, without what would cost more than it finds:
 * regular expressions, ranges, words that begin with a wildcard, more words than a person types.
 */
final class WordQueryParser extends QueryParser {
    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 64;
    private static final int DEEPEST = 32;
    private static final int WIDEST = 100;
    private static final int MOST_EXPANSIONS = 1_000;
    private static final int MOST_SIMILAR = 50;

    private final Collection<Language> languages;
    private int words;

    private WordQueryParser(Collection<Language> languages) {
        super(WordIndex.TEXT, WordAnalyzer.plain());
        this.languages = languages;
        setSplitOnWhitespace(true);
    }

    /**
     * @param languages those in which a word outside of quotation marks stands for its other forms as well
     * @throws TextIndexParseException if it cannot be read or asks for too much; the message is a sentence
     */
    static Query query(String typed, Collection<Language> languages) {
        if (typed.length() > LONGEST) {
            throw refused(typed, "a text query has %d characters at most".formatted(LONGEST));
        }
        if (typed.chars().filter(c -> c == '(').count() > DEEPEST) {
            throw refused(typed, "a text query has %d brackets at most".formatted(DEEPEST));
        }
        try {
            return new WordQueryParser(languages).parse(typed);
        } catch (ParseException e) {
            throw refused(
                    typed, String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read"));
        }
    }

    static TextIndexParseException refused(String typed, String why) {
        return new TextIndexParseException(typed, refusal(typed, why));
    }

    static String refusal(String typed, String why) {
        String shown = typed.length() > 80 ? typed.substring(0, 80) + "…" : typed;
        return "The text query '" + shown + "' is refused: " + why + ".";
    }

    private List<String> words(String text) throws ParseException {
        List<String> read = Phrase.of(text, false).words();
        words += read.size();
        if (words > MOST_WORDS) {
            throw new ParseException("a text query has %d words at most".formatted(MOST_WORDS));
        }
        return read;
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        checkField(field);
        words(text);
        Forms forms = Forms.of(text, languages);
        return quoted ? forms.exact() : forms.any();
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
        if (slop > WIDEST) {
            throw new ParseException("words of a phrase are %d apart at most".formatted(WIDEST));
        }
        words(text);
        Query exact = Forms.of(text, List.of()).exact();
        return exact instanceof MultiPhraseQuery phrase
                ? new MultiPhraseQuery.Builder(phrase).setSlop(slop).build()
                : exact;
    }

    @Override
    protected Query getRangeQuery(String field, String from, String to, boolean withFrom, boolean withTo)
            throws ParseException {
        throw new ParseException("texts have no ranges");
    }

    @Override
    protected Query getRegexpQuery(String field, String expression) throws ParseException {
        throw new ParseException("regular expressions are not offered; a word may be cut short, as in depress*");
    }

    @Override
    protected Query getPrefixQuery(String field, String beginning) throws ParseException {
        checkField(field);
        List<String> beginnings = words(beginning);
        if (beginnings.isEmpty()) {
            throw new ParseException("a word needs its beginning, as in depress*");
        }
        String last = beginnings.getLast();
        if (beginnings.size() == 1) {
            return new PrefixQuery(new Term(field, last));
        }
        IntervalsSource[] sources = beginnings.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
        sources[sources.length - 1] = Intervals.prefix(new BytesRef(last), MOST_EXPANSIONS);
        return new IntervalQuery(field, Intervals.phrase(sources));
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
        checkField(field);
        words(pattern);
        if (pattern.startsWith("*") || pattern.startsWith("?")) {
            throw new ParseException("a word needs its beginning, as in depress*");
        }
        String folded = pattern.codePoints()
                .mapToObj(c -> c == '*' || c == '?' ? Character.toString(c) : Folding.fold(c))
                .collect(Collectors.joining());
        if (folded.indexOf(Folding.GAP) >= 0) {
            throw new ParseException("a wildcard stands for letters of one word");
        }
        return new WildcardQuery(new Term(field, folded));
    }

    @Override
    protected Query getFuzzyQuery(String field, String word, float similarity) throws ParseException {
        checkField(field);
        List<String> single = words(word);
        if (single.size() != 1) {
            throw new ParseException("only single words can be similar");
        }
        int edits = FuzzyQuery.floatToEdits(similarity, word.codePointCount(0, word.length()));
        return new FuzzyQuery(new Term(field, single.getFirst()), edits, 1, MOST_SIMILAR, true);
    }

    private static void checkField(String field) throws ParseException {
        if (!field.equals(WordIndex.TEXT)) {
            throw new ParseException("there is no field \"" + field
                    + "\": name a property before the query, or write a backslash before the colon");
        }
    }
}
