package dev.precis.pipeline.extract.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntriesTest {
    private static final URI FILE = URI.create("file:///exports/blog");
    private static final URI HOME = URI.create("https://blog.example/letters");

    @Test
    void readsOfAWordPressExportWhatThePublicSees() {
        Entries entries = read(Exports.WORDPRESS);

        assertThat(entries.all()).hasSize(2);
        Entry classic = entries.all().getFirst();
        assertThat(classic.title()).isEqualTo("Naps &amp; Noon");
        assertThat(classic.address()).hasToString("https://blog.example/2021/05/naps/");
        assertThat(classic.guid()).isEqualTo("https://blog.example/?p=11");
        assertThat(classic.author()).isEqualTo("Ann Author");
        assertThat(classic.published()).startsWith("2021-05-31");
        assertThat(classic.html())
                .isEqualTo("<p>One line<br>\nand another.</p>\n<ul>\n<li>An item</li>\n</ul>\n<p>The end.</p>\n");
        assertThat(classic.categories())
                .extracting(Entry.Category::name, Entry.Category::slug)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Day & Night", "day-night"),
                        org.assertj.core.groups.Tuple.tuple("Noon", "noon"));
        assertThat(entries.all().getLast().html()).contains("<!-- wp:paragraph -->");
        assertThat(entries.all().getLast().author()).isEqualTo("guest");
        assertThat(entries.attachments()).hasToString("[https://blog.example/nap.png]");
        assertThat(entries.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.INFO);
            assertThat(notice.message())
                    .isEqualTo("left out, as no post: 1 × attachment, 1 × draft, 1 × future, 1 × inherit, 1 ×"
                            + " nav_menu_item, 1 × page, 1 × private, 1 × protected by a password, 1 × trash");
        });
    }

    @Test
    void aCategoryThatTheSourceDoesNotKnowStandsForTheOneAboveThatItDoes() {
        Entry entry = read(Exports.WORDPRESS).all().getFirst();

        assertThat(entry.labels(known("noon", "sleep"))).containsExactly("Day & Night", "sleep", "noon");
        assertThat(entry.labels(known("Sleep & Rest", "Day & Night", "Noon")))
                .as("what is above a known one is for the topics of the source to tell")
                .containsExactly("Day & Night", "Noon");
        assertThat(entry.labels(known())).containsExactly("Day & Night", "Noon");
    }

    @Test
    void readsOfTheListOfPostsWhatThePublicSees() {
        Entries entries = read(Exports.POSTS);

        assertThat(entries.all()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Naps &#038; Noon");
            assertThat(entry.address()).hasToString("https://blog.example/2021/05/naps/");
            assertThat(entry.guid()).isEqualTo("https://blog.example/?p=11");
            assertThat(entry.author()).isEqualTo("Ann Author");
            assertThat(entry.published()).startsWith("2021-05-31");
            assertThat(entry.categories()).hasToString("[Category[name=Day & Night, slug=day-night, above=[]]]");
        });
        assertThat(entries.notices())
                .extracting(Notice::message)
                .containsExactly("left out, as no post: 1 × draft, 1 × page, 1 × protected by a password");
    }

    @Test
    void saysWhereCategoriesAreMereNumbers() {
        Entries entries = read(Exports.POSTS.replace("_embedded", "_nothing").replace("\"x\":0", "\"categories\":[4]"));
        assertThat(entries.notices()).extracting(Notice::code).contains("terms-not-embedded");
    }

    @Test
    void readsOfAGhostExportWhatThePublicSees() {
        Entries entries = read(Exports.GHOST);

        assertThat(entries.all()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Naps &amp; Noon");
            assertThat(entry.address()).hasToString("https://blog.example/letters/naps/");
            assertThat(entry.guid()).isEqualTo("5f0000000000000000000011");
            assertThat(entry.author()).isEqualTo("Ann Author");
            assertThat(entry.published()).as("by the clock of the site").isEqualTo("2021-05-31");
            assertThat(entry.html()).contains("href=\"https://blog.example/letters/other/\"");
            assertThat(entry.labels(KnownLabels.ALL)).containsExactly("Noon", "Day & Night");
        });
        assertThat(entries.notices())
                .extracting(Notice::code, Notice::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("html-missing", Severity.WARNING),
                        org.assertj.core.groups.Tuple.tuple("not-published", Severity.INFO));
        assertThat(entries.notices().getLast().message())
                .isEqualTo("left out, as no post: 1 × draft, 1 × for members, 1 × page");
    }

    @Test
    void readsAGhostExportOfTheFirstVersions() {
        Entries entries = read("""
            {"meta": {"exported_on": 1388805572000, "version": "000"}, "data": {
              "posts": [{"id": 5, "title": "Old", "slug": "old", "html": "<p>Text.</p>", "page": 0,
                "status": "published", "author_id": 1, "published_at": 1283780649000}],
              "tags": [{"id": 3, "name": "Noon", "slug": "noon"}], "posts_tags": [{"tag_id": 3, "post_id": 5}],
              "users": [{"id": 1, "name": "Ann Author"}]}}
            """);

        assertThat(entries.notices()).isEmpty();
        assertThat(entries.all()).singleElement().satisfies(entry -> {
            assertThat(entry.published()).isEqualTo("2010-09-06");
            assertThat(entry.guid()).isEmpty();
            assertThat(entry.author()).isEqualTo("Ann Author");
            assertThat(entry.labels(KnownLabels.ALL)).containsExactly("Noon");
        });
    }

    @Test
    void readsAJsonFeedByItsSpecification() {
        Entries entries = read("""
            {"authors": [{"name": "Ann Author"}], "items": [
              {"id": 12, "content_text": "One.\\n\\nTwo & more.", "tags": ["Noon"],
               "date_published": "2021-05-31T23:30:00-04:00"},
              {"id": "https://blog.example/other", "title": null, "content_html": null, "summary": "An excerpt.",
               "authors": [{"name": "Guest"}, {"name": "Other"}], "date_modified": "2021-06-02T00:00:00Z"},
              7],
             "version": "https://jsonfeed.org/version/1.1"}
            """);

        assertThat(entries.notices()).isEmpty();
        assertThat(entries.all()).hasSize(2);
        Entry numbered = entries.all().getFirst();
        assertThat(numbered.guid()).isEqualTo("12");
        assertThat(numbered.address()).as("a number is no address").isEqualTo(FILE);
        assertThat(numbered.html()).isEqualTo("<pre>One.\n\nTwo &amp; more.</pre>");
        assertThat(numbered.author()).as("that of the feed").isEqualTo("Ann Author");
        assertThat(numbered.published()).as("as written").startsWith("2021-05-31");
        Entry other = entries.all().getLast();
        assertThat(other.address()).hasToString("https://blog.example/other");
        assertThat(other.title()).isEmpty();
        assertThat(other.html()).isEqualTo("<pre>An excerpt.</pre>");
        assertThat(other.author()).isEqualTo("Guest");
        assertThat(other.published()).startsWith("2021-06-02");
    }

    @Test
    void anExportHasTheMarksThatItsBlogShows() {
        String typed = Exports.WORDPRESS
                .replace("<title><![CDATA[Naps &amp; Noon]]>", "<title><![CDATA[Why don't we \"nap\"?]]>")
                .replace("The end.", "The \"end\" -- or so.");
        Entry entry = read(typed.replace("<channel>", "<channel><language>en-GB</language>"))
                .all()
                .getFirst();

        assertThat(entry.title()).isEqualTo("Why don’t we “nap”?");
        assertThat(entry.html()).contains("The “end” — or so.");
        assertThat(read(typed).all().getFirst().title()).as("in no language").isEqualTo("Why don’t we \"nap\"?");
    }

    @Test
    void aGuidOfSeveralPostsTellsNoneOfThem() {
        Entries entries = read(feed("home", "https://blog.example/a", "home", "https://blog.example/b"));

        assertThat(entries.all()).extracting(Entry::guid).containsExactly("", "");
        assertThat(entries.all()).extracting(Entry::address).doesNotContain(FILE);
        assertThat(entries.notices()).extracting(Notice::code).containsExactly("guid-not-unique");
    }

    @Test
    void anAddressOfSeveralPostsTellsNoneOfThem() {
        Entries entries = read(feed("a", "https://blog.example/", "b", "https://blog.example/"));

        assertThat(entries.all()).extracting(Entry::guid).containsExactly("a", "b");
        assertThat(entries.all()).extracting(Entry::address).containsOnly(FILE);

        entries = read(feed("home", "https://blog.example/", "home", "https://blog.example/"));
        assertThat(entries.all()).flatExtracting(entry -> entry.keys(FILE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WORDPRESS_EXPORT", "WORDPRESS_POSTS", "GHOST_EXPORT", "FEED"})
    void keepsWhatWasWholeBeforeABreak(CaptureKind kind) {
        String whole = Exports.of(kind);
        String cut = whole.substring(0, whole.indexOf("CUT HERE"));
        Entries entries = EntryDocuments.read(capture(cut), kind, HOME);

        assertThat(CaptureKind.of(capture(cut))).isEqualTo(kind);
        assertThat(entries.all()).isNotEmpty();
        assertThat(entries.all().getFirst().html()).contains("The end.");
        assertThat(entries.notices()).anySatisfy(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.VIOLATION);
            assertThat(notice.message()).startsWith("no whole").contains("read before that: ");
        });
    }

    private static String feed(String guid, String address, String otherGuid, String otherAddress) {
        return """
            {"version": "https://jsonfeed.org/version/1.1", "items": [
              {"id": "%s", "url": "%s", "title": "One"}, {"id": "%s", "url": "%s", "title": "Two"}]}
            """.formatted(guid, address, otherGuid, otherAddress);
    }

    private static KnownLabels known(String... labels) {
        return new KnownLabels() {
            @Override
            public boolean knows(String label) {
                return List.of(labels).contains(label);
            }

            @Override
            public List<String> nearest(String label, int most) {
                return List.of();
            }
        };
    }

    static Entries read(String document) {
        return EntryDocuments.read(capture(document), CaptureKind.of(capture(document)), HOME);
    }

    static Capture capture(String document) {
        return new Capture(FILE, "", document.getBytes(StandardCharsets.UTF_8));
    }
}
