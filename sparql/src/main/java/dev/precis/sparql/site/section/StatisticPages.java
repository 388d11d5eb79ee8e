package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Pages.StatisticCount;
import dev.precis.sparql.page.PlotWording;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.NavigationEntry;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of numbers that the summaries of a blog report, and a page with all numbers of each kind. */
public final class StatisticPages implements Section {
    private static final String TITLE = "Statistics";

    private final Catalogue catalogue;

    public StatisticPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        return edition.blogOf(iri).flatMap(blog -> {
            String list = Places.statistics(blog);
            if (iri.equals(list)) {
                return Optional.of(
                        list(edition, blog, iri, Figures.of(edition, catalogue).of(blog)));
            }
            return iri.startsWith(list + "/")
                    ? byPage(edition, blog).entrySet().stream()
                            .filter(page -> page.getKey().equals(iri))
                            .findFirst()
                            .map(page -> statistic(edition, blog, iri, page.getValue()))
                    : Optional.empty();
        });
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .map(b -> new NavigationEntry(50, TITLE, Places.statistics(b)))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap(blog ->
                        Stream.concat(Stream.of(Places.statistics(blog)), byPage(edition, blog).keySet().stream()));
    }

    private Map<String, List<Figure>> byPage(Edition edition, Blog blog) {
        return byPage(blog, Figures.of(edition, catalogue).of(blog));
    }

    private static Map<String, List<Figure>> byPage(Blog blog, List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> Places.statistic(blog, figure.statistic().key()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private Document list(Edition edition, Blog blog, String iri, List<Figure> figures) {
        List<StatisticCount> counts = byPage(blog, figures).entrySet().stream()
                .map(page -> count(page.getKey(), page.getValue()))
                .sorted(Comparator.comparing((StatisticCount count) -> -count.estimates())
                        .thenComparing(count -> count.page().name()))
                .toList();
        return document(
                iri,
                figures,
                links -> Pages.statistics(
                        frame(edition, blog, TITLE, iri, links, List.of()), counts, Places.review(blog)));
    }

    private static StatisticCount count(String page, List<Figure> figures) {
        Statistic statistic = figures.getFirst().statistic();
        return new StatisticCount(
                new Named(page, statistic.label()),
                statistic,
                figures.size(),
                (int) figures.stream().filter(Figure::isResult).count(),
                (int) figures.stream()
                        .filter(figure -> !figure.estimate().ciLower().isEmpty())
                        .count());
    }

    private Document statistic(Edition edition, Blog blog, String iri, List<Figure> figures) {
        Statistic statistic = figures.getFirst().statistic();
        Named list = new Named(Places.statistics(blog), TITLE);
        String title = PlotWording.capital(statistic.label());
        return document(
                iri,
                figures,
                links -> Pages.statistic(frame(edition, blog, title, iri, links, List.of(list)), statistic, figures));
    }

    private static Document document(String iri, List<Figure> figures, Function<List<Link>, String> html) {
        return new Document(
                iri, false, Places.page(iri), List.of(), List.of(new Content.Page(html), Figures.rows(() -> figures)));
    }

    private Frame frame(Edition edition, Blog blog, String title, String iri, List<Link> links, List<Named> trail) {
        return edition.frames()
                .frame(Optional.of(blog), title, title + ": " + blog.name(), iri, links, List.of(), trail);
    }
}
