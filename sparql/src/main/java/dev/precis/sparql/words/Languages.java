package dev.precis.sparql.words;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** In which languages an index has stems: their marks are terms, next to each other. */
final class Languages {
    private static final char BEHIND = MarkedStems.MARK + 1;

    private Languages() {}

    /** Those of an index; a few look-ups in each segment. */
    static Collection<Language> of(IndexReader index) throws IOException {
        Map<String, Language> languages = new LinkedHashMap<>();
        for (LeafReaderContext segment : index.leaves()) {
            Terms terms = segment.reader().terms(WordIndex.TEXT);
            if (terms != null) {
                read(terms.iterator(), languages);
            }
        }
        return languages.values();
    }

    private static void read(TermsEnum terms, Map<String, Language> languages) throws IOException {
        String mark = String.valueOf(MarkedStems.MARK);
        String from = mark;
        while (terms.seekCeil(new BytesRef(from)) != TermsEnum.SeekStatus.END) {
            String stem = terms.term().utf8ToString();
            if (!stem.startsWith(mark)) {
                return;
            }
            String tag = stem.substring(1, stem.indexOf(mark, 1));
            Language.of(tag).ifPresent(language -> languages.put(tag, language));
            from = mark + tag + BEHIND;
        }
    }
}
