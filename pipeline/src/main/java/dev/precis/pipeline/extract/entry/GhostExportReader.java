package dev.precis.pipeline.extract.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what Ghost exports: its tables as JSON (https://ghost.org/docs/migration/custom/, and the import format of its
 * first versions). A post's address is its slug under the home of the blog.
 */
final class GhostExportReader {
    /** Ghost's word for the address of the site, so that an export can move. */
    private static final String SITE = "__GHOST_URL__";

    private static final List<String> TABLES =
            List.of("posts", "tags", "posts_tags", "users", "posts_authors", "settings");

    private final Map<String, List<JsonNode>> tables = new HashMap<>();
    private final URI home;

    private GhostExportReader(URI home) {
        this.home = home.toString().endsWith("/") ? home : URI.create(home + "/");
    }

    static Entries read(Capture capture, URI home) {
        return new GhostExportReader(home).read(capture);
    }

    private Entries read(Capture capture) {
        Entries.Collector found = new Entries.Collector(capture.address());
        Map<String, Consumer<JsonNode>> wanted = new HashMap<>();
        for (String table : TABLES) {
            List<JsonNode> rows = tables.computeIfAbsent(table, name -> new ArrayList<>());
            wanted.put("db/data/" + table, rows::add);
            wanted.put("data/" + table, rows::add);
        }
        Optional<String> broken = JsonRows.read(capture.content(), wanted);
        Map<String, JsonNode> tags = byId("tags");
        Map<String, JsonNode> users = byId("users");
        Map<String, List<String>> tagsOfPosts = joined("posts_tags", "tag_id");
        Map<String, List<String>> authorsOfPosts = joined("posts_authors", "author_id");
        ZoneId zone = zone();
        int unread = 0;
        for (JsonNode post : tables.getOrDefault("posts", List.of())) {
            String id = JsonRows.text(post, "id");
            String why = unpublished(post);
            if (!why.isEmpty()) {
                found.unpublished(why);
            } else if (JsonRows.text(post, "html").isBlank()) {
                unread++;
            } else {
                List<String> authors = authorsOfPosts.getOrDefault(id, List.of(JsonRows.text(post, "author_id")));
                found.add(new Entry(
                        guid(post),
                        Markup.escaped(JsonRows.text(post, "title")),
                        Markup.address("./" + JsonRows.text(post, "slug") + "/", home),
                        authors.stream()
                                .flatMap(author -> Optional.ofNullable(users.get(author)).stream())
                                .map(user -> JsonRows.text(user, "name"))
                                .findFirst()
                                .orElse(""),
                        tagsOfPosts.getOrDefault(id, List.of()).stream()
                                .flatMap(tag -> Optional.ofNullable(tags.get(tag)).stream())
                                .filter(GhostExportReader::isPublic)
                                .map(tag -> new Entry.Category(
                                        JsonRows.text(tag, "name"), JsonRows.text(tag, "slug"), List.of()))
                                .toList(),
                        JsonRows.text(post, "html").replace(SITE, site()),
                        published(post.path("published_at"), zone)));
            }
        }
        if (unread > 0) {
            found.warning(
                    "html-missing",
                    unread + " published posts have no html: cards (mobiledoc, lexical) are not read, export from a"
                            + " Ghost that renders them");
        }
        broken.ifPresent(reason -> found.broken("export-unreadable", "no whole export of Ghost: " + reason));
        return found.entries();
    }

    private static String unpublished(JsonNode post) {
        String type = JsonRows.text(post, "type");
        String status = JsonRows.text(post, "status");
        String visibility = JsonRows.text(post, "visibility");
        boolean page = type.equals("page") || post.path("page").asBoolean();
        if (page || !(type.isEmpty() || type.equals("post"))) {
            return page ? "page" : type;
        }
        if (!status.equals("published")) {
            return status.isEmpty() ? "without a status" : status;
        }
        return visibility.isEmpty() || visibility.equals("public") ? "" : "for " + visibility;
    }

    /** Tags with a hash are for the theme. */
    private static boolean isPublic(JsonNode tag) {
        String visibility = JsonRows.text(tag, "visibility");
        return (visibility.isEmpty() || visibility.equals("public"))
                && !JsonRows.text(tag, "name").startsWith("#");
    }

    /** The feed's guid is the id, which is one for good since it is no mere number. */
    private static String guid(JsonNode post) {
        String id = JsonRows.text(post, "id");
        return id.matches("[0-9a-f]{24}") ? id : JsonRows.text(post, "uuid");
    }

    private Map<String, JsonNode> byId(String table) {
        Map<String, JsonNode> rows = new HashMap<>();
        tables.getOrDefault(table, List.of()).forEach(row -> rows.put(JsonRows.text(row, "id"), row));
        return rows;
    }

    private Map<String, List<String>> joined(String table, String other) {
        Map<String, List<String>> joined = new HashMap<>();
        tables.getOrDefault(table, List.of()).stream()
                .sorted(Comparator.comparingInt(row -> row.path("sort_order").asInt()))
                .forEach(row -> joined.computeIfAbsent(JsonRows.text(row, "post_id"), id -> new ArrayList<>())
                        .add(JsonRows.text(row, other)));
        return joined;
    }

    private ZoneId zone() {
        for (JsonNode row : tables.getOrDefault("settings", List.of())) {
            if (JsonRows.text(row, "key").matches("(?:active_)?timezone")) {
                try {
                    return ZoneId.of(JsonRows.text(row, "value"));
                } catch (DateTimeException unknown) {
                    return ZoneOffset.UTC;
                }
            }
        }
        return ZoneOffset.UTC;
    }

    /** The day that a reader of the site sees; the first versions wrote milliseconds. */
    private static String published(JsonNode instant, ZoneId zone) {
        try {
            Instant published = instant.isIntegralNumber()
                    ? Instant.ofEpochMilli(instant.longValue())
                    : Instant.parse(instant.asText("").replace(' ', 'T').replaceFirst("(?<=\\d)$", "Z"));
            return published.atZone(zone).toLocalDate().toString();
        } catch (DateTimeException unreadable) {
            return "";
        }
    }

    private String site() {
        return home.toString().replaceFirst("/$", "");
    }
}
