package dev.precis.sparql.site.section;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.write.bibliography.SchemaOrg;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Places;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages say of themselves in JSON-LD for search engines: schema.org without any other words. */
final class StructuredData {
    private static final ObjectMapper JSON = new ObjectMapper();
    // within a script element nothing must look like its end, and JSON has another way to write all of these
    private static final Map<String, String> ESCAPES =
            Map.of("<", "\\u003c", ">", "\\u003e", "&", "\\u0026", "\u2028", "\\u2028", "\u2029", "\\u2029");

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
        put(posting, "inLanguage", detail.language());
        author(posting, detail.author());
        publisher(posting, blog);
        put(posting, "license", blog.license());
        put(
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
        return text(posting);
    }

    /** A cited work. */
    String work(Reference reference, String page) {
        ObjectNode work = JSON.createObjectNode().put("@context", "https://schema.org");
        work.setAll(SchemaOrg.work(reference));
        work.put("headline", reference.heading());
        work.put("url", page);
        work.put("mainEntityOfPage", page);
        work.put("image", places.file("card.png"));
        return text(work);
    }

    /** A blog, with what is newest in it. */
    String blog(Blog blog, List<Item> newest) {
        ObjectNode home = page("Blog", blog.root(), blog.name(), blog.description());
        put(home, "inLanguage", blog.language());
        author(home, blog.author());
        publisher(home, blog);
        put(home, "license", blog.license());
        newest.forEach(item -> home.withArray("blogPost")
                .addObject()
                .put("@type", "BlogPosting")
                .put("@id", item.iri())
                .put("url", item.iri())
                .put("headline", item.title())
                .put("datePublished", item.date().text()));
        return text(home);
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
        return text(page);
    }

    private ObjectNode page(String type, String iri, String name, String description) {
        ObjectNode page = JSON.createObjectNode().put("@context", "https://schema.org");
        page.put("@type", type).put("@id", iri).put("url", iri).put("mainEntityOfPage", iri);
        page.put("name", name).put("image", places.file("card.png"));
        put(page, "description", description);
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

    private void publisher(ObjectNode node, Blog blog) {
        ObjectNode publisher = node.putObject("publisher").put("@type", "Organization");
        publisher.put("name", blog.publisher().isEmpty() ? blog.name() : blog.publisher());
        publisher.putObject("logo").put("@type", "ImageObject").put("url", places.file("icon.svg"));
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    static String text(ObjectNode node) {
        try {
            String text = JSON.writeValueAsString(node);
            for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
                text = text.replace(escape.getKey(), escape.getValue());
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }
}
