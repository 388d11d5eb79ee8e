package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.site.Cards;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Edition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The published numbers of all summaries, those of the newest first. */
record Figures(List<Figure> all) {
    private static final Map<String, Function<Figure, String>> COLUMNS = columns();

    Figures {
        all = List.copyOf(all);
    }

    /** Found once an edition. */
    static Figures of(Edition edition, Catalogue catalogue) {
        return edition.once(
                Figures.class,
                () -> new Figures(catalogue.figures(
                        Card.items(Cards.of(edition, catalogue).all()))));
    }

    /** Those of one blog. */
    List<Figure> of(Blog blog) {
        return all.stream()
                .filter(figure ->
                        IriTemplate.SUMMARY.isOf(blog.root(), figure.item().iri()))
                .toList();
    }

    /** Those of some summaries. */
    List<Figure> of(Collection<Item> items) {
        var iris = items.stream().map(Item::iri).collect(Collectors.toSet());
        return all.stream().filter(figure -> iris.contains(figure.item().iri())).toList();
    }

    /** The numbers as a table, each with all that is known of it. */
    static Content.Rows rows(Supplier<List<Figure>> figures) {
        return new Content.Rows(
                List.copyOf(COLUMNS.keySet()),
                () -> figures.get().stream()
                        .map(figure -> COLUMNS.values().stream()
                                .map(column -> column.apply(figure))
                                .toList())
                        .toList());
    }

    private static Map<String, Function<Figure, String>> columns() {
        Map<String, Function<Figure, String>> columns = new LinkedHashMap<>();
        columns.put("summary", figure -> figure.item().iri());
        columns.put("title", figure -> figure.item().title());
        columns.put("date", figure -> figure.item().date().text());
        columns.put("study", figure -> figure.study().name());
        columns.put("work", figure -> figure.study().iri());
        columns.put("doi", figure -> figure.study().doi());
        columns.put("finding", Figure::finding);
        columns.put("sentence", Figure::text);
        columns.put("role", Figure::role);
        columns.put("predictor", figure -> figure.contrast().predictor());
        columns.put("comparator", figure -> figure.contrast().comparator());
        columns.put("outcome", figure -> figure.contrast().outcome());
        columns.put("statistic", figure -> figure.statistic().iri());
        columns.put("statistic_label", figure -> figure.statistic().label());
        columns.put("symbol", figure -> figure.statistic().symbol());
        put(columns, "estimate", Estimate::iri);
        put(columns, "relation", Estimate::relation);
        put(columns, "value", Estimate::value);
        put(columns, "upper_value", Estimate::upperValue);
        put(columns, "unit", Estimate::unit);
        put(columns, "ci_level", Estimate::ciLevel);
        put(columns, "ci_lower", Estimate::ciLower);
        put(columns, "ci_upper", Estimate::ciUpper);
        put(columns, "standard_error", Estimate::standardError);
        put(columns, "standard_deviation", Estimate::standardDeviation);
        put(columns, "df", Estimate::df);
        put(columns, "df2", Estimate::df2);
        put(columns, "p_relation", Estimate::pRelation);
        put(columns, "p_value", Estimate::pValue);
        putSample(columns, "n_relation", Sample::relation);
        putSample(columns, "n", Sample::size);
        putSample(columns, "studies", Sample::studies);
        columns.put("no_effect", figure -> figure.statistic().nullValue());
        put(columns, "as_printed", Estimate::asPrinted);
        columns.put("flags", figure -> figure.flags().stream().map(Flag::label).collect(Collectors.joining("; ")));
        return columns;
    }

    private static void put(
            Map<String, Function<Figure, String>> columns, String name, Function<Estimate, String> value) {
        columns.put(name, figure -> value.apply(figure.estimate()));
    }

    private static void putSample(
            Map<String, Function<Figure, String>> columns, String name, Function<Sample, String> value) {
        columns.put(name, figure -> value.apply(figure.sample()));
    }
}
