package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.face.Face;
import dev.precis.sparql.face.FaceFile;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Feeds.Hub;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FacePagesTest {
    private static final byte[] LOGO = {(byte) 0x89, 'P', 'N', 'G'};
    private static final Blog BLOG = new Catalogue(Studies.dataset()).blogs().getFirst();
    private static final String ROOT = BLOG.root().substring(BASE.length());

    private static final Face FACE = new Face(
            Optional.of(new Face.Logo(new FaceFile("png", "image/png", LOGO), 300, 80)),
            Face.style(Map.of("link", "#7a1f5c"), Map.of("link", "#f2a7d8", "paper", "#000000")),
            List.of(
                    new Face.OwnPage("about", true, "", "We read.", "<p>We <em>read</em>.</p>"),
                    new Face.OwnPage("legal", false, "Impressum", "Ann", "<p>Ann Author, 1 Street</p>")),
            "No medical advice & <no> promise.");

    private final Site site = site(new Faces(Map.of(BLOG.root(), FACE)));

    @Test
    void aPageHasTheLogoWithTheNameOfTheBlogAsItsText() {
        Element logo = page(ROOT).selectFirst("header .name a > img");

        assertThat(logo).isNotNull();
        assertThat(logo.attr("alt")).isEqualTo(BLOG.name());
        assertThat(logo.attr("width") + "x" + logo.attr("height")).isEqualTo("300x80");
        Response file = site.get(local(logo.attr("src")), "");
        assertThat(file.contentType()).isEqualTo("image/png");
        assertThat(file.body()).isEqualTo(LOGO);
        assertThat(file.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }

    @Test
    void itsColoursComeAfterThoseOfAllPages() {
        List<String> sheets = page(ROOT).select("link[rel=stylesheet]").eachAttr("href");

        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst()).endsWith("site.css");
        Response sheet = site.get(local(sheets.getLast()), "");
        assertThat(sheet.contentType()).startsWith("text/css");
        assertThat(new String(sheet.body(), StandardCharsets.UTF_8)).isEqualTo("""
            @media (prefers-color-scheme: light) { :root { --link: #7a1f5c; } }
            @media (prefers-color-scheme: dark) { :root { --link: #f2a7d8; --paper: #000000; } }
            """);
    }

    @Test
    void menuAndFootLeadToItsPages() {
        Document page = page(ROOT + "statistics");

        assertThat(page.select("header nav a:contains(About)").eachAttr("href")).containsExactly(path("about"));
        assertThat(page.select("header nav a:contains(Impressum)")).isEmpty();
        assertThat(page.select("footer a:contains(About), footer a:contains(Impressum)")
                        .eachAttr("href"))
                .containsExactly(path("about"), path("legal"));
        assertThat(page.select("footer p").eachText()).contains("No medical advice & <no> promise.");
    }

    @Test
    void aPageOfItsOwnIsShownAndFoundByHarvesters() {
        Document legal = page(ROOT + "legal");

        assertThat(legal.select("h1").text()).isEqualTo("Impressum");
        assertThat(legal.select("meta[name=description]").attr("content")).isEqualTo("Ann");
        assertThat(legal.select("main p").html()).isEqualTo("Ann Author, 1 Street");
        assertThat(page(ROOT + "about").select("h1").text()).isEqualTo("About");
        assertThat(new String(site.get("sitemap.xml", "").body(), StandardCharsets.UTF_8))
                .contains("<loc>" + BLOG.root() + "about</loc>", "<loc>" + BLOG.root() + "legal</loc>");
    }

    @Test
    void aBlogThatSaysNothingOfItLooksAsItDid() {
        Site plain = site(Faces.NONE);
        String page = new String(plain.get(ROOT, "text/html").body(), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<p class=\"name\"><a href=\"/" + ROOT + "\">" + BLOG.name() + "</a></p>")
                .doesNotContain("/look/", "About");
        assertThat(Jsoup.parse(page).select("footer > p").first().text()).doesNotStartWith("No medical");
        assertThat(plain.get(ROOT + "about", "text/html").status()).isEqualTo(404);
        assertThat(plain.get(ROOT + "look/0000000000000000.css", "").status()).isEqualTo(404);
    }

    private Document page(String path) {
        Response response = site.get(path, "text/html");
        assertThat(response.status()).as(path).isEqualTo(200);
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static String path(String key) {
        return "/" + ROOT + key;
    }

    private static String local(String href) {
        return href.substring(1);
    }

    private static Site site(Faces faces) {
        return new SiteComposition(
                        Studies.dataset(),
                        () -> "1",
                        BASE,
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        InstantSource.fixed(Studies.NOW),
                        Conditions.standard(),
                        Departures.NONE,
                        unknown -> Optional.empty(),
                        "",
                        Releases.none(),
                        Hub.NONE,
                        faces)
                .site();
    }
}
