package dev.precis.sparql.effect;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of effect sizes: a row a printed number, its columns named as metafor and its kin name them. A column holds
 * numbers alone or texts alone; what is not known is empty.
 */
public final class EffectSizes {
    private static final List<Column> COLUMNS = List.of(
            text("study", row -> row.figure().study().name()),
            number("year", row -> row.figure().study().year()),
            number("yi", row -> told(row.analysis().yi())),
            number("sei", row -> told(row.analysis().sei())),
            number("vi", row -> told(row.analysis().sei().map(error -> error * error))),
            text("measure", row -> row.figure().statistic().measure()),
            text("statistic", row -> row.figure().statistic().symbol()),
            text("relation", row -> row.estimate().relation()),
            number("value", row -> row.estimate().value()),
            number("value.ub", row -> row.estimate().upperValue()),
            text("unit", row -> row.estimate().unit()),
            number("ci.lb", row -> row.estimate().ciLower()),
            number("ci.ub", row -> row.estimate().ciUpper()),
            number("ci.level", row -> row.estimate().ciLevel()),
            text("ci.type", row -> row.estimate().intervalType()),
            number("se", row -> row.estimate().standardError()),
            text("p.relation", row -> row.estimate().pRelation()),
            number("p", row -> row.estimate().pValue()),
            number("ni", row -> row.estimate().size()),
            number("ki", row -> row.estimate().studies()),
            text("predictor", row -> row.figure().contrast().predictor()),
            text("comparator", row -> row.figure().contrast().comparator()),
            text(
                    "comparator.type",
                    row -> last(row.figure().contrast().comparatorType().iri())),
            text("outcome", row -> row.figure().contrast().outcome()),
            text("timepoint", row -> row.figure().contrast().timepoint()),
            text("subgroup", row -> row.figure().contrast().subgroup()),
            text("direction", row -> row.figure().contrast().favours()),
            text("role", row -> row.figure().role()),
            text(
                    "derived",
                    row -> row.analysis().derived().stream().map(Formula::told).collect(Collectors.joining(" "))),
            text("converted.from", row -> row.converted().from()),
            number("d", row -> value(row.converted().d())),
            number("d.sei", row -> error(row.converted().d())),
            number("g", row -> value(row.converted().g())),
            number("g.sei", row -> error(row.converted().g())),
            number("r", row -> value(row.converted().correlation())),
            number("r.sei", row -> error(row.converted().correlation())),
            number("log.or", row -> value(row.converted().logOdds())),
            number("log.or.sei", row -> error(row.converted().logOdds())),
            text(
                    "flags",
                    row -> row.figure().flags().stream()
                            .map(Flag::kind)
                            .map(kind -> last(kind.iri()))
                            .distinct()
                            .collect(Collectors.joining(" "))),
            text("doi", row -> row.figure().study().doi()),
            text("summary", row -> row.figure().item().iri()),
            text("estimate", row -> row.estimate().iri()),
            text("quote", row -> row.estimate().asPrinted()),
            text("sentence", row -> row.figure().text()));

    private EffectSizes() {}

    /**
     * A column of the table.
     *
     * @param numeric whether its cells are decimal numbers with a point, or empty
     */
    public record Column(String name, boolean numeric, Function<Row, String> cell) {}

    /** A published number with what follows from it. */
    public record Row(Figure figure, Analysis analysis, Converted converted) {
        private static Row of(Figure figure) {
            Analysis analysis = Analysis.of(figure.estimate(), figure.statistic());
            return new Row(figure, analysis, Converted.of(figure.estimate(), figure.statistic(), analysis));
        }

        private Estimate estimate() {
            return figure.estimate();
        }
    }

    public static List<Column> columns() {
        return COLUMNS;
    }

    /**
     * Whether a number is an effect size that is wanted: one of a type that has a value for no effect.
     *
     * @param role of the numbers that are wanted: {@code result}, {@code background}, {@code sample}
     */
    public static boolean isWanted(Figure figure, String role) {
        return figure.statistic().isEffect() && figure.role().equals(role);
    }

    /** The cells of an effect size, in the order of the columns. */
    public static List<String> cells(Figure figure) {
        Row row = Row.of(figure);
        return COLUMNS.stream().map(column -> column.cell().apply(row)).toList();
    }

    private static Column text(String name, Function<Row, String> cell) {
        return new Column(name, false, cell);
    }

    private static Column number(String name, Function<Row, String> cell) {
        return new Column(name, true, cell);
    }

    private static String value(Optional<Conversion> conversion) {
        return told(conversion.map(Conversion::value));
    }

    private static String error(Optional<Conversion> conversion) {
        return told(conversion.map(Conversion::error));
    }

    private static String told(Optional<Double> number) {
        return number.map(Told::of).orElse("");
    }

    /** The last part of a name. */
    private static String last(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
