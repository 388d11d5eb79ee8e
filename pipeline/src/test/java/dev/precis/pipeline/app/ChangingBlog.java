package dev.precis.pipeline.app;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.source.LegacySite;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A blog to which things happen: posts appear, are mended, renamed, deleted; its mark-up and its host change. */
final class ChangingBlog implements AutoCloseable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Numbers of posts that were there before all others. */
    static final int OLD = 100;

    private final SortedMap<Integer, Post> posts = new TreeMap<>();
    private final List<LegacySite> before = new ArrayList<>();
    private LegacySite site = new LegacySite();
    private boolean anew;
    private int listed = Integer.MAX_VALUE;

    /**
     * A post.
     *
     * @param words what is in its text besides what all have
     * @param status what its page answers with
     */
    record Post(int number, String title, LocalDate day, String words, int status) {
        Post titled(String other) {
            return new Post(number, other, day, words, status);
        }

        Post on(LocalDate other) {
            return new Post(number, title, other, words, status);
        }

        Post saying(String other) {
            return new Post(number, title, day, other, status);
        }

        Post answering(int other) {
            return new Post(number, title, day, words, other);
        }

        String path() {
            return "/blog/groups-" + number + "/";
        }
    }

    URI home() {
        return site.address("/blog/");
    }

    Post post(int number) {
        return posts.computeIfAbsent(
                number,
                n -> new Post(
                        n,
                        "Cohesion in Groups of " + n,
                        n < OLD
                                ? LocalDate.of(2025, 1, 3).plusWeeks(n * 2L)
                                : LocalDate.of(2024, 12, 1).minusDays(n),
                        "they asked " + (100 + n) + " members how close they felt",
                        200));
    }

    /** Puts a post in the place of what had its number. */
    void put(Post post) {
        posts.put(post.number(), post);
        publish();
    }

    /** How many posts the list links. */
    void list(int most) {
        listed = most;
        publish();
    }

    /** Another mark-up from now on. */
    void redesign() {
        anew = true;
        publish();
    }

    /** Another host from now on; the one before answers no more. */
    void move() {
        site.close();
        site = new LegacySite();
        publish();
    }

    /** Over TLS from now on; where it was before leads there. */
    void secure(SSLContext keys) {
        LegacySite now = LegacySite.secure(keys);
        paths().forEach(path ->
                site.at(path, LegacySite.redirect(301, now.address(path).toString())));
        before.add(site);
        site = now;
        publish();
    }

    private Stream<String> paths() {
        return Stream.concat(Stream.of("/blog/"), posts.values().stream().map(Post::path));
    }

    private void publish() {
        String links = posts.values().stream()
                .filter(post -> post.status() != 404)
                .limit(listed)
                .map(post -> anew
                        ? "<li><h3 class=\"wp-block-post-title\"><a href=\"" + post.path() + "\">" + post.title()
                                + "</a></h3></li>"
                        : "<h2><a href=\"" + post.path() + "\">" + post.title() + "</a></h2>")
                .collect(Collectors.joining());
        site.at("/blog/", html("<title>Groups</title><h1>Groups</h1>" + (anew ? "<ul>" + links + "</ul>" : links)));
        posts.values()
                .forEach(post -> site.at(
                        post.path(),
                        post.status() == 200
                                ? html(anew ? modern(post) : plain(post))
                                : LegacySite.text(post.status(), "text/html", "not now")));
    }

    private static String plain(Post post) {
        return "<title>" + post.title() + "</title><article><h1>" + post.title() + "</h1><p>"
                + post.day().format(DAY)
                + "</p><p>" + citation(post) + "</p><p>" + text(post) + "</p><h4>Practice Implications</h4><p>"
                + implication(post) + "</p><p>Posted in: Sleep</p></article>";
    }

    private static String modern(Post post) {
        return "<title>" + post.title() + " – Groups</title><meta property=\"og:type\" content=\"article\"><meta"
                + " property=\"article:published_time\" content=\"" + post.day() + "T09:00:00+00:00\"><div"
                + " class=\"wp-site-blocks\"><header><a href=\"/blog/\">Groups</a></header><main><h1"
                + " class=\"wp-block-post-title\">" + post.title() + "</h1><div class=\"post-date\"><time datetime=\""
                + post.day() + "\">" + post.day().format(DAY) + "</time></div><div class=\"entry-content\"><p>"
                + citation(post) + "</p><p>" + text(post) + "</p><h3>Practice Implications</h3><p>" + implication(post)
                + "</p></div><div class=\"tags\">Posted in: <a rel=\"tag\" href=\"/blog/tag/sleep/\">Sleep</a></div>"
                + "</main><footer><p>Proudly made by hand</p></footer></div>";
    }

    private static String citation(Post post) {
        return "Author" + (char) ('a' + post.number() % 26) + ", B. (20" + (10 + post.number() % 15)
                + "). A trial with groups of " + post.number() + ". <em>Journal of Invented Groups, "
                + (10 + post.number()) + "</em>, 34-56.";
    }

    private static String text(Post post) {
        return "In groups of " + post.number() + " " + post.words()
                + ", and went on asking for a year. Those who felt close had fewer symptoms, r = .3"
                + post.number() % 10 + ".";
    }

    private static String implication(Post post) {
        return "Therapists may ask groups of " + post.number() + " how close they feel.";
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }

    @Override
    public void close() {
        site.close();
        before.forEach(LegacySite::close);
    }
}
