package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Prov;
import dev.precis.pipeline.domain.Passage;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.rdf.model.Resource;

/**
 * Points from a statement to the words that it was read from, in the normalised text of the immutable snapshot (W3C Web
 * Annotation Data Model, 4.2.4 and 4.2.5).
 */
final class Quotes {
    private static final int CONTEXT = 32;

    private final Description description;
    private final String summary;
    private final Resource snapshot;
    private final Map<Passage, Resource> minted = new HashMap<>();

    Quotes(Description description, String summary, Resource snapshot) {
        this.description = description;
        this.summary = summary;
        this.snapshot = snapshot;
    }

    /** The statement comes from {@code words}, which stand in {@code paragraph} (or are it). */
    void derive(Resource statement, Passage words, Passage paragraph) {
        Resource quote = minted.get(words);
        if (quote == null) {
            quote = mint(words, paragraph);
            minted.put(words, quote);
        }
        statement.addProperty(Prov.wasDerivedFrom, quote);
    }

    private Resource mint(Passage words, Passage paragraph) {
        String iri = IriTemplate.QUOTE.of(summary, minted.size() + 1);
        Resource quote = description.resource(iri, Oa.SpecificResource).addProperty(Oa.hasSource, snapshot);
        Resource text = description.resource(iri + "-text", Oa.TextQuoteSelector);
        quote.addProperty(Oa.hasSelector, text);
        description.plain(text, Oa.exact, words.text());
        if (words.isPlaced()) {
            if (paragraph.isPlaced()) {
                context(text, words, paragraph);
            }
            Resource position = description.resource(iri + "-position", Oa.TextPositionSelector);
            quote.addProperty(Oa.hasSelector, position);
            description.integer(position, Oa.start, words.start());
            description.integer(position, Oa.end, words.start() + words.text().length());
        }
        return quote;
    }

    private void context(Resource selector, Passage words, Passage paragraph) {
        int from = words.start() - paragraph.start();
        int to = from + words.text().length();
        description.plain(selector, Oa.prefix, paragraph.text().substring(Math.max(0, from - CONTEXT), from));
        description.plain(
                selector,
                Oa.suffix,
                paragraph.text().substring(to, Math.min(paragraph.text().length(), to + CONTEXT)));
    }
}
