package dev.precis.sparql.entity;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.entity.Said.Pair;
import dev.precis.sparql.entity.Said.Speaker;
import dev.precis.sparql.entity.Said.Venue;
import dev.precis.sparql.index.Extract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.OWL;

/** Reads what a graph says of people and journals, and gathers it by blog. */
final class Saying implements Extract<Said, SaidByBlog> {
    private static final List<Property> PROPERTIES = List.of(
            Pro.isHeldBy,
            Schema.name,
            Schema.isPartOf,
            Schema.author,
            Precis.orcid,
            Precis.registryRecord,
            Bibo.issn,
            OWL.sameAs,
            OWL.differentFrom);

    @Override
    public Set<Node> properties() {
        return PROPERTIES.stream().map(Property::asNode).collect(Collectors.toSet());
    }

    @Override
    public Said read(Node graph, List<Triple> triples) {
        return new Reading(triples).read();
    }

    @Override
    public SaidByBlog nothing() {
        return new SaidByBlog();
    }

    @Override
    public void add(SaidByBlog gathered, Said read) {
        gathered.add(read);
    }

    @Override
    public void remove(SaidByBlog gathered, Said read) {
        gathered.remove(read);
    }

    /** The triples of a graph by property and subject, in an order of their own. */
    private static final class Reading {
        private final Map<Node, Map<String, Set<String>>> values = new HashMap<>();
        // what is read is kept of each graph: what many statements name is kept once
        private final Map<String, String> once = new HashMap<>();

        Reading(List<Triple> triples) {
            triples.forEach(triple -> values.computeIfAbsent(triple.getPredicate(), p -> new TreeMap<>())
                    .computeIfAbsent(triple.getSubject().toString(), s -> new TreeSet<>())
                    .add(text(triple.getObject())));
        }

        private String text(Node node) {
            return once(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
        }

        private String once(String text) {
            return once.computeIfAbsent(text, one -> one);
        }

        Said read() {
            List<Mention> mentions = mentions();
            Set<Speaker> speakers = speakers();
            List<Venue> venues = venues();
            List<Pair> same = pairs(OWL.sameAs);
            List<Pair> different = pairs(OWL.differentFrom);
            String root = Stream.of(
                            mentions.stream().map(Mention::person),
                            venues.stream().map(Venue::venue),
                            speakers.stream().map(Speaker::person),
                            Stream.concat(same.stream(), different.stream()).map(Pair::one))
                    .flatMap(names -> names)
                    .findFirst()
                    .map(name -> name.replaceFirst("[^/]+/[^/]+$", ""))
                    .orElse("");
            return new Said(root, mentions, speakers, venues, same, different);
        }

        private List<Mention> mentions() {
            Stream.Builder<Mention> mentions = Stream.builder();
            each(Pro.isHeldBy, (role, person) -> {
                if (isRole(role) && IriTemplate.PERSON.isOf(person)) {
                    Mention mention = Mention.of(role, person, one(role, Schema.name), orcid(role));
                    mentions.add(new Mention(
                            once(mention.list()),
                            mention.place().intern(), // a number
                            mention.person(),
                            mention.printed(),
                            mention.orcid()));
                }
            });
            return mentions.build().toList();
        }

        private static boolean isRole(String iri) {
            return IriTemplate.AUTHOR.isOf(iri) || IriTemplate.EDITOR.isOf(iri);
        }

        private String orcid(String role) {
            return one(role, Precis.orcid);
        }

        private Set<Speaker> speakers() {
            Set<Speaker> speakers = new HashSet<>();
            each(Schema.author, (summary, person) -> {
                if (IriTemplate.PERSON.isOf(person)) {
                    speakers.add(new Speaker(person, one(person, Schema.name)));
                }
            });
            return speakers;
        }

        private List<Venue> venues() {
            Stream.Builder<Venue> venues = Stream.builder();
            each(Schema.isPartOf, (work, venue) -> {
                if (IriTemplate.VENUE.isOf(venue)) {
                    Set<String> issns = of(work, Precis.registryRecord).stream()
                            .flatMap(record -> of(record, Bibo.issn).stream())
                            .collect(Collectors.toSet());
                    of(venue, Schema.name).forEach(name -> venues.add(new Venue(venue, name, issns)));
                }
            });
            return venues.build().distinct().toList();
        }

        private List<Pair> pairs(Property property) {
            Stream.Builder<Pair> pairs = Stream.builder();
            each(property, (one, other) -> {
                if (Stream.of(IriTemplate.PERSON, IriTemplate.VENUE).anyMatch(kind -> kind.isOf(one))) {
                    pairs.add(new Pair(one, other));
                }
            });
            return pairs.build().toList();
        }

        private void each(Property property, BiConsumer<String, String> told) {
            values.getOrDefault(property.asNode(), Map.of())
                    .forEach((subject, objects) -> objects.forEach(object -> told.accept(subject, object)));
        }

        private Set<String> of(String subject, Property property) {
            return values.getOrDefault(property.asNode(), Map.of()).getOrDefault(subject, Set.of());
        }

        private String one(String subject, Property property) {
            return of(subject, property).stream().findFirst().orElse("");
        }
    }
}
