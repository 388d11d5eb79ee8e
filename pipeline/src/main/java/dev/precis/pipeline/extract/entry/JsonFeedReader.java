package dev.precis.pipeline.extract.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads JSON Feed 1.1 and 1 (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeedReader {
    private static final String VERSION = "https://jsonfeed.org/version/";

    private JsonFeedReader() {}

    static void read(Capture capture, Entries.Collector found) {
        List<JsonNode> items = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        AtomicReference<String> version = new AtomicReference<>("");
        Optional<String> broken = JsonRows.read(
                capture.content(),
                Map.of(
                        "version", value -> version.set(value.asText("")),
                        "authors", author -> authors.add(JsonRows.text(author, "name")),
                        "author", author -> authors.add(JsonRows.text(author, "name")),
                        "items", items::add));
        if (broken.isEmpty() && !version.get().replace("http:", "https:").startsWith(VERSION)) {
            found.broken(Entries.UNREADABLE, "no JSON Feed: \"version\" is not " + VERSION + "...");
            return;
        }
        String author = authors.isEmpty() ? "" : authors.getFirst();
        items.stream().filter(JsonNode::isObject).forEach(item -> found.add(entry(item, author, capture.address())));
        broken.ifPresent(reason -> found.broken(Entries.UNREADABLE, "no whole JSON Feed: " + reason));
    }

    /** @param ofFeed who writes what names no author itself */
    private static Entry entry(JsonNode item, String ofFeed, URI feed) {
        String id = JsonRows.text(item, "id");
        List<Entry.Category> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(Entry.Category.of(tag.asText(""))));
        JsonNode author = item.has("authors") ? item.path("authors").path(0) : item.path("author");
        String name = JsonRows.text(author, "name");
        String html = JsonRows.text(item, "content_html");
        String text = first(JsonRows.text(item, "content_text"), JsonRows.text(item, "summary"));
        return new Entry(
                id,
                Markup.escaped(JsonRows.text(item, "title")), // plain text
                // an id is ideally the address, and no address otherwise
                Markup.address(first(JsonRows.text(item, "url"), id.matches("https?://.*") ? id : ""), feed),
                first(name, ofFeed),
                tags,
                html.isBlank() ? "<pre>" + Markup.escaped(text) + "</pre>" : html,
                first(JsonRows.text(item, "date_published"), JsonRows.text(item, "date_modified")));
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}
