package dev.precis.sparql.words;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** An index of words for who asks: every way to ask comes down to one, and there is none to write. */
abstract class ReadOnlyTextIndex implements TextIndex {
    private static final int ALL = -1;

    /**
     * All hits, or the best of them where there is a limit; the best first.
     *
     * @param limit below 0 for all
     * @throws org.apache.jena.query.text.TextIndexParseException if the words cannot be read or ask for too much
     * @throws org.apache.jena.query.text.TextIndexException if there are more hits than can be given
     */
    @Override
    public abstract List<TextHit> query(
            @Nullable String subject,
            List<Resource> properties,
            String typed,
            @Nullable String graph,
            @Nullable String language,
            int limit,
            @Nullable String highlight);

    @Override
    public List<TextHit> query(
            @Nullable Node subject,
            List<Resource> properties,
            String typed,
            @Nullable String graph,
            @Nullable String language,
            int limit,
            @Nullable String highlight) {
        String iri = subject != null && subject.isURI() ? subject.getURI() : null;
        return query(iri, properties, typed, graph, language, limit, highlight);
    }

    @Override
    public List<TextHit> query(
            List<Resource> properties,
            String typed,
            @Nullable String graph,
            @Nullable String language,
            int limit,
            @Nullable String highlight) {
        return query((String) null, properties, typed, graph, language, limit, highlight);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property,
            String typed,
            @Nullable String graph,
            @Nullable String language,
            int limit,
            @Nullable String highlight) {
        List<Resource> properties =
                property == null ? List.of() : List.of(ResourceFactory.createResource(property.getURI()));
        return query(properties, typed, graph, language, limit, highlight);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property, String typed, @Nullable String graph, @Nullable String language, int limit) {
        return query(property, typed, graph, language, limit, null);
    }

    @Override
    public List<TextHit> query(
            @Nullable Node property, String typed, @Nullable String graph, @Nullable String language) {
        return query(property, typed, graph, language, ALL);
    }

    @Override
    public Map<String, Node> get(String iri) {
        throw readOnly();
    }

    @Override
    public void addEntity(Entity entity) {
        throw readOnly();
    }

    @Override
    public void updateEntity(Entity entity) {
        throw readOnly();
    }

    @Override
    public void deleteEntity(Entity entity) {
        throw readOnly();
    }

    @Override
    public void prepareCommit() {
        throw readOnly();
    }

    @Override
    public void commit() {
        throw readOnly();
    }

    @Override
    public void rollback() {
        throw readOnly();
    }

    /** Does nothing: whoever opened the store closes it. */
    @Override
    public void close() {}

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the index of words follows its dataset; nobody else writes to it");
    }
}
