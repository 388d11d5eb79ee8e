package dev.precis.pipeline.extract.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a document does, what cannot be read of it is a notice. */
class EntriesPropertyTest {
    private static final URI HOME = URI.create("https://blog.example/");

    @Provide
    static Arbitrary<CaptureKind> kinds() {
        return Arbitraries.of(
                CaptureKind.WORDPRESS_EXPORT, CaptureKind.WORDPRESS_POSTS, CaptureKind.GHOST_EXPORT, CaptureKind.FEED);
    }

    @Property(tries = 400)
    void aDocumentCutAnywhereGivesWhatStandsBefore(
            @ForAll @From("kinds") CaptureKind kind, @ForAll @IntRange(max = 9_999) int at) {
        String whole = Exports.of(kind);
        String cut = whole.substring(0, whole.length() * at / 10_000);
        Entries all = read(whole, kind);
        Entries some = read(cut, kind);

        assertThat(all.all())
                .extracting(Entry::title)
                .containsAll(some.all().stream().map(Entry::title).toList());
        if (!cut.strip().equals(whole.strip())) {
            assertThat(some.notices()).isNotEmpty();
        }
    }

    @Property(tries = 600)
    void aDocumentWithBytesChangedNeverThrows(@ForAll @From("kinds") CaptureKind kind, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = Exports.of(kind).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            content[random.nextInt(content.length)] = (byte) "<>&\"{}[],:;\u0000 x1\u00FF".charAt(random.nextInt(16));
        }
        EntryDocuments.read(new Capture(HOME, "", content), kind, HOME).all().forEach(entry -> {
            entry.title().length();
            entry.keys(HOME);
        });
    }

    @Example
    void hostileDocumentsAreNotices() {
        String deep = "[".repeat(100_000);
        String rss = "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>";
        for (String xml : List.of(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + rss + "<item><title>&x;</title></item>",
                "<!DOCTYPE rss [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>" + rss + "<item><title>&b;</title></item>",
                rss + "<item>".repeat(100_000),
                rss + "<item a='" + "x".repeat(3_000_000) + "'>",
                rss + "<item><title>&nbsp;</title></item></channel></rss>",
                "\u0000\u0001",
                "")) {
            Entries entries = read(xml, CaptureKind.WORDPRESS_EXPORT);
            assertThat(entries.all()).isEmpty();
            assertThat(entries.notices())
                    .as(xml.substring(0, Math.min(99, xml.length())))
                    .isNotEmpty();
            assertThat(entries.notices().toString()).doesNotContain("root:");
        }
        for (String json : List.of(
                deep,
                "[{\"id\":" + deep,
                "[{\"id\":1e999999999,\"guid\":{\"rendered\":" + "9".repeat(5_000) + "}}]",
                "[{\"title\":{\"rendered\":[{}]},\"content\":7,\"_embedded\":[],\"date\":{}}, null, [], 7, \"x\"",
                "{\"db\":7}",
                "null")) {
            for (CaptureKind kind : List.of(CaptureKind.WORDPRESS_POSTS, CaptureKind.GHOST_EXPORT, CaptureKind.FEED)) {
                Entries entries = read(json, kind);
                assertThat(entries.all().size()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Example
    void aBigExportIsReadAsAStream() {
        String item = Exports.WORDPRESS.substring(
                Exports.WORDPRESS.indexOf("<item>"), Exports.WORDPRESS.indexOf("</item>") + 7);
        StringBuilder big = new StringBuilder(Exports.WORDPRESS.substring(0, Exports.WORDPRESS.indexOf("<item>")));
        for (int i = 0; i < 20_000; i++) {
            big.append(
                    item.replace("naps", "naps" + i).replace("p=11", "p=" + i).replace("Naps", "Naps &#8217; " + i));
        }
        Entries entries = read(big + "</channel></rss>", CaptureKind.WORDPRESS_EXPORT);
        assertThat(entries.notices()).isEmpty();
        assertThat(entries.all()).hasSize(20_000);
    }

    private static Entries read(String document, CaptureKind kind) {
        return EntryDocuments.read(new Capture(HOME, "", document.getBytes(StandardCharsets.UTF_8)), kind, HOME);
    }
}
