package dev.precis.sparql.site.oai;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sets that can be harvested alone (section 2.6): blogs, topics and types of research. A topic that several blogs
 * have under one name is one set.
 *
 * @param names what each is called, by how it is asked for; above each set is that of its kind
 */
record Sets(SortedMap<String, String> names) {
    /** What parts the name of a set from that of the set above it. */
    static final String BELOW = ":";

    private static final String BLOG = "blog";
    private static final String TOPIC = "topic";
    private static final String TYPE = "type";

    /** What a blog is called that has the whole site. */
    private static final String WHOLE = "main";

    /** All that there are, with summaries or without. */
    static Sets of(Edition edition, Catalogue catalogue, Places places) {
        return edition.once(Sets.class, () -> find(edition, catalogue, places));
    }

    private static Sets find(Edition edition, Catalogue catalogue, Places places) {
        SortedMap<String, String> names =
                new TreeMap<>(Map.of(BLOG, "Blogs", TOPIC, "Topics", TYPE, "Types of research"));
        for (Blog blog : edition.blogs()) {
            names.put(of(blog, places), blog.name());
            for (Named topic : catalogue.concepts(Places.topics(blog))) {
                names.putIfAbsent(ofConcept(topic.iri(), blog.root()), topic.name());
            }
            for (Named type : catalogue.concepts(Places.types(blog))) {
                names.putIfAbsent(ofConcept(type.iri(), blog.root()), type.name());
            }
        }
        names.remove("");
        return new Sets(names);
    }

    /** That of a blog, by the path that its names begin with below the base. */
    private static String of(Blog blog, Places places) {
        String path = places.local(blog.root());
        return BLOG + BELOW + (path.isEmpty() ? WHOLE : spelt(path.substring(0, path.length() - 1)));
    }

    /** That of a topic or a type of research; empty if it is neither. */
    private static String ofConcept(String iri, String root) {
        return IriTemplate.TOPIC
                .read(root, iri)
                .map(values -> TOPIC + BELOW + spelt(values.getFirst()))
                .or(() -> IriTemplate.TYPE.read(root, iri).map(values -> TYPE + BELOW + spelt(values.getFirst())))
                .orElse("");
    }

    /** In what a set may be spelt in: letters, digits and {@code -_.!~*'()}; any other octet as {@code !} and hex. */
    private static String spelt(String name) {
        StringBuilder spelt = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= '0' && octet <= '9'
                    || octet >= 'a' && octet <= 'z'
                    || octet >= 'A' && octet <= 'Z'
                    || "-_.~*'()".indexOf(octet) >= 0;
            spelt.append(plain ? String.valueOf((char) octet) : "!%02X".formatted(octet & 0xFF));
        }
        return spelt.toString();
    }

    /** The sets of a summary with these topics and types. */
    static List<String> of(Blog blog, Stream<String> concepts, Places places) {
        return Stream.concat(Stream.of(of(blog, places)), concepts.map(concept -> ofConcept(concept, blog.root())))
                .filter(set -> !set.isEmpty())
                .toList();
    }
}
