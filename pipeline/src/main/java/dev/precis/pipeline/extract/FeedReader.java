package dev.precis.pipeline.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.precis.pipeline.domain.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom (by ROME) and JSON Feed 1.1 into entries. */
final class FeedReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** More entries than any blog's feed; what exceeds it is not a feed but an attack. */
    private static final int MOST_ENTRIES = 5_000;

    private FeedReader() {}

    /** @throws IOException if it is no feed, with the reason */
    static List<FeedEntry> read(Capture capture) throws IOException {
        byte[] content = capture.content();
        List<FeedEntry> entries = isJson(content) ? json(capture) : xml(capture);
        return entries.subList(0, Math.min(entries.size(), MOST_ENTRIES));
    }

    private static boolean isJson(byte[] content) {
        for (byte octet : content) {
            if (!Character.isWhitespace(octet) && (octet & 0x80) == 0) {
                return octet == '{';
            }
        }
        return false;
    }

    private static List<FeedEntry> xml(Capture capture) throws IOException {
        String contentType = capture.contentType().isEmpty() ? "application/xml" : capture.contentType();
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false); // no entities, so nothing is expanded or fetched
        List<FeedEntry> entries = new ArrayList<>();
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(capture.content()), contentType, true)) {
            SyndFeed feed = input.build(reader);
            for (SyndEntry entry : feed.getEntries()) {
                entries.add(new FeedEntry(
                        // ROME takes the link where there is no guid
                        text(entry.getUri()).equals(text(entry.getLink())) ? "" : text(entry.getUri()),
                        title(entry, text(feed.getFeedType())),
                        address(text(entry.getLink()), capture.address()),
                        text(entry.getAuthor()),
                        entry.getCategories().stream()
                                .map(SyndCategory::getName)
                                .toList(),
                        html(entry),
                        published(entry)));
            }
        } catch (FeedException | IllegalArgumentException e) {
            throw new IOException("no RSS or Atom feed: " + e.getMessage(), e);
        }
        return entries;
    }

    private static String title(SyndEntry entry, String format) {
        String title = text(entry.getTitle());
        String type = entry.getTitleEx() == null ? "" : text(entry.getTitleEx().getType());
        // RFC 4287 section 3.1.1: text unless said otherwise; RSS does not say, and mark-up is escaped there
        boolean plain = format.startsWith("atom") && !type.contains("html");
        return plain ? escaped(title) : title;
    }

    private static String html(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String published(SyndEntry entry) {
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .flatMap(Stream::ofNullable)
                .map(Date::toInstant)
                .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .findFirst()
                .orElse("");
    }

    private static List<FeedEntry> json(Capture capture) throws IOException {
        JsonNode feed = JSON.readTree(capture.content());
        if (!feed.path("version").asText().startsWith("https://jsonfeed.org/version/")) {
            throw new IOException("no JSON Feed: \"version\" is not https://jsonfeed.org/version/...");
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            List<String> tags = new ArrayList<>();
            item.path("tags").forEach(tag -> tags.add(tag.asText()));
            JsonNode author = item.has("authors") ? item.path("authors").path(0) : item.path("author");
            entries.add(new FeedEntry(
                    item.path("id").asText(""),
                    escaped(item.path("title").asText("")), // JSON Feed 1.1: plain text
                    address(item.path("url").asText(item.path("id").asText("")), capture.address()),
                    author.path("name").asText(""),
                    tags,
                    item.has("content_html")
                            ? item.path("content_html").asText()
                            : "<pre>" + escaped(item.path("content_text").asText("")) + "</pre>",
                    item.path("date_published").asText("")));
        }
        return entries;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static URI address(String link, URI feed) {
        return Optional.of(link.strip())
                .filter(text -> !text.isEmpty())
                .flatMap(text -> {
                    try {
                        return Optional.of(feed.resolve(text));
                    } catch (IllegalArgumentException broken) {
                        return Optional.empty(); // an entry with a broken link is known by its feed
                    }
                })
                .filter(uri -> uri.isAbsolute() && uri.getScheme().startsWith("http"))
                .orElse(feed);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
