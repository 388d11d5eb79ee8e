package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that a graph had for things and has no more, since it is read otherwise now: a work whose citation was put
 * right, a person whose name was. A line of JSON each, appended; another graph may still have the name.
 */
public final class FormerNames {
    static final String FILE = "former-names.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormerNames() {}

    /**
     * A name.
     *
     * @param base the IRI prefix under which it was minted, or empty
     * @param instant since when the graph does not have it, in whole seconds
     */
    public record Name(String iri, String base, Instant instant) {}

    /** All of a store, each as often as it was let go; what a damaged line says is lost. */
    public static Collection<Name> read(Path store) {
        return DurableFiles.lines(store.resolve(FILE)).stream()
                .flatMap(FormerNames::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Name> name(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Stream.of(new Name(
                    json.required("iri").asText(),
                    json.required("base").asText(),
                    Instant.parse(json.required("instant").asText())));
        } catch (IOException | RuntimeException damaged) {
            return Stream.empty();
        }
    }

    /** Appends some, durably: before the graphs let them go, since afterwards nobody would know them. */
    public static void add(Path store, Collection<Name> names) {
        if (names.isEmpty()) {
            return;
        }
        String lines = names.stream()
                .map(name -> JSON.createObjectNode()
                                .put("iri", name.iri())
                                .put("base", name.base())
                                .put("instant", name.instant().toString())
                        + "\n")
                .collect(Collectors.joining());
        try {
            DurableFiles.append(store.resolve(FILE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + store.resolve(FILE), e);
        }
    }
}
