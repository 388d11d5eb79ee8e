package dev.precis.pipeline.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.PostKey;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    @ParameterizedTest
    @CsvSource({
        // of a blog that moved whole, what lies beside it moved, too
        "https://new.example/blog/, http://old.example/blog/, http://old.example/blog/a?x=1,"
                + " https://new.example/blog/a?x=1",
        "https://new.example/blog/, http://old.example/blog/, http://old.example/2020/a/, https://new.example/2020/a/",
        "https://new.example/blog, http://old.example/blog/, http://old.example/blog, https://new.example/blog",
        // into another folder: what lay beside it is no page of it
        "https://new.example/, http://old.example/blog/, http://old.example/blog/a, https://new.example/a",
        "https://new.example/, http://old.example/blog/, http://old.example/other/a, http://old.example/other/a",
        "https://new.example/, http://old.example/blog/, http://old.example/blogs/a, http://old.example/blogs/a",
        "https://h.example/b/, http://h.example/b/, http://h.example/b/x#y, https://h.example/b/x#y",
        "https://h.example/b/, http://h.example/b/, https://h.example/b/x, https://h.example/b/x",
        "https://h.example/b/, http://www.h.example:80/b/, http://elsewhere.example/b/x, http://elsewhere.example/b/x",
    })
    void anAddressUnderAnAliasMeansTheOneUnderTheHome(String home, String alias, String given, String meant) {
        Home known = new Home(URI.create(home), List.of(URI.create(alias)));
        assertThat(known.meant(URI.create(given))).hasToString(meant);
        assertThat(known.meant(PostKey.ofAddress(given))).isEqualTo(PostKey.ofAddress(meant));
    }

    @Test
    void allSpellingsOfAKeyAreLookedUp() {
        Home home = new Home(
                URI.create("https://new.example/blog/"),
                List.of(URI.create("http://old.example/blog/"), URI.create("http://older.example/news/")));
        assertThat(home.spellings(PostKey.ofAddress("http://older.example/news/a/")))
                .containsExactly(
                        PostKey.ofAddress("https://new.example/blog/a"),
                        PostKey.ofAddress("http://old.example/blog/a"),
                        PostKey.ofAddress("http://older.example/news/a"));
        PostKey guid = new PostKey(PostKey.Kind.GUID, "7");
        assertThat(home.spellings(guid)).containsExactly(guid);
    }

    @Test
    void knowsWhatIsOnItsSite() {
        Home home = new Home(URI.create("https://new.example/blog/"), List.of(URI.create("http://old.example/blog/")));
        assertThat(home.isOnSite(PostKey.ofAddress("http://www.new.example/a"))).isTrue();
        assertThat(home.isOnSite(PostKey.ofAddress("http://old.example/blog/a")))
                .isTrue();
        assertThat(home.isOnSite(PostKey.ofAddress("http://elsewhere.example/blog/a")))
                .isFalse();
    }
}
