package dev.precis.sparql.effect;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.index.Extract;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;

/** Reads the printed effect sizes of a graph and keeps what follows from them. */
final class PrintedEffects implements Extract<List<DerivedEstimate>, PrintedEffects.Gathered> {
    private static final Set<Property> PROPERTIES = Set.of(
            Precis.statistic,
            Precis.relation,
            Schema.value,
            Precis.upperValue,
            Precis.ciLower,
            Precis.ciUpper,
            Precis.ciLevel,
            Precis.intervalType,
            Precis.standardError,
            Precis.pValue,
            Precis.pRelation,
            Precis.size,
            Precis.studies);

    private final int most;
    private final Map<String, Optional<Statistic>> types = new HashMap<>();

    /** @param most that are kept together: more would be written anew, all of them, with each change of one */
    PrintedEffects(int most) {
        this.most = most;
    }

    /** What follows from all graphs; nothing as long as it is too much. */
    final class Gathered {
        private final Set<DerivedEstimate> all = new HashSet<>();

        Set<DerivedEstimate> derived() {
            return all.size() > most ? Set.of() : all;
        }
    }

    @Override
    public Set<Node> properties() {
        return PROPERTIES.stream().map(Property::asNode).collect(Collectors.toSet());
    }

    @Override
    public List<DerivedEstimate> read(Node graph, List<Triple> triples) {
        Map<String, Map<String, String>> things = new TreeMap<>();
        triples.forEach(triple -> things.computeIfAbsent(triple.getSubject().toString(), any -> new HashMap<>())
                .put(triple.getPredicate().getURI(), text(triple.getObject())));
        return things.entrySet().stream()
                .flatMap(thing -> type(thing.getValue()).stream()
                        .flatMap(type -> DerivedEstimate.of(estimate(thing.getKey(), thing.getValue()), type).stream()))
                .toList();
    }

    @Override
    public Gathered nothing() {
        return new Gathered();
    }

    @Override
    public void add(Gathered gathered, List<DerivedEstimate> read) {
        gathered.all.addAll(read);
    }

    @Override
    public void remove(Gathered gathered, List<DerivedEstimate> read) {
        read.forEach(gathered.all::remove);
    }

    /** The type of an effect size; none of other things. */
    private Optional<Statistic> type(Map<String, String> said) {
        String iri = said.getOrDefault(Precis.statistic.getURI(), "");
        return iri.isEmpty() ? Optional.empty() : types.computeIfAbsent(iri, PrintedEffects::type);
    }

    private static Optional<Statistic> type(String iri) {
        Model model = Ontology.statisticsModel();
        Resource type = model.getResource(iri);
        return Optional.of(new Statistic(
                        iri,
                        one(type, SKOS.prefLabel),
                        one(type, SKOS.notation),
                        one(type, Precis.nullValue),
                        one(type, Precis.scale),
                        one(type, Precis.measure),
                        one(type, Precis.dimensionless).equals("true"),
                        one(type, Precis.form),
                        Optional.empty()))
                .filter(Statistic::isEffect);
    }

    private static String one(Resource type, Property property) {
        return type.hasProperty(property)
                ? type.getProperty(property).getLiteral().getLexicalForm()
                : "";
    }

    private static Estimate estimate(String iri, Map<String, String> said) {
        return new Estimate(
                iri,
                "",
                "",
                get(said, Schema.value),
                get(said, Precis.upperValue),
                get(said, Precis.relation),
                "",
                get(said, Precis.ciLower),
                get(said, Precis.ciUpper),
                get(said, Precis.ciLevel),
                get(said, Precis.intervalType),
                get(said, Precis.standardError),
                "",
                "",
                "",
                get(said, Precis.pValue),
                get(said, Precis.pRelation),
                get(said, Precis.size),
                get(said, Precis.studies),
                "");
    }

    private static String get(Map<String, String> said, Property property) {
        return said.getOrDefault(property.getURI(), "");
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
