package dev.precis.pipeline.extract.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a page of the list of posts that WordPress gives to programs
 * (https://developer.wordpress.org/rest-api/reference/posts/), with author and terms where these are embedded.
 */
final class WordPressPostsReader {
    /** The kinds of WordPress's own that are no posts; a kind that a plug-in adds was asked for by its name. */
    private static final Set<String> NO_POSTS =
            Set.of("page", "attachment", "nav_menu_item", "revision", "wp_block", "wp_template", "wp_template_part");

    private WordPressPostsReader() {}

    static Entries read(Capture capture) {
        Entries.Collector found = new Entries.Collector(capture.address());
        List<JsonNode> termless = new ArrayList<>();
        JsonRows.read(capture.content(), Map.of("", row -> {
                    String why = unpublished(row);
                    if (!row.isObject()) {
                        found.warning("row-unreadable", "a row of the list is no post but " + row.getNodeType());
                    } else if (!why.isEmpty()) {
                        found.unpublished(why);
                    } else {
                        found.add(entry(row, capture.address()));
                        if (!row.path("_embedded").has("wp:term")
                                && row.path("categories").size() > 0) {
                            termless.add(row);
                        }
                    }
                }))
                .ifPresent(reason -> found.broken("posts-unreadable", "no whole list of posts: " + reason));
        if (!termless.isEmpty()) {
            found.warning(
                    "terms-not-embedded",
                    termless.size() + " posts name their categories by numbers alone: ask for them with &_embed");
        }
        return found.entries();
    }

    private static String unpublished(JsonNode row) {
        String type = JsonRows.text(row, "type");
        String status = JsonRows.text(row, "status");
        if (NO_POSTS.contains(type)) {
            return type;
        }
        if (!status.isEmpty() && !status.equals("publish")) {
            return status;
        }
        return row.path("content").path("protected").asBoolean() ? "protected by a password" : "";
    }

    private static Entry entry(JsonNode row, URI document) {
        List<Entry.Category> categories = new ArrayList<>();
        for (JsonNode taxonomy : row.path("_embedded").path("wp:term")) {
            for (JsonNode term : taxonomy) {
                String kind = JsonRows.text(term, "taxonomy");
                if (kind.equals("category") || kind.equals("post_tag")) {
                    categories.add(new Entry.Category(
                            Markup.plain(JsonRows.text(term, "name")), JsonRows.text(term, "slug"), List.of()));
                }
            }
        }
        return new Entry(
                Markup.plain(JsonRows.text(row, "guid", "rendered")),
                JsonRows.text(row, "title", "rendered"),
                Markup.address(JsonRows.text(row, "link"), document),
                Markup.plain(JsonRows.text(row.path("_embedded").path("author").path(0), "name")),
                categories,
                JsonRows.text(row, "content", "rendered"),
                JsonRows.text(row, "date")); // by the clock of the site, without a zone
    }
}
