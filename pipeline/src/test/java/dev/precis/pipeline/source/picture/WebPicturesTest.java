package dev.precis.pipeline.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.PictureLink;
import dev.precis.pipeline.source.Fetchers;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.Profiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPicturesTest {
    private static final byte[] PNG = Images.png(1);

    @TempDir
    private Path store;

    private final LegacySite site = new LegacySite();
    private final LegacySite other = new LegacySite();
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        site.close();
        other.close();
    }

    private static HttpHandler picture(byte[] bytes) {
        return exchange -> LegacySite.send(exchange, 200, "image/png", bytes);
    }

    private PictureSource.Look look(SourceProfile.Pictures settings, String address) {
        return looks(settings, address).getFirst();
    }

    /** Those of one crawl. */
    private List<PictureSource.Look> looks(SourceProfile.Pictures settings, String... addresses) {
        SourceProfile.Crawl crawl = Profiles.crawl(Duration.ofMinutes(1));
        SourceProfile.Crawl once = new SourceProfile.Crawl(
                crawl.delay(), crawl.timeout(), 0, crawl.maxBytes(), crawl.maxPages(), crawl.userAgent());
        List<PictureSource.Look> looks = new ArrayList<>();
        try (HttpFetcher fetcher = Fetchers.patient(
                once,
                page -> false,
                store.resolve("captures.json"),
                digest -> kept.getOrDefault(digest, new byte[0]))) {
            WebPictures pictures = new WebPictures(
                    fetcher, new PictureScope(site.address("/blog/"), settings.hosts()), settings.maxBytes());
            for (String address : addresses) {
                looks.add(pictures.look(new PictureLink(address, address)));
            }
        }
        looks.forEach(look -> look.picture()
                .ifPresent(picture -> kept.put(picture.name().replaceFirst("[.].*", ""), picture.content())));
        return looks;
    }

    @Test
    void aPictureIsAskedForOnceACrawlAndThenOnlyIfItChanged() {
        List<String> conditions = new ArrayList<>();
        site.at("/plot.png", exchange -> {
            String condition = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
            conditions.add(condition);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            boolean same = condition.equals("\"1\"");
            LegacySite.send(exchange, same ? 304 : 200, "image/png", same ? new byte[0] : PNG);
        });
        String address = site.address("/plot.png").toString();

        looks(SourceProfile.Pictures.USUAL, address, address);
        List<PictureSource.Look> again = looks(SourceProfile.Pictures.USUAL, address, address);

        assertThat(conditions).containsExactly("null", "\"1\"");
        assertThat(again)
                .allSatisfy(look ->
                        assertThat(look.picture().orElseThrow().content()).isEqualTo(PNG));
    }

    @Test
    void onePictureThatFailsForNowIsAsItWasAndOneThatIsGoneIsGone() {
        String address = site.at("/plot.png", picture(PNG)).address("/plot.png").toString();
        look(SourceProfile.Pictures.USUAL, address);

        site.at("/plot.png", LegacySite.text(503, "text/html", "later"));
        assertThat(look(SourceProfile.Pictures.USUAL, address).picture()).isPresent();
        site.at("/plot.png", LegacySite.text(404, "text/html", "gone"));
        assertThat(look(SourceProfile.Pictures.USUAL, address).reason()).isEqualTo("answers with status 404");
    }

    @Test
    void anotherHostIsAskedOnlyIfTheProfileNamesIt() {
        String elsewhere =
                other.at("/plot.png", picture(PNG)).address("/plot.png").toString();
        site.at("/moved.png", LegacySite.redirect(302, elsewhere));
        SourceProfile.Pictures named = new SourceProfile.Pictures(List.of("localhost:" + other.port()), 100_000, 40);

        assertThat(look(SourceProfile.Pictures.USUAL, elsewhere).reason()).contains("profile, pictures.hosts");
        assertThat(look(SourceProfile.Pictures.USUAL, site.address("/moved.png").toString())
                        .reason())
                .contains("outside of what this crawl may visit");
        assertThat(other.requests()).isEmpty();
        assertThat(look(named, elsewhere).picture()).isPresent();
    }

    @Test
    void robotsTxtHoldsForPicturesToo() {
        site.at("/robots.txt", LegacySite.text(200, "text/plain", "User-agent: *\nDisallow: /private/"));
        site.at("/private/plot.png", picture(PNG));

        assertThat(look(
                                SourceProfile.Pictures.USUAL,
                                site.address("/private/plot.png").toString())
                        .reason())
                .contains("robots.txt forbids it");
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void bytesDecideAndNotWhatTheServerCallsThem() {
        site.at("/plot.png", LegacySite.text(200, "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        site.at("/plot", exchange -> LegacySite.send(exchange, 200, "application/octet-stream", PNG));
        site.at("/large.png", picture(new byte[200_001]));

        assertThat(look(SourceProfile.Pictures.USUAL, site.address("/plot.png").toString())
                        .reason())
                .contains("no picture of a kind that is kept");
        assertThat(look(SourceProfile.Pictures.USUAL, site.address("/plot").toString())
                        .picture())
                .isPresent();
        assertThat(look(
                                new SourceProfile.Pictures(List.of(), 200_000, 40),
                                site.address("/large.png").toString())
                        .reason())
                .isEqualTo("has more than 200000 bytes (profile, pictures.max-bytes)");
    }

    @Test
    void aPictureInThePageNeedsNobody() {
        List<String> keptNames = new ArrayList<>();
        PagePictures pictures = new PagePictures(PictureSource.NONE, 100_000, picture -> keptNames.add(picture.name()));
        String data =
                "data:image/png;base64," + java.util.Base64.getMimeEncoder().encodeToString(PNG);

        assertThat(pictures.find(new PictureLink("", data))).isPresent();
        assertThat(pictures.find(new PictureLink("", data))).isPresent();
        assertThat(keptNames).hasSize(1);
        assertThat(pictures.find(new PictureLink("", "data:image/svg+xml;utf8,<svg/>")))
                .isEmpty();
        assertThat(pictures.find(new PictureLink(
                        "",
                        "data:image/png;base64," + HexFormat.of().formatHex("no".getBytes(StandardCharsets.UTF_8)))))
                .isEmpty();
        assertThat(pictures.notice(site.address("/page")).orElseThrow().message())
                .contains("is in the page, but not as bytes", "no picture of a kind that is kept");
    }
}
