package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What there is to say about one resource, ready to be rendered in any representation it is offered in.
 *
 * @param iri the resource
 * @param thing whether it is something in the world, which cannot be sent: its name then leads to its documents by a
 *     303 (www.w3.org/TR/cooluris section 4.2)
 * @param page where the HTML is found
 * @param relations links to other resources, for its head and its header fields (RFC 8288)
 * @param contents what it holds, at most one of each kind, what is preferred first
 */
public record Document(String iri, boolean thing, String page, List<Link> relations, List<Content> contents) {
    public Document {
        relations = List.copyOf(relations);
        contents = List.copyOf(contents);
    }

    /** A page and its data. */
    public static Document of(
            String iri, boolean thing, String page, Function<List<Link>, String> html, Supplier<Graph> graph) {
        return new Document(iri, thing, page, List.of(), List.of(new Content.Page(html), new Content.Data(graph)));
    }

    /** The same with one more kind of content. */
    public Document with(Content content) {
        return new Document(
                iri,
                thing,
                page,
                relations,
                Stream.concat(contents.stream(), Stream.of(content)).toList());
    }

    /** The same, whose data say this, too. */
    public Document saying(Supplier<Graph> more) {
        return new Document(
                iri,
                thing,
                page,
                relations,
                contents.stream()
                        .map(content -> content instanceof Content.Data data
                                ? new Content.Data(
                                        () -> new Union(more.get(), data.graph().get()))
                                : content)
                        .toList());
    }

    /** The same, whose data name the endpoint that answers, if one does, and none that does not. */
    Document answeredAt(Places places) {
        if (places.answers()) {
            return this;
        }
        return new Document(
                iri,
                thing,
                page,
                relations,
                contents.stream()
                        .map(content -> content instanceof Content.Data data
                                ? new Content.Data(() -> told(data.graph().get(), places))
                                : content)
                        .toList());
    }

    private static Graph told(Graph graph, Places places) {
        Graph told = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(triple -> {
            Node object = triple.getObject();
            if (object.isURI()) {
                places.told(object.getURI())
                        .ifPresent(iri ->
                                told.add(triple.getSubject(), triple.getPredicate(), NodeFactory.createURI(iri)));
            } else {
                told.add(triple);
            }
        });
        return told;
    }

    /** The same with its bibliography, if there are works in it. */
    public Document citing(List<Reference> references) {
        return citing(!references.isEmpty(), () -> references);
    }

    /** The same, whose works are read when they are asked for. */
    public Document citing(boolean any, Supplier<List<Reference>> references) {
        return any ? with(new Content.Bibliography(references)) : this;
    }

    /** The same with more links. */
    public Document linking(List<Link> links) {
        List<Link> all = new ArrayList<>(relations);
        all.addAll(links);
        return new Document(iri, thing, page, all, contents);
    }

    /** What it holds, and its links where it has any. */
    private Stream<Content> written() {
        return relations.isEmpty()
                ? contents.stream()
                : Stream.concat(contents.stream(), Stream.of(new Content.Links(() -> Signposts.all(this))));
    }

    /** The representations that it can be written in, preferred first. */
    List<Representation> offered() {
        return written()
                .flatMap(content ->
                        Arrays.stream(Representation.values()).filter(representation -> representation.writes(content)))
                .toList();
    }

    /** The list that it shows, if that can be followed. */
    Optional<Content.Followed> followed() {
        return contents.stream()
                .flatMap(content -> content instanceof Content.Followed followed ? Stream.of(followed) : Stream.empty())
                .findFirst();
    }

    /** The table that it holds, if that is too long to be made before it is sent. */
    Optional<Content.Rows> longTable() {
        return contents.stream()
                .flatMap(content ->
                        content instanceof Content.Rows rows && rows.isLong() ? Stream.of(rows) : Stream.empty())
                .findFirst();
    }

    /** The fields that a representation of it needs to be sent with. */
    List<Header> headers(Representation representation) {
        return contents.stream()
                .filter(representation::writes)
                .flatMap(content -> content instanceof Content.Page page ? page.headers().stream() : Stream.empty())
                .toList();
    }

    /** Where a representation is found; its suffix stands before the parameters, if there are any. */
    String address(Representation representation) {
        int path = iri.contains("?") ? iri.indexOf('?') : iri.length();
        return representation == Representation.HTML
                ? page
                : iri.substring(0, path) + representation.suffix() + iri.substring(path);
    }

    /**
     * The document in one of the representations that it is offered in, in UTF-8.
     *
     * @param links to the same in other representations
     */
    byte[] write(Representation representation, List<Link> links, String context) {
        return written()
                .filter(representation::writes)
                .findFirst()
                .map(content -> representation.write(content, new Representation.Setting(iri, links, context)))
                .orElseThrow(() -> new IllegalArgumentException("<" + iri + "> has no " + representation));
    }
}
