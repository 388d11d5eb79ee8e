package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.PageReader;
import dev.precis.pipeline.source.Fetchers;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small site over real HTTP, its pages said in the test, and a crawl of it with the real reader. */
final class Site implements AutoCloseable {
    private final java.util.Set<URI> readBefore = new java.util.HashSet<>();
    static final SourceProfile.Listing USUAL = new SourceProfile.Listing("", List.of(), List.of());

    private final LegacySite server = new LegacySite();
    private final Path log;

    /** What a crawl found, and the pages that it took for the blog's. */
    record Crawled(Crawler.Result result, List<Page> taken) {
        List<String> titles() {
            return taken.stream()
                    .flatMap(page -> page.drafts().stream())
                    .map(Draft::name)
                    .distinct()
                    .toList();
        }

        List<String> addresses() {
            return taken.stream()
                    .map(page -> page.address().toString().replaceFirst("http://[^/]*", ""))
                    .toList();
        }

        List<String> codes() {
            return result.notices().stream().map(notice -> notice.code()).toList();
        }
    }

    Site(Path log) {
        this.log = log;
    }

    Site page(String path, String... html) {
        server.at(path, LegacySite.text(200, "text/html; charset=utf-8", String.join("\n", html)));
        return this;
    }

    Site file(String path, int status, String type, String text) {
        server.at(path, LegacySite.text(status, type, text));
        return this;
    }

    LegacySite server() {
        return server;
    }

    String address(String path) {
        return server.address(path).toString();
    }

    /** All that was asked for, robots.txt and the guess at a sitemap left out. */
    List<String> requests() {
        return server.requests().stream()
                .filter(request -> !request.equals("/sitemap.xml"))
                .toList();
    }

    static String links(String... paths) {
        return Stream.of(paths)
                .map(path -> "<p><a href=\"%s\">on</a></p>".formatted(path))
                .collect(Collectors.joining());
    }

    /** An article of one post. */
    static String post(String title) {
        return """
            <article><h1>%s</h1><p>March 2015</p>
            <p>Author, A. B., &amp; Other, C. (2014). On %s. <em>Journal of Examples, 12</em>, 34-56.</p>
            <p>This summary tells what the study of %s asked and how it went about it, in a sentence or two of prose.</p>
            <h4>Practice Implications</h4><p>Therapists may ask the same question of %s in their practice.</p></article>
            """.formatted(title, title, title, title);
    }

    Crawled crawl(String start) {
        return crawl(start, USUAL);
    }

    Crawled crawl(String start, SourceProfile.Listing listing) {
        return crawl(start, Profiles.profile(address(start), listing));
    }

    Crawled crawl(String start, SourceProfile profile) {
        URI address = server.address(start);
        List<Page> taken = new ArrayList<>();
        Crawler.Progress progress = new Crawler.Progress() {
            @Override
            public void visiting(URI next, int done) {}

            @Override
            public void taken(Page page) {
                taken.add(page);
            }

            @Override
            public boolean isSource(URI address) {
                return readBefore.contains(address);
            }
        };
        CrawlScope scope = new CrawlScope(address, profile.listing(), Profiles.HOME);
        try (HttpFetcher fetcher = Fetchers.patient(
                profile.crawl(), scope::isOnSite, log.resolve("captures.json"), digest -> new byte[0])) {
            PageReader reader = new PageReader(profile);
            Crawler.Result result = new Crawler(profile, address, fetcher, reader::read, List.of(), progress).crawl();
            taken.forEach(page -> readBefore.add(page.address()));
            return new Crawled(result, taken);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
