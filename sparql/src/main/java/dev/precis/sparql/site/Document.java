package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/**
 * What there is to say about one resource, ready to be rendered in any representation it is offered in.
 *
 * @param iri the resource
 * @param thing whether it is something in the world, which cannot be sent: its name then leads to its documents by a
 *     303 (www.w3.org/TR/cooluris section 4.2)
 * @param page where the HTML is found
 * @param offered the representations it has, preferred first
 * @param html renders the page, given the links for its head
 * @param graph its data
 */
record Document(
        String iri,
        boolean thing,
        String page,
        List<Representation> offered,
        Function<List<Link>, String> html,
        Supplier<Graph> graph) {
    /** Where a representation is found. */
    String address(Representation representation) {
        return representation == Representation.HTML ? page : iri + representation.suffix();
    }
}
