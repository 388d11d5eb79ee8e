package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.write.feed.FeedFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A list of summaries that can be followed.
 *
 * @param id the resource whose summaries these are
 * @param home the page that a reader may open
 * @param folder what the addresses of its feeds begin with
 * @param parameters what they end in
 * @param selection which summaries of the blog
 * @param only the names of those among them that belong here; empty if all do
 */
public record FeedSource(
        Blog blog,
        String id,
        String title,
        String home,
        String folder,
        String parameters,
        Selection selection,
        Set<String> only) {
    public FeedSource {
        only = Set.copyOf(only);
    }

    private FeedSource(
            Blog blog, String id, String title, String home, String folder, String parameters, Selection selection) {
        this(blog, id, title, home, folder, parameters, selection, Set.of());
    }

    /** All of a blog. */
    public static FeedSource of(Blog blog) {
        return new FeedSource(blog, blog.iri(), blog.name(), blog.root(), blog.root(), "", Selection.ALL);
    }

    /** Those of a topic or a type of research. */
    public static FeedSource of(Blog blog, String concept, Choice choice) {
        String title = title(blog, choice.name());
        return new FeedSource(blog, concept, title, concept, concept + "/", "", Selection.of(choice));
    }

    /** Those of a month, all of them. */
    public static FeedSource of(Blog blog, Named issue) {
        Choice month = Facet.MONTH.choice(issue);
        return new FeedSource(
                blog, issue.iri(), title(blog, issue.name()), issue.iri(), issue.iri() + "/", "", Selection.of(month));
    }

    /**
     * Those about a person's work or a journal, or by that person.
     *
     * @param summaries their names; one at least
     */
    public static FeedSource of(Blog blog, Named resource, Set<String> summaries) {
        String iri = resource.iri();
        return new FeedSource(blog, iri, title(blog, resource.name()), iri, iri + "/", "", Selection.ALL, summaries);
    }

    /** Whether it is all of a blog. */
    boolean isWhole() {
        return selection.isAll() && only.isEmpty();
    }

    /** Whether a summary belongs here that is among those selected. */
    boolean holds(Card card) {
        return only.isEmpty() || only.contains(card.item().iri());
    }

    /** Those that a search finds. */
    public static FeedSource of(Blog blog, Selection selection) {
        String home = Places.page(Places.search(blog), selection, 1);
        String title = selection.isAll() ? blog.name() : title(blog, selection.title());
        String folder = Places.search(blog) + "/";
        return new FeedSource(
                blog,
                home,
                title,
                home,
                folder,
                home.substring(Places.search(blog).length()),
                selection);
    }

    private static String title(Blog blog, String list) {
        return blog.name() + ": " + list;
    }

    /** Where its feed in a format is found. */
    public String address(FeedFormat format) {
        return folder + format.file() + parameters;
    }

    /** Links for the heads of pages. */
    public List<Link> links() {
        return Arrays.stream(FeedFormat.values())
                .map(format ->
                        new Link("alternate", address(format), format.mediaType(), title + " (" + format.label() + ")"))
                .toList();
    }
}
