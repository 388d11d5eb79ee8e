package dev.precis.sparql.write.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.write.JsonTree;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1); what it has no member for is in an extension of ours. */
final class JsonFeedWriter implements FeedWriter {
    @Override
    public byte[] write(Feed feed, String self) {
        ObjectNode document = JsonTree.node();
        document.put("version", "https://jsonfeed.org/version/1.1").put("title", feed.title());
        document.put("home_page_url", feed.home()).put("feed_url", self);
        JsonTree.put(document, "description", feed.subtitle());
        JsonTree.put(document, "language", feed.language());
        document.putArray("items");
        feed.entries().forEach(entry -> item(document.withArray("items").addObject(), entry));
        return JsonTree.indented(document);
    }

    private static void item(ObjectNode item, Entry entry) {
        item.put("id", entry.id()).put("url", entry.id()).put("title", entry.title());
        item.put("content_html", entry.content());
        JsonTree.put(item, "content_text", entry.text());
        item.put("date_published", entry.published().toString());
        if (!entry.updated().equals(entry.published())) {
            item.put("date_modified", entry.updated().toString());
        }
        if (!entry.author().isEmpty()) {
            item.putArray("authors").addObject().put("name", entry.author());
        }
        entry.categories().forEach(topic -> item.withArray("tags").add(topic));
        if (!entry.citation().isEmpty()) {
            ObjectNode ours = item.putObject("_precis");
            ours.put("about", "https://w3id.org/precis/").put("citation", entry.citation());
            JsonTree.put(ours, "doi", entry.doi());
        }
    }
}
