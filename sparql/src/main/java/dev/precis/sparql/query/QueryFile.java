package dev.precis.sparql.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * One {@code .rq} file: a question in words, and the query that answers it.
 *
 * @param name the file's name without {@code .rq}
 * @param title the question, from the first line {@code #title:}
 * @param description more about it, from the second line {@code #description:}
 * @param needs the variable without which the question makes no sense, from the line {@code #needs:}; mostly none
 * @param text the SPARQL, without those lines
 */
public record QueryFile(String name, String title, String description, String needs, String text) {
    private static final String TITLE = "#title:";
    private static final String DESCRIPTION = "#description:";
    private static final String NEEDS = "#needs:";

    /** The query file of that name. */
    public static QueryFile read(String name) {
        try (InputStream in =
                Objects.requireNonNull(QueryFile.class.getResourceAsStream(name + QueryFolder.SUFFIX), name)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + QueryFolder.SUFFIX, e);
        }
    }

    /** Every query file beside this class, by name: a question is added by adding its file. */
    public static List<QueryFile> all() {
        return QueryFolder.texts("blogs").entrySet().stream()
                .map(file -> parse(file.getKey(), file.getValue()))
                .toList();
    }

    static QueryFile parse(String name, String file) {
        List<String> lines = file.lines().toList();
        if (lines.size() < 3 || !lines.get(0).startsWith(TITLE) || !lines.get(1).startsWith(DESCRIPTION)) {
            throw new IllegalArgumentException(
                    name + QueryFolder.SUFFIX + ":1: must begin with a line " + TITLE + " and a line " + DESCRIPTION);
        }
        boolean needy = lines.get(2).startsWith(NEEDS);
        return new QueryFile(
                name,
                lines.get(0).substring(TITLE.length()).strip(),
                lines.get(1).substring(DESCRIPTION.length()).strip(),
                needy ? lines.get(2).substring(NEEDS.length()).strip() : "",
                String.join("\n", lines.subList(needy ? 3 : 2, lines.size())).strip());
    }

    /** The text with an IRI in the place of the variable that it needs, if it needs one. */
    public String textFor(String iri) {
        if (needs.isEmpty()) {
            return text;
        }
        ParameterizedSparqlString filled = new ParameterizedSparqlString(text);
        filled.setIri(needs, iri);
        return filled.toString();
    }

    /** The parsed query. */
    public Query query() {
        return QueryFactory.create(text);
    }
}
