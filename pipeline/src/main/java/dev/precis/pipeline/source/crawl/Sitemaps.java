package dev.precis.pipeline.source.crawl;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile.Finder;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.ForbiddenException;
import dev.precis.pipeline.source.MissingException;
import dev.precis.pipeline.source.UnreachableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The addresses that the sitemaps of a site list (sitemaps.org): {@code /sitemap.xml}, those that robots.txt names, and
 * those that these lead to.
 */
final class Sitemaps {
    private static final int MOST_FILES = 50;
    private static final int MOST_ADDRESSES = 50_000;
    private static final int MOST_BYTES = SiteMapParser.MAX_BYTES_ALLOWED;

    private final CrawlScope scope;
    private final Fetcher fetcher;
    private final Consumer<Notice> notices;
    private final Map<URI, Instant> found = new LinkedHashMap<>();

    Sitemaps(CrawlScope scope, Fetcher fetcher, Consumer<Notice> notices) {
        this.scope = scope;
        this.fetcher = fetcher;
        this.notices = notices;
    }

    /** Those on the site, the last modified first, then as listed. */
    List<URI> addresses(Finder finder) {
        URI usual = scope.start().resolve("/sitemap.xml");
        Deque<URI> waiting = new ArrayDeque<>();
        finder.address().ifPresentOrElse(waiting::add, () -> {
            waiting.addAll(fetcher.sitemaps(scope.start()));
            waiting.add(usual);
        });
        List<URI> read = new ArrayList<>();
        while (!waiting.isEmpty() && found.size() < MOST_ADDRESSES) {
            URI address = scope.normalise(waiting.removeFirst());
            if (read.contains(address) || !scope.isOnSite(address)) {
                continue;
            }
            if (read.size() == MOST_FILES) {
                notices.accept(Notice.warning(
                        "sitemap-too-long", address.toString(), "more than " + MOST_FILES + " sitemaps, no more read"));
                break;
            }
            read.add(address);
            boolean guessed = address.equals(usual) && finder.address().isEmpty();
            fetch(address, guessed).ifPresent(map -> {
                if (map instanceof SiteMapIndex index) {
                    index.getSitemaps(true).stream()
                            .flatMap(part -> uri(part.getUrl()).stream())
                            .limit(MOST_FILES)
                            .forEach(waiting::add);
                } else if (map instanceof SiteMap pages) {
                    pages.getSiteMapUrls().forEach(this::add);
                }
            });
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.<URI, Instant>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(MOST_ADDRESSES)
                .toList();
    }

    private void add(SiteMapURL entry) {
        Date modified = entry.getLastModified();
        uri(entry.getUrl())
                .filter(scope::isOnSite)
                .ifPresent(address -> found.putIfAbsent(
                        scope.normalise(address), modified == null ? Instant.MIN : modified.toInstant()));
    }

    /** @param guessed whether nothing says that there is one */
    private Optional<AbstractSiteMap> fetch(URI address, boolean guessed) {
        try {
            Capture capture = fetcher.fetch(address);
            byte[] content = inflated(capture.content());
            return Optional.of(new SiteMapParser(false).parseSiteMap(content, address.toURL()));
        } catch (MissingException | ForbiddenException e) {
            if (!guessed) {
                note(address, guessed, e.reason());
            }
        } catch (UnreachableException e) {
            note(address, guessed, e.reason());
        } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
            note(address, guessed, "is no sitemap: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void note(URI address, boolean guessed, String reason) {
        String message = reason + "; it finds no posts (profile, listing.sitemap)";
        notices.accept(
                guessed
                        ? Notice.info("sitemap-unreadable", address.toString(), message)
                        : Notice.warning("sitemap-unreadable", address.toString(), message));
    }

    /** RFC 1952 section 2.3.1: a member of gzip begins with these two octets. */
    private static byte[] inflated(byte[] content) throws IOException {
        if (content.length < 2 || (content[0] & 0xFF) != 0x1F || (content[1] & 0xFF) != 0x8B) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] inflated = in.readNBytes(MOST_BYTES + 1);
            if (inflated.length > MOST_BYTES) {
                throw new IOException("has more than " + MOST_BYTES + " bytes");
            }
            return inflated;
        }
    }

    private static Optional<URI> uri(URL address) {
        try {
            return Optional.of(address.toURI());
        } catch (URISyntaxException e) {
            return Optional.empty(); // a sitemap may hold anything
        }
    }
}
