package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.precis.pipeline.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code precis try} as a user types it, over pages of a blog that nobody wrote a good profile for yet. */
class TryIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private Outcome tried(String input, String... more) {
        List<String> arguments = new ArrayList<>(List.of("try", input, "--sources", folder.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private OwlBlog blog(String labels) {
        return OwlBlog.in(folder).withProfile(labels);
    }

    @Test
    void showsEveryFieldWithWhatToldItAndStoresNothing() throws IOException {
        OwlBlog blog = blog("labels: {implications: [What owls conclude], topics: [Filed away in]}\n");
        List<Path> before = files();
        Outcome tried = tried(blog.page().toString());

        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(tried.out())
                .contains("https://owl.example/2020/03/post-1/  [one post]")
                .containsPattern("title +Walking and talking +\\(")
                .containsPattern("date +2020-03-14 +\\(")
                .containsPattern("author +Ann Owl +\\(")
                .containsPattern("citation +Roe, J., Doe, K., . . . Poe, L. \\(2014\\)")
                .containsPattern("body +2 paragraphs")
                .containsPattern("implications +1 paragraph")
                .containsPattern("unknown +Walking, Worry")
                .contains("nothing would be withheld");
        assertThat(tried.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(files()).isEqualTo(before);
        assertThat(Path.of("store")).doesNotExist();
    }

    @Test
    void theJsonHasExactlyTheAgreedFields() throws IOException {
        OwlBlog blog = blog("labels: {implications: [What owls conclude], topics: [Filed away in]}\n");
        OwlBlog.write(folder.resolve("owl/topics.ttl"), """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic> a skos:ConceptScheme .
            <topic/walking> a skos:Concept ; skos:prefLabel "Going for walks"@en ; skos:altLabel "Walking"@en ;
                skos:inScheme <topic> .
            """);
        JsonNode document = tried(blog.pages().toString(), "--format", "json").json();

        assertThat(names(document)).containsExactly("pages", "advice");
        assertThat(document.get("pages")).hasSize(3);
        for (JsonNode page : document.get("pages")) {
            assertThat(names(page)).containsExactly("address", "kind", "posts", "leftover");
            assertThat(page.get("kind").textValue()).isEqualTo("post");
            assertThat(page.get("leftover")).isNotEmpty().allMatch(JsonNode::isTextual);
            JsonNode post = page.get("posts").get(0);
            assertThat(names(post))
                    .containsExactly("title", "date", "author", "citations", "body", "implications", "topics");
            for (String field : List.of("title", "date", "author")) {
                assertThat(names(post.get(field))).containsExactly("value", "from");
                assertThat(post.get(field)).allMatch(value -> !value.textValue().isEmpty());
            }
            for (String field : List.of("citations", "body", "implications", "topics")) {
                assertThat(post.get(field)).as(field).isNotEmpty().allMatch(JsonNode::isTextual);
            }
            assertThat(post.get("topics").get(0).textValue()).isEqualTo("Going for walks");
        }
        assertThat(texts(document.get("advice")))
                .anyMatch(advice -> advice.startsWith("topics.ttl: ")
                        && advice.contains("\"Worry\" (3 ×)")
                        && !advice.contains("Walking"));
    }

    @Test
    void namesTheSettingThatMendsWhatIsMissing() throws IOException {
        OwlBlog blog = blog("");
        JsonNode before = tried(blog.pages().toString(), "--format", "json").json();
        blog.withProfile("labels: {implications: [What owls conclude], topics: [Filed away in]}\n");
        JsonNode after = tried(blog.pages().toString(), "--format", "json").json();

        assertThat(texts(before.get("advice")))
                .anyMatch(advice ->
                        advice.startsWith("labels.implications: ") && advice.contains("\"What owls conclude\""));
        assertThat(before.at("/pages/0/posts/0/implications")).isEmpty();
        assertThat(after.at("/pages/0/posts/0/implications")).hasSize(1);
        assertThat(texts(after.get("advice"))).noneMatch(advice -> advice.startsWith("labels.implications"));
    }

    @Test
    void exitsWithOneWhereSomethingWouldBeWithheld() {
        blog("");
        Path empty = folder.resolve("empty.html");
        OwlBlog.write(empty, "");
        Outcome text = tried(empty.toString());
        Outcome json = tried(empty.toString(), "--format", "json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).containsPattern("WITHHELD +the file is empty").contains("1 would be withheld");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.err()).contains("quarantined: empty.html");
    }

    @Test
    void drawsWhatEveryBlockWasTakenFor() throws IOException {
        OwlBlog blog = blog("labels: {implications: [What owls conclude], topics: [Filed away in]}\n");
        Path picture = folder.resolve("picture.html");
        Outcome tried = tried(blog.pages().resolve("post-3.html").toString(), "--picture", picture.toString());
        String html = Files.readString(picture);

        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains(block("title", "title", "Letters &lt;after&gt; the last session"))
                .contains(block("line", "date or author", "By Ann Owl on 14 May 2020"))
                .contains("<div class=\"block citation\"><span class=\"role\">citation</span><p>Roe, J., Doe, K., . . ."
                        + " Poe, L.")
                .contains("<div class=\"block body\"><span class=\"role\">text</span><p>In trial 6")
                .contains(block("label", "label of what follows", "What owls conclude"))
                .contains(block("implications", "implications", "Writers could ask whether someone would rather walk."))
                .contains(block("topics", "topics", "Filed away in Walking, Worry"))
                .contains("<div class=\"block leftover\"><span class=\"role\">left over</span><p>Owls who read us")
                .doesNotContain("<script", "http-equiv", "src=", "href=", "<after>", "/>\n<p");
    }

    private static String block(String kind, String words, String text) {
        return "<div class=\"block " + kind + "\"><span class=\"role\">" + words + "</span><p>" + text + "</p></div>";
    }

    @Test
    void refusesWhatIsNoUsage() {
        OwlBlog blog = blog("");

        assertThat(tried(folder.resolve("nothing").toString()).code()).isEqualTo(2);
        assertThat(tried(blog.page().toString(), "--format", "xml").code()).isEqualTo(2);
        assertThat(tried(blog.page().toString(), "--pages", "0").code()).isEqualTo(2);
        assertThat(tried(blog.page().toString(), "--source", "gull").code()).isEqualTo(2);
        assertThat(run("try", "--sources", folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void readsOnePageOfAnAddressOrSoManyOfACrawl() throws IOException {
        blog("labels: {implications: [What owls conclude], topics: [Filed away in]}\ncrawl: {delay: 0s}\n");
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            boolean page = path.matches("/post-[1-3]\\.html");
            byte[] body = page ? chained(path.charAt(6) - '1').getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page ? 200 : 404, page ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/post-1.html";
            Outcome refused = tried(address, "--source", "owl");
            Outcome one = tried(address, "--source", "owl", "--allow-private", "--format", "json");
            List<String> askedForOne = List.copyOf(asked);
            Outcome crawl = tried(address, "--source", "owl", "--allow-private", "--format", "json", "--pages", "9");

            assertThat(refused.code()).isEqualTo(1);
            assertThat(one.code()).as(one.err()).isZero();
            assertThat(one.json().get("pages")).hasSize(1);
            assertThat(askedForOne).containsExactly("/robots.txt", "/post-1.html");
            assertThat(crawl.json().get("pages")).hasSize(3);
        } finally {
            server.stop(0);
        }
    }

    private static String chained(int post) {
        return OwlBlog.page(post)
                .replaceFirst("<link rel=.canonical.*", "")
                .replace("/about/", "/post-" + (post + 2) + ".html");
    }

    @Test
    void showsTheSampleArchiveWithNothingToMendButNames() throws IOException {
        Outcome tried = run(
                "try",
                Sources.FOLDER.resolve("sleep-letter").toString(),
                "--sources",
                Sources.FOLDER.toString(),
                "--format",
                "json");

        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(texts(tried.json().get("advice"))).allMatch(advice -> advice.startsWith("author: "));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
