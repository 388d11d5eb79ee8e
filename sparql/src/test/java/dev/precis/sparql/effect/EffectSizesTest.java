package dev.precis.sparql.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.precis.sparql.effect.EffectSizes.Column;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.MadeUp;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed effect sizes as rows for a meta-analysis. */
class EffectSizesTest {
    private static final Statistic G =
            new Statistic("st#g", "Hedges' g", "g", "0.0", "linear", "SMD", true, "estimate", Optional.empty());
    private static final Statistic D =
            new Statistic("st#d", "Cohen's d", "d", "0.0", "linear", "SMD", true, "estimate", Optional.empty());
    static final Statistic OR =
            new Statistic("st#or", "odds ratio", "OR", "1.0", "logarithmic", "OR", true, "estimate", Optional.empty());
    private static final Statistic RR =
            new Statistic("st#rr", "risk ratio", "RR", "1.0", "logarithmic", "RR", true, "estimate", Optional.empty());
    private static final Statistic R =
            new Statistic("st#r", "correlation", "r", "0.0", "fisher", "ZCOR", true, "estimate", Optional.empty());
    private static final Statistic ETA =
            new Statistic("st#eta2", "eta squared", "eta2", "0.0", "", "", true, "estimate", Optional.empty());
    private static final Statistic MEAN =
            new Statistic("st#mean", "mean", "mean", "", "", "", false, "estimate", Optional.empty());

    /**
     * Thirteen trials of the BCG vaccine: cases and others among the vaccinated, then among the not vaccinated (G. A.
     * Colditz et al., JAMA 271 (1994), 698-702).
     */
    private static final double[][] TRIALS = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    /**
     * The rows of printed risk ratios, with two digits, give what metafor (3.8-1) gives for the counts, by the method
     * of R. DerSimonian and N. Laird (Controlled Clinical Trials 7 (1986), 177-188): -0.7141, standard error 0.1787,
     * tau squared 0.3088.
     */
    @Test
    void reproducesAMetaAnalysisFromPrintedIntervals() {
        List<Map<String, String>> rows =
                rows(Arrays.stream(TRIALS).map(EffectSizesTest::printed).toList());
        double[] yi = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("yi")))
                .toArray();
        double[] vi = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("vi")))
                .toArray();

        double tau2 = tau2(yi, vi);
        double weights = 0;
        double weighted = 0;
        for (int i = 0; i < yi.length; i++) {
            weights += 1 / (vi[i] + tau2);
            weighted += yi[i] / (vi[i] + tau2);
        }
        assertThat(yi).hasSize(13);
        assertThat(weighted / weights).isCloseTo(-0.7141, within(0.005));
        assertThat(1 / Math.sqrt(weights)).isCloseTo(0.1787, within(0.005));
        assertThat(tau2).isCloseTo(0.3088, within(0.02));
    }

    /** Tau squared by moments. */
    private static double tau2(double[] yi, double[] vi) {
        double sum = 0;
        double squares = 0;
        double weighted = 0;
        for (int i = 0; i < yi.length; i++) {
            sum += 1 / vi[i];
            squares += 1 / (vi[i] * vi[i]);
            weighted += yi[i] / vi[i];
        }
        double q = 0;
        for (int i = 0; i < yi.length; i++) {
            q += Math.pow(yi[i] - weighted / sum, 2) / vi[i];
        }
        return Math.max(0, (q - (yi.length - 1)) / (sum - squares / sum));
    }

    private static Figure printed(double[] trial) {
        double treated = trial[0] + trial[1];
        double control = trial[2] + trial[3];
        double ratio = trial[0] / treated / (trial[2] / control);
        double error = Math.sqrt(1 / trial[0] - 1 / treated + 1 / trial[2] - 1 / control);
        return figure(
                RR,
                Map.of(
                        "value", digits(ratio),
                        "lower", digits(ratio * Math.exp(-1.959964 * error)),
                        "upper", digits(ratio * Math.exp(1.959964 * error))));
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** A column has numbers alone or texts alone, so that R and pandas need no cast. */
    @Test
    void everyNumberOfANumericColumnIsOne() {
        List<Figure> figures = List.of(
                figure(G, Map.of("value", "0.63", "lower", "0.41", "upper", "0.87", "n", "120", "k", "3")),
                figure(OR, Map.of("value", "1.2", "p", "0.0000000012", "pRelation", "<")),
                figure(R, Map.of("value", "-.28", "n", "82")),
                figure(ETA, Map.of("value", "0.07")),
                figure(D, Map.of("value", "0.2", "upperValue", "0.5")));
        List<Column> columns = EffectSizes.columns();

        assertThat(rows(figures, "result")).hasSize(5).allSatisfy(cells -> {
            for (int i = 0; i < cells.size(); i++) {
                if (columns.get(i).numeric()) {
                    assertThat(cells.get(i)).as(columns.get(i).name()).matches("|-?[0-9]*\\.?[0-9]+");
                }
            }
        });
    }

    /** {@code derived} tells of each computed number where it is from; what is printed stays beside it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        g  | value=0.63 se=0.08                                     | 0.63      | 0.08     |
        g  | value=0.50 lower=0.30 upper=0.70                       | 0.5       | 0.102043 | sei=interval
        g  | value=0.50 lower=0.33 upper=0.67 level=0.90            | 0.5       | 0.103353 | sei=interval
        OR | value=2.00 lower=1.00 upper=4.00                       | 0.693147  | 0.353653 | yi=ln sei=interval
        OR | value=2.00 se=0.30                                     | 0.693147  |          | yi=ln
        r  | value=0.50 lower=0.28 upper=0.67                       | 0.549306  | 0.133436 | yi=atanh sei=interval
        r  | value=0.50 n=103                                       | 0.549306  | 0.1      | yi=atanh sei=n
        r  | value=0.50 n=103 k=12                                  | 0.549306  |          | yi=atanh
        r  | value=0.50 se=0.06                                     | 0.549306  | 0.08     | yi=atanh sei=se
        g  | value=0.50 p=0.05 pRelation==                          | 0.5       | 0.255107 | sei=p
        g  | value=0.50 p=0.05 pRelation=<                          | 0.5       |          |
        g  | value=0.50 p=0.0001 pRelation==                        | 0.5       |          |
        g  | value=0.50 lower=0.30 upper=0.95                       | 0.5       |          |
        g  | value=0.50 lower=0.30 upper=0.70 level=                | 0.5       |          |
        g  | value=0.50 lower=0.30 upper=0.70 intervalType=credible | 0.5       |          |
        g  | value=0.50 upperValue=0.90                             |           |          |
        g  | value=0.50 relation=~                                  |           |          |
        r  | value=1.00                                             |           |          |
        eta2 | value=0.07 p=0.05 pRelation==                        |           |          |
        """)
    void takesAStandardErrorFromWhatIsPrintedBesideIt(
            String symbol, String printed, String yi, String sei, String derived) {
        Map<String, String> values = new HashMap<>();
        for (String pair : printed.split(" +")) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        Map<String, String> row =
                rows(List.of(figure(statistic(symbol), values))).getFirst();

        assertThat(row)
                .containsEntry("yi", yi == null ? "" : yi)
                .containsEntry("sei", sei == null ? "" : sei)
                .containsEntry("derived", derived == null ? "" : derived)
                .containsEntry("value", values.get("value"))
                .containsEntry("ci.lb", values.getOrDefault("lower", ""))
                .containsEntry("se", values.getOrDefault("se", ""));
    }

    /** The examples of Borenstein et al. (2009), chapter 7, and of 4.22 to 4.24 there. */
    @Test
    void convertsByThePublishedFormulas() {
        Conversion d = new Conversion(0.9069, Math.sqrt(0.0676)).logOddsToD();
        assertThat(d.value()).isCloseTo(0.5, within(0.0001));
        assertThat(d.error() * d.error()).isCloseTo(0.0205, within(0.0001));
        assertThat(d.dToLogOdds().value()).isCloseTo(0.9069, within(0.0001));
        Conversion ofCorrelation = new Conversion(0.5, Math.sqrt(0.0058)).correlationToD();
        assertThat(ofCorrelation.value()).isCloseTo(1.1547, within(0.0001));
        assertThat(ofCorrelation.error() * ofCorrelation.error()).isCloseTo(0.0550, within(0.0001));
        assertThat(ofCorrelation.dToCorrelation().value()).isCloseTo(0.5, within(0.0001));
        assertThat(Math.pow(ofCorrelation.dToCorrelation().error(), 2)).isCloseTo(0.0058, within(0.0001));
        Conversion g = new Conversion(0.5970, Math.sqrt(0.0411)).dToG(100);
        assertThat(g.value()).isCloseTo(0.5924, within(0.0001));
        assertThat(g.error() * g.error()).isCloseTo(0.0405, within(0.0001));
        assertThat(g.gToD(100).value()).isCloseTo(0.5970, within(0.0001));
    }

    @Test
    void saysWhatItConvertedAndConvertsNothingElse() {
        Map<String, String> odds = rows(List.of(figure(OR, Map.of("value", "2.00", "lower", "1.00", "upper", "4.00"))))
                .getFirst();
        Map<String, String> ratio =
                rows(List.of(figure(RR, Map.of("value", "2.00")))).getFirst();

        assertThat(odds)
                .containsEntry("converted.from", "OR")
                .containsEntry("d", "0.382152")
                .containsEntry("log.or", "0.693147")
                .containsEntry("value", "2.00")
                .containsEntry("g", "");
        assertThat(ratio).containsEntry("converted.from", "").containsEntry("d", "");
    }

    @Test
    void holdsEffectSizesOfTheWantedRoleAlone() {
        Figure background = figure(G, Map.of("value", "0.8", "role", "background"));
        List<Figure> figures =
                List.of(background, figure(MEAN, Map.of("value", "12")), figure(D, Map.of("value", "0.1")));

        assertThat(rows(figures)).extracting(row -> row.get("statistic")).containsExactly("d");
        assertThat(rows(figures, "background")).hasSize(1);
    }

    private static Statistic statistic(String symbol) {
        return List.of(G, D, OR, RR, R, ETA).stream()
                .filter(statistic -> statistic.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    static List<Map<String, String>> rows(List<Figure> figures) {
        List<String> names = EffectSizes.columns().stream().map(Column::name).toList();
        return rows(figures, "result").stream()
                .map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        row.put(names.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    static Figure figure(Statistic statistic, Map<String, String> printed) {
        String level = printed.getOrDefault("level", printed.containsKey("lower") ? "0.95" : "");
        Estimate estimate = MadeUp.estimate(
                "iri=estimate",
                "statistic=" + statistic.label(),
                "symbol=" + statistic.symbol(),
                "value=" + printed.get("value"),
                "upperValue=" + printed.getOrDefault("upperValue", ""),
                "relation=" + printed.getOrDefault("relation", "="),
                "ciLower=" + printed.getOrDefault("lower", ""),
                "ciUpper=" + printed.getOrDefault("upper", ""),
                "ciLevel=" + level,
                "intervalType=" + printed.getOrDefault("intervalType", ""),
                "standardError=" + printed.getOrDefault("se", ""),
                "pValue=" + printed.getOrDefault("p", ""),
                "pRelation=" + printed.getOrDefault("pRelation", ""),
                "size=" + printed.getOrDefault("n", ""),
                "studies=" + printed.getOrDefault("k", ""),
                "asPrinted=as printed");
        return new Figure(
                new Item("summary", "A Title", new PublicationDate("2021"), Named.NONE, ""),
                new Study("work", "Ash, 2021", "2021", ""),
                "finding",
                "A sentence.",
                printed.getOrDefault("role", "result"),
                new Contrast("", "", Named.NONE, "", "", "", ""),
                List.of(),
                statistic,
                estimate,
                List.of());
    }

    private static List<List<String>> rows(List<Figure> figures, String role) {
        return figures.stream()
                .filter(figure -> EffectSizes.isWanted(figure, role))
                .map(EffectSizes::cells)
                .toList();
    }
}
