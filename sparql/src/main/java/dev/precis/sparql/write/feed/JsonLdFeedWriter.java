package dev.precis.sparql.write.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.query.Reference.Identifiers;
import dev.precis.sparql.write.JsonTree;
import java.util.List;

/** A schema.org DataFeed in JSON-LD; its context is part of it, so that it can be read off line. */
final class JsonLdFeedWriter implements FeedWriter {
    @Override
    public byte[] write(Feed feed, String self) {
        ObjectNode document = JsonTree.node();
        JsonTree.schemaOrg(document, List.of("url", "about", "sameAs", "license"), List.of());
        document.put("@type", "DataFeed").put("@id", self).put("name", feed.title());
        JsonTree.put(document, "description", feed.subtitle());
        JsonTree.put(document, "inLanguage", feed.language());
        JsonTree.put(document, "license", feed.rights());
        document.put("url", feed.home());
        document.put("about", feed.id());
        feed.entries()
                .forEach(entry -> element(document.withArray("dataFeedElement").addObject(), entry));
        return JsonTree.indented(document);
    }

    private static void element(ObjectNode element, Entry entry) {
        // the month or the day that is known, and not the time that feeds for readers need
        element.put("@type", "DataFeedItem").put("dateCreated", entry.date());
        if (!entry.updated().equals(entry.published())) {
            element.put("dateModified", entry.updated().toString());
        }
        ObjectNode posting = element.putObject("item");
        posting.put("@type", "BlogPosting")
                .put("@id", entry.id())
                .put("url", entry.id())
                .put("headline", entry.title())
                .put("datePublished", entry.date());
        JsonTree.put(posting, "articleBody", entry.text());
        if (!entry.author().isEmpty()) {
            JsonTree.put(posting.putObject("author").put("@type", "Person"), "name", entry.author());
        }
        entry.categories().forEach(topic -> posting.withArray("keywords").add(topic));
        if (!entry.citation().isEmpty()) {
            ObjectNode work = posting.putObject("citation").put("@type", "CreativeWork");
            JsonTree.put(work, "name", entry.citation());
            JsonTree.put(work, "sameAs", Identifiers.resolver(entry.doi()));
        }
    }
}
