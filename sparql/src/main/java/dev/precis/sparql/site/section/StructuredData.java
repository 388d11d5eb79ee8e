package dev.precis.sparql.site.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.write.JsonTree;
import dev.precis.sparql.write.bibliography.SchemaOrg;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages say of themselves in JSON-LD for search engines: schema.org without any other words. */
final class StructuredData {
    private final Places places;

    StructuredData(Places places) {
        this.places = places;
    }

    /** A summary. */
    String posting(Blog blog, Detail detail, String description, List<Reference> cited) {
        Item item = detail.item();
        ObjectNode posting = page("BlogPosting", item.iri(), item.title(), description);
        posting.put("headline", item.title());
        posting.put("datePublished", item.date().text());
        posting.put(
                "dateModified",
                detail.provenance()
                        .modified()
                        .map(Instant::toString)
                        .orElse(item.date().text()));
        JsonTree.put(posting, "inLanguage", detail.language());
        author(posting, detail.author());
        if (!detail.author().isPresent()) {
            // search engines want one: whoever publishes stands for those who are not named
            publisher(posting, "author", blog);
        }
        publisher(posting, "publisher", blog);
        JsonTree.put(posting, "license", blog.license());
        JsonTree.put(
                posting,
                "keywords",
                Stream.concat(detail.topics().stream(), detail.types().stream())
                        .map(Named::name)
                        .collect(Collectors.joining(", ")));
        posting.putObject("isPartOf")
                .put("@type", "Blog")
                .put("@id", blog.iri())
                .put("name", blog.name());
        cited.forEach(work -> posting.withArray("citation").add(SchemaOrg.work(work)));
        return JsonTree.inScript(posting);
    }

    /** A cited work. */
    String work(Reference reference, String page) {
        ObjectNode work = JsonTree.node().put("@context", "https://schema.org");
        work.setAll(SchemaOrg.work(reference));
        work.put("headline", reference.heading());
        work.put("url", page);
        work.put("mainEntityOfPage", page);
        work.put("image", places.file("card.png"));
        return JsonTree.inScript(work);
    }

    /** A blog, with what is newest in it. */
    String blog(Blog blog, List<Item> newest) {
        ObjectNode home = page("Blog", blog.root(), blog.name(), blog.description());
        JsonTree.put(home, "inLanguage", blog.language());
        author(home, blog.author());
        publisher(home, "publisher", blog);
        JsonTree.put(home, "license", blog.license());
        newest.forEach(item -> home.withArray("blogPost")
                .addObject()
                .put("@type", "BlogPosting")
                .put("@id", item.iri())
                .put("url", item.iri())
                .put("headline", item.title())
                .put("datePublished", item.date().text()));
        return JsonTree.inScript(home);
    }

    /** A page with a list of summaries, works or people. */
    String list(String iri, String title, String description, List<Named> entries) {
        ObjectNode page = page("CollectionPage", iri, title, description);
        ObjectNode list = page.putObject("mainEntity").put("@type", "ItemList").put("numberOfItems", entries.size());
        for (int i = 0; i < entries.size(); i++) {
            list.withArray("itemListElement")
                    .addObject()
                    .put("@type", "ListItem")
                    .put("position", i + 1)
                    .put("name", entries.get(i).name())
                    .put("url", entries.get(i).iri());
        }
        return JsonTree.inScript(page);
    }

    private ObjectNode page(String type, String iri, String name, String description) {
        ObjectNode page = JsonTree.node().put("@context", "https://schema.org");
        page.put("@type", type).put("@id", iri).put("url", iri).put("mainEntityOfPage", iri);
        page.put("name", name).put("image", places.file("card.png"));
        JsonTree.put(page, "description", description);
        return page;
    }

    private static void author(ObjectNode node, Named author) {
        if (author.isPresent()) {
            node.putObject("author")
                    .put("@type", "Person")
                    .put("@id", author.iri())
                    .put("name", author.name())
                    .put("url", author.iri());
        }
    }

    private void publisher(ObjectNode node, String role, Blog blog) {
        ObjectNode publisher = node.putObject(role).put("@type", "Organization");
        publisher.put("name", blog.publishedBy());
        publisher.put("url", blog.root());
        publisher.putObject("logo").put("@type", "ImageObject").put("url", places.file("icon.svg"));
    }
}
