package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.domain.serving.Serving;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A profile for tests: a blog whose home is given, with the listing of the legacy site. */
public final class Profiles {
    /** A site without another address. */
    public static final Home HOME = new Home(URI.create("http://localhost/"), List.of());

    private Profiles() {}

    public static SourceProfile legacy(String home) {
        return profile(
                home, new SourceProfile.Listing("p", List.of("cat_1", "cat_2"), List.of("pprnet/blog", "pprnet_blog")));
    }

    public static SourceProfile profile(String home, SourceProfile.Listing listing) {
        return new SourceProfile(
                "legacy",
                Path.of("legacy"),
                "Legacy",
                "",
                URI.create(home),
                List.of(),
                "en",
                "Ann Author",
                "Publisher",
                URI.create("https://creativecommons.org/licenses/by/4.0/"),
                URI.create("http://localhost:3030/"),
                "legacy/",
                new SourceProfile.Labels(
                        List.of("Practice Implications"), List.of(), List.of(), List.of(), List.of(), List.of()),
                listing,
                crawl(Duration.ofMinutes(1)),
                SourceProfile.Layout.EITHER,
                SourceProfile.CitationPlace.ANY,
                SourceProfile.Selectors.NONE,
                Set.of(),
                SourceProfile.Pictures.USUAL,
                SourceProfile.Resolver.NONE,
                SourceProfile.Spellings.NONE,
                SourceProfile.Spellings.NONE,
                Serving.NONE,
                "test",
                "");
    }

    public static SourceProfile withCrawl(SourceProfile p, SourceProfile.Crawl crawl) {
        return with(p, crawl, p.accept());
    }

    public static SourceProfile accepting(SourceProfile p, SourceProfile.Doubt doubt) {
        return with(p, p.crawl(), Set.of(doubt));
    }

    private static SourceProfile with(SourceProfile p, SourceProfile.Crawl crawl, Set<SourceProfile.Doubt> accept) {
        return new SourceProfile(
                p.id(),
                p.folder(),
                p.name(),
                p.description(),
                p.home(),
                p.aliases(),
                p.language(),
                p.author(),
                p.publisher(),
                p.licence(),
                p.base(),
                p.path(),
                p.labels(),
                p.listing(),
                crawl,
                p.layout(),
                p.citationPlace(),
                p.selectors(),
                accept,
                p.pictures(),
                p.resolver(),
                p.people(),
                p.journals(),
                p.serving(),
                p.program(),
                p.settings());
    }

    public static SourceProfile.Crawl crawl(Duration timeout) {
        return new SourceProfile.Crawl(
                Duration.ofSeconds(2), timeout, 3, 200_000, 500, "Precis/0.1.0 (+https://w3id.org/precis)");
    }
}
