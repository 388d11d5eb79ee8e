package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real WordPress answered, read by crawl, by feed, by its export and by its list of posts. */
class WordPressIT {
    private static final Path RECORDED = Path.of("src", "test", "resources", "wordpress");
    private static final Path CLASSIC = RECORDED.resolve("twentytwentyone");
    private static final Path SOURCE = Path.of("..", "bench", "wordpress.d", "sources", "quiet-hour");
    private static final String SCHEMA = "http://schema.org/";

    @TempDir
    private Path folder;

    private final List<RecordedBlog> blogs = new ArrayList<>();

    /** A published summary, without its name; lines of the text sorted. */
    private record Read(
            String title,
            String date,
            String authors,
            List<String> citations,
            List<String> body,
            List<String> implications,
            List<String> topics) {}

    @AfterEach
    void close() {
        blogs.forEach(RecordedBlog::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twentytwentyone", "twentytwentythree"})
    void eachWayLeadsToTheSameSummariesUnderTheSameNames(String theme) throws IOException {
        RecordedBlog blog = blog(CLASSIC, RECORDED.resolve(theme));
        SourceProfile profile = profile(blog);
        Path export = Files.writeString(folder.resolve("export.xml"), blog.text(CLASSIC.resolve("export.xml")));

        Map<String, Read> fed = read(profile, "feed", web(blog.address() + "/feed/"));
        assertThat(fed.values()).containsExactlyInAnyOrderElementsOf(wanted(blog, profile));
        assertThat(read(profile, "export", new Inputs.Input.Files(export))).isEqualTo(fed);
        assertThat(read(profile, "rest", web(blog.address() + "/wp-json/wp/v2/posts?per_page=3")))
                .isEqualTo(fed);
        Map<String, Read> crawled = read(profile, "crawl", web(blog.address() + "/"));
        assertThat(crawled).containsOnlyKeys(fed.keySet());
        if (theme.equals("twentytwentyone")) {
            // its lists have day and categories below the excerpt, which are read as those of the next post: topics too
            // many, and the names of two posts of one title the other way round
            assertThat(withoutTopics(crawled)).containsExactlyInAnyOrderElementsOf(withoutTopics(fed));
        } else {
            assertThat(crawled).isEqualTo(fed);
        }
    }

    @Test
    void aMendedTitleKeepsItsNameInACrawl() throws IOException {
        RecordedBlog blog = blog(CLASSIC);
        SourceProfile profile = profile(blog);
        Map<String, Read> before = read(profile, "crawl", web(blog.address() + "/"));
        JsonNode naps = new ObjectMapper()
                .readTree(blog.text(CLASSIC.resolve("want.json")))
                .path("posts")
                .path(0);
        blog.edit(URI.create(naps.path("address").asText()), page -> page.replace("Naps at noon", "Sleep at noon"));
        Map<String, Read> after = read(profile, "crawl", web(blog.address() + "/"));

        assertThat(after).hasSameSizeAs(before).containsOnlyKeys(before.keySet());
        assertThat(after.values())
                .extracting(Read::title)
                .contains("Sleep at noon: does twenty minutes help?")
                .doesNotContain(naps.path("title").asText());
    }

    @Test
    void theMarkUpIsTheSameWhicheverWayItCame() throws IOException {
        RecordedBlog blog = blog(CLASSIC);
        SourceProfile profile = profile(blog);
        Path export = folder.resolve("export.xml");
        Files.writeString(export, blog.text(CLASSIC.resolve("export.xml")));
        read(profile, "crawl", web(blog.address() + "/"));
        read(profile, "list", web(blog.address() + "/wp-json/wp/v2/posts?per_page=3"));
        read(profile, "export", new Inputs.Input.Files(export));
        Map<String, String> crawled = rich(profile, "crawl");

        assertThat(crawled).hasSizeGreaterThanOrEqualTo(10);
        assertThat(rich(profile, "list")).isEqualTo(crawled);
        assertThat(rich(profile, "export")).isEqualTo(crawled);
    }

    /** What is kept of mark-up in the store of that name, by the name of the summary. */
    private Map<String, String> rich(SourceProfile profile, String store) {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("stores").resolve(store))) {
            Map<String, String> rich = new TreeMap<>();
            archive.entries().stream()
                    .filter(entry -> entry.graph().startsWith(profile.root() + "summary/"))
                    .forEach(entry -> ModelFactory.createModelForGraph(
                                    archive.read(entry).graph())
                            .getResource(entry.graph())
                            .listProperties()
                            .filterKeep(
                                    said -> said.getPredicate().getLocalName().startsWith("rich"))
                            .forEach(said -> rich.put(
                                    entry.graph() + " " + said.getPredicate().getLocalName(), said.getString())));
            return rich;
        }
    }

    private static List<Read> withoutTopics(Map<String, Read> summaries) {
        return summaries.values().stream()
                .map(read -> new Read(
                        read.title(),
                        read.date(),
                        read.authors(),
                        read.citations(),
                        read.body(),
                        read.implications(),
                        List.of()))
                .toList();
    }

    private RecordedBlog blog(Path... folders) throws IOException {
        RecordedBlog blog = new RecordedBlog(folders);
        blogs.add(blog);
        return blog;
    }

    private SourceProfile profile(RecordedBlog blog) throws IOException {
        Path source = Files.createDirectories(folder.resolve("quiet-hour"));
        Files.writeString(
                source.resolve("profile.yaml"),
                Files.readString(SOURCE.resolve("profile.yaml")).replace("BLOG_HOME", blog.address() + "/"));
        Files.writeString(source.resolve("topics.ttl"), Files.readString(SOURCE.resolve("topics.ttl")));
        return new SourceProfiles("test").read(source);
    }

    private static Inputs.Input web(String address) {
        return new Inputs.Input.Address(URI.create(address));
    }

    /** What is published after a reading into the store of that name, by name. */
    private Map<String, Read> read(SourceProfile profile, String store, Inputs.Input input) {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("stores").resolve(store))) {
            Progress quiet = new Progress(new PrintWriter(new StringWriter()), false);
            Tally tally =
                    new Reading(archive, true, quiet, Duration.ofMinutes(10)).read(Map.of(profile, List.of(input)));
            assertThat(tally.of(Novelty.NEW) + tally.of(Novelty.CHANGED) + tally.of(Novelty.UNCHANGED))
                    .as(store)
                    .isEqualTo(tally.summaries());
            Map<String, Read> read = new TreeMap<>();
            archive.entries().stream()
                    .filter(entry -> entry.graph().startsWith(profile.root() + "summary/"))
                    .forEach(entry -> read.put(
                            entry.graph(),
                            summary(ModelFactory.createModelForGraph(
                                            archive.read(entry).graph())
                                    .getResource(entry.graph()))));
            return read;
        }
    }

    private static Read summary(Resource summary) {
        Model model = summary.getModel();
        return new Read(
                text(summary, "headline"),
                text(summary, "datePublished"),
                summary.listProperties(model.createProperty(SCHEMA + "author"))
                        .mapWith(author -> text(author.getResource(), "name"))
                        .toList()
                        .toString(),
                summary.listProperties(model.createProperty(SCHEMA + "citation"))
                        .mapWith(work ->
                                work.getProperty(DCTerms.bibliographicCitation).getString())
                        .toList(),
                text(summary, "articleBody")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("A window in the clinic, picture"))
                        .sorted()
                        .toList(),
                summary
                        .listProperties(model.createProperty("https://w3id.org/precis/ns#practiceImplication"))
                        .mapWith(advice -> advice.getResource())
                        .toList()
                        .stream()
                        .sorted(Comparator.comparing(advice -> Integer.valueOf(text(advice, "position"))))
                        .map(advice -> text(advice, "text"))
                        .toList(),
                summary
                        .listProperties(DCTerms.subject)
                        .mapWith(topic -> topic.getResource().getURI().replaceFirst(".*/", ""))
                        .toList()
                        .stream()
                        .sorted()
                        .toList());
    }

    private static String text(Resource subject, String property) {
        Statement statement = subject.getProperty(subject.getModel().createProperty(SCHEMA + property));
        return statement == null ? "" : statement.getString();
    }

    /** What a person reads there. */
    private static List<Read> wanted(RecordedBlog blog, SourceProfile profile) throws IOException {
        Map<String, String> slugs = new HashMap<>();
        for (String line : Files.readAllLines(profile.folder().resolve("topics.ttl"))) {
            if (line.startsWith("<topic/")) {
                slugs.put(
                        line.replaceFirst(".*prefLabel \"([^\"]*)\".*", "$1"),
                        line.replaceFirst("<topic/([^>]*)>.*", "$1"));
            }
        }
        List<Read> wanted = new ArrayList<>();
        for (JsonNode post : new ObjectMapper()
                .readTree(blog.text(CLASSIC.resolve("want.json")))
                .path("posts")) {
            wanted.add(new Read(
                    post.path("title").asText(),
                    post.path("date").asText(),
                    "[" + post.path("author").asText() + "]",
                    texts(post.path("citation")),
                    texts(post.path("body")).stream().sorted().toList(),
                    texts(post.path("implications")),
                    texts(post.path("topics")).stream()
                            .map(name -> slugs.getOrDefault(name, name))
                            .sorted()
                            .toList()));
        }
        return wanted;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
