package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Pages.StatisticCount;
import dev.precis.sparql.page.PlotWording;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.site.section.Figures.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of numbers that the summaries of a blog report, and a page with all numbers of each kind. */
public final class StatisticPages implements Section {
    private static final String TITLE = "results";

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
                return Optional.of(list(edition, blog, iri));
            }
            return iri.startsWith(list + "/")
                    ? Optional.ofNullable(byPage(edition, blog).get(iri))
                            .map(counted -> statistic(edition, blog, iri, counted))
                    : Optional.empty();
        });
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .map(b -> new NavigationEntry(50, Phrases.of(b.language()).say(TITLE), Places.statistics(b)))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap(blog ->
                        Stream.concat(Stream.of(Places.statistics(blog)), byPage(edition, blog).keySet().stream()));
    }

    /** How many numbers there are on each page, by its address. */
    private Map<String, StatisticCount> byPage(Edition edition, Blog blog) {
        Figures figures = Figures.of(edition, catalogue);
        Map<String, StatisticCount> pages = new LinkedHashMap<>();
        for (Card card : Summaries.of(edition, catalogue, blog).cards()) {
            for (Mark mark : figures.of(card)) {
                String page = page(blog, mark.statistic());
                pages.merge(page, one(page, mark), StatisticPages::sum);
            }
        }
        return pages;
    }

    private static String page(Blog blog, Statistic statistic) {
        return Places.statistic(blog, statistic.key());
    }

    private static StatisticCount one(String page, Mark mark) {
        return new StatisticCount(
                new Named(page, mark.statistic().label()),
                mark.statistic(),
                1,
                mark.result() ? 1 : 0,
                mark.bounded() ? 1 : 0);
    }

    private static StatisticCount sum(StatisticCount some, StatisticCount one) {
        return new StatisticCount(
                some.page(),
                some.statistic(),
                some.estimates() + one.estimates(),
                some.results() + one.results(),
                some.intervals() + one.intervals());
    }

    private Document list(Edition edition, Blog blog, String iri) {
        List<StatisticCount> counts = byPage(edition, blog).values().stream()
                .sorted(Comparator.comparing((StatisticCount count) -> -count.estimates())
                        .thenComparing(count -> count.page().name()))
                .toList();
        return document(
                iri,
                () -> figures(edition, blog, any -> true, Integer.MAX_VALUE),
                links -> Pages.statistics(
                        frame(edition, blog, Phrases.of(blog.language()).say(TITLE), iri, links, List.of()),
                        counts,
                        Places.review(blog)));
    }

    private Document statistic(Edition edition, Blog blog, String iri, StatisticCount counted) {
        Named list =
                new Named(Places.statistics(blog), Phrases.of(blog.language()).say(TITLE));
        String title = PlotWording.heading(Phrases.of(blog.language()), counted.statistic());
        Predicate<Statistic> wanted = statistic -> page(blog, statistic).equals(iri);
        return document(
                iri,
                () -> figures(edition, blog, wanted, Integer.MAX_VALUE),
                links -> Pages.statistic(
                        frame(edition, blog, title, iri, links, List.of(list)),
                        counted,
                        figures(edition, blog, wanted, Figure.SHOWN),
                        Figures.of(edition, catalogue)
                                .plots(Summaries.of(edition, catalogue, blog).cards(), wanted, catalogue)));
    }

    /** The newest numbers of a kind. */
    private List<Figure> figures(Edition edition, Blog blog, Predicate<Statistic> wanted, int most) {
        Figures figures = Figures.of(edition, catalogue);
        List<Item> items = new ArrayList<>();
        int found = 0;
        for (Card card :
                figures.having(Summaries.of(edition, catalogue, blog).cards(), mark -> wanted.test(mark.statistic()))) {
            if (found < most) {
                items.add(card.item());
                found += (int) figures.of(card).stream()
                        .map(Mark::statistic)
                        .filter(wanted)
                        .count();
            }
        }
        return catalogue.figures(items).stream()
                .filter(figure -> wanted.test(figure.statistic()))
                .limit(most)
                .toList();
    }

    private static Document document(String iri, Supplier<List<Figure>> figures, Function<List<Link>, String> html) {
        return new Document(
                iri, false, Places.page(iri), List.of(), List.of(new Content.Page(html), Figures.rows(figures)));
    }

    private Frame frame(Edition edition, Blog blog, String title, String iri, List<Link> links, List<Named> trail) {
        return edition.frames()
                .frame(
                        Optional.of(blog),
                        title,
                        title + Phrases.of(blog.language()).say("colon") + blog.name(),
                        iri,
                        links,
                        List.of(),
                        trail);
    }
}
