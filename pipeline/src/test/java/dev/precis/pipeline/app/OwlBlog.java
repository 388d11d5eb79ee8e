package dev.precis.pipeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small blog of ours as its pages were saved: three posts of a usual theme, and a profile that knows too little. */
final class OwlBlog {
    static final String HOME = "https://owl.example/";
    static final List<String> TITLES =
            List.of("Walking and talking", "Waiting lists & worry", "Letters <after> the last session");

    private final Path sources;

    private OwlBlog(Path sources) {
        this.sources = sources;
    }

    static OwlBlog in(Path sources) {
        OwlBlog blog = new OwlBlog(sources);
        for (int post = 0; post < TITLES.size(); post++) {
            write(blog.pages().resolve("post-" + (post + 1) + ".html"), page(post));
        }
        return blog;
    }

    /** The folder of the saved pages. */
    Path pages() {
        return sources.resolve("owl").resolve("archive");
    }

    Path page() {
        return pages().resolve("post-1.html");
    }

    OwlBlog withProfile(String labels) {
        write(sources.resolve("owl/profile.yaml"), """
            name: Owl Notes
            home: https://owl.example/
            publisher: The Owls
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + labels);
        return this;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(int post) {
        return """
            <p>Roe, J., Doe, K., . . . Poe, L. (201%1$d). Steps beside each other: Trial %1$d. Journal of Invented Walks, %1$d(2), 11–25.</p>
            <p>In trial %1$d of this blog, %1$d40 people who had waited for months were asked to walk beside a
            listener for an hour a week; the others sat in a room, as people do, and were listened to there.</p>
            <p>%2$s worry fell in both groups, and by half a point more in the one that walked (d = 0.%1$d4).</p>
            <h2>What owls conclude</h2>
            <p>%2$s could ask whether someone would rather walk.</p>
            """.formatted(
                        post + 4, List.of("Listeners", "Waiters", "Writers").get(post));
    }

    static String page(int post) {
        String title = TITLES.get(post).replace("&", "&amp;").replace("<", "&lt;");
        return """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>%1$s – Owl Notes</title>
            <link rel="canonical" href="https://owl.example/2020/0%2$d/post-%5$d/">
            <meta property="og:site_name" content="Owl Notes"><meta property="og:type" content="article">
            <meta property="article:published_time" content="2020-0%2$d-14T10:00:00+00:00"></head>
            <body><div class="site"><nav><a href="/">Home</a> <a href="/about/">About</a></nav>
            <article class="post hentry"><h1 class="entry-title">%1$s</h1>
            <p class="byline">By <a rel="author" href="/author/ann/">Ann Owl</a> on 14 %4$s 2020</p>
            <div class="entry-content">%3$s</div>
            <p class="cats">Filed away in <a rel="category tag" href="/category/walking/">Walking</a>,
            <a rel="tag" href="/tag/worry/">Worry</a></p></article>
            <div class="box"><p>Owls who read us also read the letter that we send on Sundays.</p></div></div></body></html>
            """.formatted(
                title, post + 3, content(post), List.of("March", "April", "May").get(post), post + 1);
    }
}
