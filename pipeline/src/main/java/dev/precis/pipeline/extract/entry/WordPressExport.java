package dev.precis.pipeline.extract.entry;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The authors, categories and items of an export of WordPress, in whatever order they come. */
final class WordPressExport {
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, Map<String, String>> categories = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private List<Filed> filed = new ArrayList<>();
    private String language = "";

    private record Filed(String domain, String nicename, String name) {}

    private record Item(Map<String, String> fields, List<Filed> filed) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** @param tag of its texts, BCP 47 */
    void language(String tag) {
        language = tag;
    }

    void author(Map<String, String> fields) {
        authors.put(fields.getOrDefault("wp:author_login", ""), fields.getOrDefault("wp:author_display_name", ""));
    }

    void category(Map<String, String> fields) {
        categories.put(fields.getOrDefault("wp:category_nicename", ""), fields);
    }

    /** What the item that is open is filed under. */
    void filed(String domain, String nicename, String name) {
        filed.add(new Filed(domain, nicename, name));
    }

    /** The item that was open is whole. */
    void item(Map<String, String> fields) {
        items.add(new Item(fields, filed));
        filed = new ArrayList<>();
    }

    void tell(Entries.Collector found, URI document) {
        for (Item item : items) {
            String why = unpublished(item);
            if (why.isEmpty()) {
                found.add(entry(item, document));
            } else {
                found.unpublished(why);
                Markup.web(item.field("wp:attachment_url"), document).ifPresent(found::attachment);
            }
        }
    }

    private static String unpublished(Item item) {
        String type = item.field("wp:post_type");
        String status = item.field("wp:status");
        if (!type.equals("post")) {
            return type.isEmpty() ? "without a type" : type;
        }
        if (!status.equals("publish")) {
            return status.isEmpty() ? "without a status" : status;
        }
        return item.field("wp:post_password").isEmpty() ? "" : "protected by a password";
    }

    private Entry entry(Item item, URI document) {
        String login = item.field("dc:creator");
        String name = authors.getOrDefault(login, "");
        return new Entry(
                item.field("guid"),
                WordPressTypography.set(item.field("title"), language),
                Markup.address(item.field("link"), document),
                Markup.plain(name.isEmpty() ? login : name),
                item.filed().stream()
                        .filter(one -> one.domain().equals("category")
                                || one.domain().equals("post_tag")
                                || one.domain().equals("tag"))
                        .map(one -> new Entry.Category(
                                Markup.plain(one.name()),
                                one.nicename(),
                                one.domain().equals("category") ? above(one.nicename()) : List.of()))
                        .toList(),
                WordPressTypography.set(WordPressText.html(item.field("content:encoded")), language),
                item.field("wp:post_date").replace(' ', 'T')); // by the clock of the site
    }

    private List<Entry.Category> above(String nicename) {
        Map<String, Entry.Category> above = new LinkedHashMap<>();
        String parent = parent(nicename);
        while (!parent.isEmpty() && !above.containsKey(parent)) { // whatever a file says, this ends
            Map<String, String> fields = categories.getOrDefault(parent, Map.of());
            String name = Markup.plain(fields.getOrDefault("wp:cat_name", ""));
            above.put(parent, new Entry.Category(name, parent, List.of()));
            parent = parent(parent);
        }
        return List.copyOf(above.values());
    }

    private String parent(String nicename) {
        return categories.getOrDefault(nicename, Map.of()).getOrDefault("wp:category_parent", "");
    }
}
