package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.Studies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

/** The blogs of the studies as if they were French: whatever is then English is theirs, or says that it is. */
class PagesInFrenchTest {
    private static final Site SITE = Studies.site(french(Studies.withEvidence()));
    private static final Pattern PARTS = Pattern.compile("\\{[0-9]\\}|\\[[^\\]]*\\]");
    private static final Pattern OF_NO_BLOG =
            Pattern.compile("(?:queries|sparql|ns|flag|statistic|comparator|dump)(?:\\.html|/.*)?");

    @Test
    void pagesSayNothingInEnglish() {
        Set<String> english = spoken(Locale.ROOT);
        Set<String> french = spoken(Locale.FRENCH);
        english.removeAll(french);
        List<String> pages = pages();

        assertThat(pages)
                .hasSizeGreaterThan(20)
                .allSatisfy(page -> assertThat(english)
                        .filteredOn(text(page)::contains)
                        .as(page)
                        .isEmpty());
        // whatever is not found above would be found if it were there
        String all = pages.stream().map(PagesInFrenchTest::text).collect(Collectors.joining());
        assertThat(french.stream().filter(all::contains)).hasSizeGreaterThan(40);
    }

    @Test
    void datesNumbersAndKindsOfNumbersAreFrench() {
        assertThat(text("summary/2021-03/walking-while-talking"))
                .contains("<html lang=\"fr\">")
                .contains("mars 2021", "g de Hedges", "IC à 95\u00a0%")
                .doesNotContain(">March 2021<", "Hedges' g =");
        assertThat(text("search?q=walking&topic=nothing"))
                .contains("Il n’y a pas de thème «\u00a0nothing\u00a0» ici", "Recherche\u00a0: “walking”");
        assertThat(text("no-such-page")).contains("Il n’y a rien à <code>/no-such-page</code>.");
    }

    @Test
    void aLanguageWithoutWordsIsAnsweredInEnglishThatSaysSo() {
        Site dutch = Studies.site(inLanguage(Studies.dataset(), "nl"));

        assertThat(new String(dutch.get("search", "text/html").body(), StandardCharsets.UTF_8))
                .contains("<html lang=\"nl\">", "<footer lang=\"en\">", "<nav aria-label=\"Sections\" lang=\"en\">");
        assertThat(text("search")).contains("<footer>", "<nav aria-label=\"Rubriques\">");
    }

    /** What is said between values and links, as far as it is long enough not to be said by chance. */
    private static Set<String> spoken(Locale language) {
        ResourceBundle messages = ResourceBundle.getBundle("dev.precis.sparql.language.phrases", language);
        return messages.keySet().stream()
                // patterns, and what the blogs here begin their own announcements with
                .filter(key -> !key.startsWith("date.") && !key.equals("home.this-month"))
                .flatMap(key -> Stream.of(PARTS.split(messages.getString(key))))
                .map(part -> part.replaceAll("^[\\s,.:;()]+|[\\s,.:;()]+$", ""))
                .filter(part -> part.split(" ").length > 1)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>();
        SITE.resources()
                .map(address -> address.substring(BASE.length()))
                .filter(path -> !OF_NO_BLOG.matcher(path).matches())
                .forEach(path -> Stream.of(path, path + ".html")
                        .filter(one -> SITE.get(one, "text/html").status() == 200)
                        .findFirst()
                        .ifPresent(pages::add));
        pages.add("search?q=rupture");
        pages.add("search?q=zebra");
        pages.add("no-such-page");
        return pages;
    }

    private static String text(String path) {
        return new String(SITE.get(path, "text/html").body(), StandardCharsets.UTF_8);
    }

    private static DatasetGraph french(DatasetGraph dataset) {
        return inLanguage(dataset, "fr");
    }

    private static DatasetGraph inLanguage(DatasetGraph dataset, String tag) {
        Txn.executeWrite(dataset, () -> {
            List<Quad> blogs = new ArrayList<>();
            dataset.find(Node.ANY, Node.ANY, Schema.inLanguage.asNode(), Node.ANY)
                    .forEachRemaining(blogs::add);
            blogs.forEach(quad -> {
                dataset.delete(quad);
                dataset.add(
                        quad.getGraph(), quad.getSubject(), quad.getPredicate(), NodeFactory.createLiteralString(tag));
            });
        });
        return dataset;
    }
}
