package dev.precis.sparql.words;

import org.apache.lucene.analysis.Analyzer;

/** Takes texts apart into words, the same way for what is sought and what is found; nothing is stemmed or left out. */
final class WordAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WordTokenizer());
    }
}
