package dev.precis.sparql.write.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A schema.org DataFeed in JSON-LD; its context is part of it, so that it can be read off line. */
final class JsonLdFeedWriter implements FeedWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public byte[] write(Feed feed, String self) {
        ObjectNode document = JSON.createObjectNode();
        context(document.putObject("@context"));
        document.put("@type", "DataFeed").put("@id", self).put("name", feed.title());
        put(document, "description", feed.subtitle());
        put(document, "inLanguage", feed.language());
        put(document, "license", feed.rights());
        document.put("url", feed.home());
        document.put("about", feed.id());
        feed.entries()
                .forEach(entry -> element(document.withArray("dataFeedElement").addObject(), entry));
        try {
            return JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }

    private static void context(ObjectNode context) {
        context.put("@vocab", "http://schema.org/");
        for (String link : new String[] {"url", "about", "sameAs", "license"}) {
            context.putObject(link).put("@type", "@id");
        }
    }

    private static void element(ObjectNode element, Entry entry) {
        element.put("@type", "DataFeedItem")
                .put("dateCreated", entry.published().toString());
        if (!entry.updated().equals(entry.published())) {
            element.put("dateModified", entry.updated().toString());
        }
        ObjectNode posting = element.putObject("item");
        posting.put("@type", "BlogPosting")
                .put("@id", entry.id())
                .put("url", entry.id())
                .put("headline", entry.title())
                .put("datePublished", entry.date());
        put(posting, "articleBody", entry.text());
        if (!entry.author().isEmpty()) {
            put(posting.putObject("author").put("@type", "Person"), "name", entry.author());
        }
        entry.categories().forEach(topic -> posting.withArray("keywords").add(topic));
        if (!entry.citation().isEmpty()) {
            ObjectNode work = posting.putObject("citation").put("@type", "CreativeWork");
            put(work, "name", entry.citation());
            put(work, "sameAs", entry.doi().isEmpty() ? "" : "https://doi.org/" + entry.doi());
        }
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
