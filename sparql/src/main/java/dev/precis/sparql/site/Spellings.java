package dev.precis.sparql.site;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/** Which name of a person or journal is used for all that are of one; whatever is not told of stands for itself. */
public final class Spellings implements UnaryOperator<String> {
    private final Map<String, Spelling> byName = new TreeMap<>();
    private final Map<String, List<Spelling>> others;

    private Spellings(List<Spelling> all) {
        all.forEach(spelling -> byName.put(spelling.iri(), spelling));
        this.others = all.stream().collect(Collectors.groupingBy(Spelling::into));
    }

    /** Those of an edition, read once. */
    public static Spellings of(Edition edition, Catalogue catalogue) {
        return edition.once(Spellings.class, () -> new Spellings(catalogue.spellings()));
    }

    /** The name to use. */
    @Override
    public String apply(String iri) {
        Spelling spelling = byName.get(iri);
        return spelling == null ? iri : spelling.into();
    }

    /** Those for which a name is used besides itself. */
    public List<Spelling> others(String iri) {
        return others.getOrDefault(iri, List.of());
    }

    /** All names of what a name is used for: itself first. */
    public Stream<String> all(String iri) {
        return Stream.concat(Stream.of(iri), others(iri).stream().map(Spelling::iri));
    }

    /** Where something is found that is asked for by another spelling: its document, or its feeds. */
    Optional<String> moved(String address) {
        int slash = address.lastIndexOf('/');
        String above = slash < 0 ? "" : address.substring(0, slash);
        return Optional.ofNullable(byName.get(address))
                .map(Spelling::into)
                .or(() -> Optional.ofNullable(byName.get(above))
                        .map(spelling -> spelling.into() + address.substring(slash)));
    }

    /** What is said of something under all of its names. */
    public Graph describe(String iri, Catalogue catalogue) {
        Graph graph = GraphFactory.createDefaultGraph();
        all(iri).forEach(name -> catalogue.describe(name).find().forEachRemaining(graph::add));
        return graph;
    }
}
