package dev.precis.pipeline.extract.block;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Declaration.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the JSON-LD that pages carry for search engines (schema.org's Article and the kinds of it). It is walked as
 * plain JSON: pages write their context as a name, and to expand it would mean to fetch it.
 */
final class StructuredData {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where other posts than the page's own are nested: https://schema.org/Blog, ItemList, CollectionPage. */
    private static final Set<String> OTHERS = Set.of(
            "blogPost", "blogPosts", "itemListElement", "hasPart", "mentions", "relatedLink", "comment", "citation");

    private static final int MOST_NODES = 5_000;

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> others = new ArrayList<>();
    private final List<Declaration> declared = new ArrayList<>();

    private StructuredData() {}

    static List<Declaration> of(Document document) {
        StructuredData data = new StructuredData();
        for (Element script : document.select("script[type=application/ld+json]")) {
            data.read(script.data());
        }
        data.tell();
        return data.declared;
    }

    private void read(String text) {
        try {
            JsonNode root =
                    JSON.readTree(text.strip().replaceAll("^(?:<!--|//<!\\[CDATA\\[)|(?:-->|//\\]\\]>|;)$", ""));
            if (root != null) {
                walk(root);
            }
        } catch (JsonProcessingException broken) {
            // what is no JSON declares nothing: search engines pass over it, too
        }
    }

    private record Step(JsonNode node, boolean other) {}

    private void walk(JsonNode root) {
        Deque<Step> waiting = new ArrayDeque<>(List.of(new Step(root, false)));
        for (int seen = 0; !waiting.isEmpty() && seen < MOST_NODES; seen++) {
            Step step = waiting.removeFirst();
            JsonNode node = step.node();
            if (node.isObject()) {
                if (node.has("@id") && node.size() > 1) {
                    byId.putIfAbsent(node.path("@id").asText(), node);
                }
                if (types(node).anyMatch(StructuredData::isArticle)
                        && node.has("headline") | node.has("datePublished")) {
                    (step.other() ? others : articles).add(node);
                }
                node.properties()
                        .forEach(field -> waiting.addLast(
                                new Step(field.getValue(), step.other() || OTHERS.contains(field.getKey()))));
            } else {
                node.forEach(item -> waiting.addLast(new Step(item, step.other())));
            }
        }
    }

    private static Stream<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        Stream<JsonNode> all = type.isArray()
                ? Stream.iterate(0, i -> i + 1).limit(type.size()).map(type::path)
                : Stream.of(type);
        return all.map(JsonNode::asText).map(name -> name.substring(name.lastIndexOf('/') + 1));
    }

    /** Article and the kinds of it: BlogPosting, NewsArticle, ScholarlyArticle, Report. */
    private static boolean isArticle(String type) {
        return type.endsWith("Article") || type.equals("BlogPosting") || type.equals("Report");
    }

    private void tell() {
        byId.values().stream()
                .filter(node -> types(node).anyMatch("WebSite"::equals))
                .forEach(node -> add(Field.SITE, node.path("name"), "WebSite name"));
        if (articles.size() + others.size() > 1 && articles.size() != 1) {
            declared.add(new Declaration(Field.KIND, "list", "JSON-LD"));
        }
        if (articles.size() != 1) {
            return;
        }
        JsonNode article = articles.getFirst();
        declared.add(new Declaration(Field.KIND, "article", "JSON-LD"));
        add(Field.TITLE, article.has("headline") ? article.path("headline") : article.path("name"), "headline");
        add(Field.DATE, article.path("datePublished"), "datePublished");
        add(Field.AUTHOR, article.path("author"), "author");
        add(Field.SITE, article.path("publisher"), "publisher");
        add(Field.LABEL, article.path("articleSection"), "articleSection");
        for (String keyword : words(article.path("keywords"))) {
            declare(Field.LABEL, keyword, "keywords");
        }
    }

    /** schema.org's keywords: an array, or one text with commas. */
    private static List<String> words(JsonNode keywords) {
        if (keywords.isTextual()) {
            return List.of(keywords.asText().split(","));
        }
        List<String> words = new ArrayList<>();
        keywords.forEach(keyword -> words.add(keyword.asText()));
        return words;
    }

    private void add(Field field, JsonNode value, String property) {
        if (value.isArray()) {
            value.forEach(item -> add(field, item, property));
        } else if (value.isTextual()) {
            declare(field, value.asText(), property);
        } else if (value.has("name")) {
            add(field, value.path("name"), property);
        } else if (value.has("@id") && byId.containsKey(value.path("@id").asText())) {
            declare(
                    field,
                    byId.getOrDefault(value.path("@id").asText(), value)
                            .path("name")
                            .asText(),
                    property);
        }
    }

    private void declare(Field field, String value, String property) {
        // some systems escape the mark-up characters of what is no mark-up
        String text = Texts.normalise(org.jsoup.parser.Parser.unescapeEntities(value, false));
        if (!text.isEmpty()) {
            declared.add(new Declaration(field, text, "JSON-LD " + property));
        }
    }
}
