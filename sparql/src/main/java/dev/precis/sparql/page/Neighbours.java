package dev.precis.sparql.page;

import dev.precis.sparql.query.Named;
import java.util.ArrayList;
import java.util.List;

/** What came before and what came after in a blog; {@link Named#NONE} at its ends. */
public record Neighbours(Named previous, Named next) {
    private static final String PAGE = "text/html";

    /** @param newestFirst a list in the blog's order */
    public static Neighbours of(String iri, List<Named> newestFirst) {
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).iri().equals(iri)) {
                return new Neighbours(
                        i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : Named.NONE,
                        i > 0 ? newestFirst.get(i - 1) : Named.NONE);
            }
        }
        return new Neighbours(Named.NONE, Named.NONE);
    }

    /** The same for the head of the page. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        if (previous.isPresent()) {
            links.add(new Link("prev", previous.iri(), PAGE, previous.name()));
        }
        if (next.isPresent()) {
            links.add(new Link("next", next.iri(), PAGE, next.name()));
        }
        return links;
    }
}
