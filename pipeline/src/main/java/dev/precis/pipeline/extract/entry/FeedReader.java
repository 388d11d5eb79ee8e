package dev.precis.pipeline.extract.entry;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.precis.pipeline.domain.page.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom (by ROME) and JSON Feed into entries. */
final class FeedReader {

    private FeedReader() {}

    static Entries read(Capture capture) {
        Entries.Collector found = new Entries.Collector(capture.address());
        if (isJson(capture.content())) {
            JsonFeedReader.read(capture, found);
        } else {
            try {
                xml(capture, found);
            } catch (IOException e) {
                found.broken(Entries.UNREADABLE, String.valueOf(e.getMessage()));
            }
        }
        return found.entries();
    }

    private static boolean isJson(byte[] content) {
        for (byte octet : content) {
            if (!Character.isWhitespace(octet) && (octet & 0x80) == 0) {
                return octet == '{';
            }
        }
        return false;
    }

    private static void xml(Capture capture, Entries.Collector found) throws IOException {
        String contentType = capture.contentType().isEmpty() ? "application/xml" : capture.contentType();
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false); // no entities, so nothing is expanded or fetched
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(capture.content()), contentType, true)) {
            SyndFeed feed = input.build(reader);
            for (SyndEntry entry : feed.getEntries()) {
                URI address = Markup.address(text(entry.getLink()), capture.address());
                found.add(new Entry(
                        // ROME takes the link where there is no guid
                        text(entry.getUri()).equals(text(entry.getLink())) ? "" : text(entry.getUri()),
                        title(entry, text(feed.getFeedType())),
                        address,
                        text(entry.getAuthor()),
                        entry.getCategories().stream()
                                .map(SyndCategory::getName)
                                .map(Entry.Category::of)
                                .toList(),
                        html(entry),
                        published(entry, address)));
            }
        } catch (FeedException | IllegalArgumentException e) {
            throw new IOException("no RSS or Atom feed: " + e.getMessage(), e);
        }
    }

    private static String title(SyndEntry entry, String format) {
        String title = text(entry.getTitle());
        String type = entry.getTitleEx() == null ? "" : text(entry.getTitleEx().getType());
        // RFC 4287 section 3.1.1: text unless said otherwise; RSS does not say, and mark-up is escaped there
        boolean plain = format.startsWith("atom") && !type.contains("html");
        return plain ? Markup.escaped(title) : title;
    }

    private static String html(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String published(SyndEntry entry, URI address) {
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .flatMap(Stream::ofNullable)
                .map(Date::toInstant)
                .map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate())
                .map(day -> AddressDay.of(day, address).toString())
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
