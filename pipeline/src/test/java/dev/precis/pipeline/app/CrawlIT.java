package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Verification;
import dev.precis.sparql.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crawls of a server that behaves as the legacy blog, over real HTTP, with everything real behind. */
class CrawlIT {
    private static final SourceProfile PROFILE =
            new SourceProfiles("test").read(Path.of("src", "test", "resources", "sources", "legacy"));

    @TempDir
    private Path store;

    private final LegacySite site = new LegacySite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void findsEveryPostWithAllItsTopicsAndTypesAndAsksForEachPageOnce() {
        try (GraphArchive archive = GraphArchive.open(store)) {
            Tally tally = crawl(archive);

            assertThat(tally.of(Novelty.NEW)).isEqualTo(32);
            assertThat(filtersByTitle(archive)).isEqualTo(filtersByTitle(site.posts()));
            // robots.txt keeps us from one page that the others link to
            assertThat(tally.notices()).extracting(Notice::code).containsExactly("forbidden");
            assertThat(tally.refused()).isEmpty();
        }
        assertThat(site.requests()).doesNotHaveDuplicates().hasSizeLessThan(60);
        assertThat(site.requestsForRobots()).isEqualTo(1);
    }

    @Test
    void aSecondCrawlChangesNothing() {
        try (GraphArchive archive = GraphArchive.open(store)) {
            crawl(archive);
            byte[] before = export(archive);
            int requests = site.requests().size();
            Tally again = crawl(archive);

            assertThat(again.of(Novelty.UNCHANGED)).isEqualTo(32);
            assertThat(again.of(Novelty.NEW) + again.of(Novelty.CHANGED)).isZero();
            assertThat(export(archive)).isEqualTo(before);
            assertThat(site.requests()).hasSize(2 * requests);
            // seven pages of the listing of all posts, the one past the end included, have validators
            assertThat(site.notModified()).isEqualTo(7);
        }
    }

    @Test
    void aPostMoreIsOneSummaryMoreThoughAllOthersSlide() {
        try (GraphArchive archive = GraphArchive.open(store)) {
            crawl(archive);
            Set<String> before = contents(archive);
            site.publish(new LegacySite.Post(
                    "Is There Anything New?", YearMonth.of(2024, 1), Set.of("cat_2=13", "cat_1=26")));
            Tally tally = crawl(archive);

            assertThat(tally.of(Novelty.NEW)).isEqualTo(1);
            assertThat(tally.of(Novelty.UNCHANGED)).isEqualTo(32);
            assertThat(tally.of(Novelty.CHANGED)).isZero();
            Set<String> added = contents(archive);
            added.removeAll(before);
            assertThat(added)
                    .singleElement()
                    .asString()
                    .startsWith(PROFILE.root() + "summary/2024-01/is-there-anything-new ");
            assertThat(filtersByTitle(archive)).isEqualTo(filtersByTitle(site.posts()));
        }
    }

    private static Set<String> contents(GraphArchive archive) {
        return archive.entries().stream()
                .map(entry -> entry.graph() + " " + entry.content() + " " + entry.modified())
                .collect(Collectors.toSet());
    }

    @Test
    void aListingThatFailsTakesNoTopicAway() {
        try (GraphArchive archive = GraphArchive.open(store)) {
            crawl(archive);
            byte[] before = export(archive);
            site.at("/pprnet/blog?cat_2=12", LegacySite.text(500, "text/html", "broken"));
            Tally tally = crawl(archive);

            assertThat(tally.notices()).extracting(Notice::code).contains("unreachable");
            assertThat(tally.of(Novelty.UNCHANGED)).isEqualTo(32);
            assertThat(export(archive)).isEqualTo(before);
        }
    }

    @Test
    void aTopicThatTheBlogTakesBackIsTakenBack() {
        LegacySite.Post wrong =
                new LegacySite.Post("Wrongly Filed", YearMonth.of(2024, 1), Set.of("cat_2=13", "cat_2=14", "cat_1=26"));
        LegacySite.Post right =
                new LegacySite.Post("Wrongly Filed", YearMonth.of(2024, 1), Set.of("cat_2=14", "cat_1=26"));
        try (GraphArchive archive = GraphArchive.open(store)) {
            site.publish(wrong);
            crawl(archive);
            site.replace(wrong, right);
            Tally tally = crawl(archive);

            assertThat(tally.of(Novelty.CHANGED)).isEqualTo(1);
            assertThat(filtersByTitle(archive).get("Wrongly Filed")).isEqualTo(right.filters());
        }
    }

    @Test
    void aCrawlThatDiesHasKeptWhatItReadAndTheNextOneAsksForTheRest() {
        PrintWriter dying = new PrintWriter(new StringWriter()) {
            private int pages;

            @Override
            public void print(String text) {
                pages++;
                if (pages == 20) {
                    throw new IllegalStateException("the process dies");
                }
            }
        };
        try (GraphArchive archive = GraphArchive.open(store)) {
            Reading reading = new Reading(archive, true, new Progress(dying, true), Duration.ZERO);
            assertThatThrownBy(() -> crawl(reading)).hasMessage("the process dies");
        }
        int requests = site.requests().size();

        try (GraphArchive archive = GraphArchive.open(store)) {
            assertThat(archive.registrations()).isNotEmpty();
            assertThat(Verification.ofArchive(archive)).isEmpty();
            Tally tally = crawl(archive);

            assertThat(tally.of(Novelty.NEW)).isLessThan(32);
            assertThat(tally.summaries()).isEqualTo(32);
            assertThat(filtersByTitle(archive)).isEqualTo(filtersByTitle(site.posts()));
        }
        assertThat(requests).isLessThan(site.requests().size());
    }

    private Tally crawl(GraphArchive archive) {
        return crawl(new Reading(archive, true, new Progress(new PrintWriter(new StringWriter()), false)));
    }

    private Tally crawl(Reading reading) {
        return reading.read(Map.of(PROFILE, List.of(new Inputs.Input.Address(site.address("/pprnet/blog?p=3")))));
    }

    private static byte[] export(GraphArchive archive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(archive, "", Ontology.context()).write(Export.Format.NQUADS, out);
        return out.toByteArray();
    }

    private static Map<String, Set<String>> filtersByTitle(List<LegacySite.Post> posts) {
        Map<String, Set<String>> filters = new TreeMap<>();
        posts.forEach(post -> filters.put(post.title(), new TreeSet<>(post.filters())));
        return filters;
    }

    /** What the archive knows, told in the words of the site. */
    private static Map<String, Set<String>> filtersByTitle(GraphArchive archive) {
        Map<String, Set<String>> filters = new TreeMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            if (entry.graph().startsWith(PROFILE.root() + "summary/")) {
                Model model =
                        ModelFactory.createModelForGraph(archive.read(entry).graph());
                Resource summary = model.getResource(entry.graph());
                String title = summary.getProperty(model.createProperty("http://schema.org/headline"))
                        .getString();
                Set<String> known = new TreeSet<>();
                summary.listProperties(DCTerms.subject)
                        .forEach(topic -> known.add("cat_2=" + number(topic.getResource())));
                summary.listProperties(DCTerms.type).forEach(type -> known.add("cat_1=" + number(type.getResource())));
                assertThat(filters.put(title, known))
                        .as("two summaries: " + title)
                        .isNull();
            }
        }
        return filters;
    }

    private static String number(Resource concept) {
        return concept.getURI().replaceFirst(".*/", "");
    }
}
