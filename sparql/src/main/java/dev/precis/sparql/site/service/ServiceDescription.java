package dev.precis.sparql.site.service;

import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.schedule.Capacity;
import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.site.Places;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * What the endpoint offers, and up to where: the former in the terms of SPARQL 1.1 Service Description, the latter as
 * schema.org's property values, since no vocabulary for services has words for limits.
 */
public final class ServiceDescription {
    private static final String SCHEMA = "http://schema.org/";
    private static final long MIB = 1L << 20;

    private final Places places;
    private final List<Limit> limits = new ArrayList<>();

    private record Limit(String name, long value, String unit, String description) {}

    public ServiceDescription(Places places, Conditions conditions) {
        this.places = places;
        Limits one = conditions.limits();
        Capacity all = conditions.capacity();
        add(
                "time",
                one.time().toSeconds(),
                "s",
                "The time of a query, from its arrival to its answer, waiting included.");
        add("rows", one.rows(), "rows", "The most rows of a table, or triples of a graph, in one answer.");
        add("size", one.bytes() / MIB, "MiB", "The largest answer.");
        add("memory", one.memory() / MIB, "MiB", "What one query may hold at once to sort, group and join.");
        add("tokens", one.tokens(), "tokens", "The most words and signs of a query.");
        add("depth", one.depth(), "levels", "How deep brackets may be nested in a query.");
        add("value", one.length(), "characters", "The longest value that a query may make.");
        add("slow", all.slow(), "queries", "How many long queries run at once.");
        add("waiting", all.waiting(), "queries", "How many long queries wait for these; more are refused.");
        add("client", all.perClient(), "queries", "How many long queries one client may have under way.");
    }

    private void add(String name, long value, String unit, String description) {
        limits.add(new Limit(name, value, unit, description));
    }

    public Graph graph() {
        Model model = ModelFactory.createModelForGraph(
                RDFParser.fromString(StaticFiles.text("service-description.ttl"), Lang.TURTLE)
                        .base(places.endpoint())
                        .toGraph());
        Resource service = model.createResource(places.endpoint());
        for (Limit limit : limits) {
            Resource value = model.createResource(service.getURI() + "#limit-" + limit.name())
                    .addProperty(RDF.type, model.createResource(SCHEMA + "PropertyValue"))
                    .addProperty(schema("name"), limit.name(), "en")
                    .addLiteral(schema("value"), limit.value())
                    .addProperty(schema("unitText"), limit.unit())
                    .addProperty(schema("description"), limit.description(), "en");
            service.addProperty(schema("additionalProperty"), value);
        }
        return model.getGraph();
    }

    /** The limits that a reader should know before the first query. */
    public static String sentence(Conditions conditions) {
        Limits one = conditions.limits();
        return "A query has %d seconds, and its answer at most %,d rows or triples and %d MiB. Queries of other servers (SERVICE) and updates are not answered."
                .formatted(one.time().toSeconds(), one.rows(), one.bytes() / MIB);
    }

    private static Property schema(String name) {
        return ResourceFactory.createProperty(SCHEMA, name);
    }
}
