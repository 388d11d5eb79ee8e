package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.write.feed.FeedFormat;
import java.util.Arrays;
import java.util.List;

/**
 * A list of summaries that can be followed.
 *
 * @param id the resource whose summaries these are
 * @param home the page that a reader may open
 * @param folder what the addresses of its feeds begin with
 * @param parameters what they end in
 * @param selection which summaries of the blog
 * @param ofResource whether only those are meant that have to do with the resource, a person or a journal
 */
public record FeedSource(
        Blog blog,
        String id,
        String title,
        String home,
        String folder,
        String parameters,
        Selection selection,
        boolean ofResource) {
    private FeedSource(
            Blog blog, String id, String title, String home, String folder, String parameters, Selection selection) {
        this(blog, id, title, home, folder, parameters, selection, false);
    }

    /** All of a blog. */
    public static FeedSource of(Blog blog) {
        return new FeedSource(blog, blog.iri(), blog.name(), blog.root(), blog.root(), "", Selection.ALL);
    }

    /** Those of a topic, a type of research or a month. */
    public static FeedSource of(Blog blog, String concept, Choice choice) {
        String title = title(blog, choice.name());
        return new FeedSource(blog, concept, title, concept, concept + "/", "", Selection.of(choice));
    }

    /** Those about a person's work or a journal, or by that person. */
    public static FeedSource of(Blog blog, Named resource) {
        String iri = resource.iri();
        return new FeedSource(blog, iri, title(blog, resource.name()), iri, iri + "/", "", Selection.ALL, true);
    }

    /** Whether it is all of a blog. */
    boolean isWhole() {
        return selection.isAll() && !ofResource;
    }

    /** Whether it is a month, and not what a search finds. */
    boolean isMonth() {
        return IriTemplate.ISSUE.isOf(blog.root(), id);
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
