package dev.precis.sparql.site;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of document that the site has: where its documents are, and what they hold. */
public interface Section {
    /** The document at an address, if it is one of this kind. */
    Optional<Document> find(Edition edition, Address address);

    /** The resources that it has a document for, for harvesters; without the ones that only a search finds. */
    Stream<String> resources(Edition edition);

    /** What the pages of a blog lead to, or the pages of no blog. */
    default List<NavigationEntry> navigation(Optional<Blog> blog) {
        return List.of();
    }

    /** Where the page about one of its resources is found; that about a thing is elsewhere than the thing. */
    default String page(String resource) {
        return resource;
    }

    /**
     * A link that every page has in its navigation.
     *
     * @param order where it stands: lower numbers come first
     * @param place its address and what readers call it
     */
    record NavigationEntry(int order, Named place) {
        public NavigationEntry(int order, String label, String address) {
            this(order, new Named(address, label));
        }
    }
}
