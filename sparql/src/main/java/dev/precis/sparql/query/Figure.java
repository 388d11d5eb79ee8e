package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A published number in its place: what a row of a table or of a forest plot needs to be understood by itself.
 *
 * @param item the summary
 * @param finding the name of the finding, whose sentence {@code text} is
 * @param role of the number: {@code result}, {@code sample} or {@code background}
 * @param samples that the sentence tells
 * @param flags what is odd about the number or its sentence, or shakes the whole summary
 */
public record Figure(
        Item item,
        Study study,
        String finding,
        String text,
        String role,
        Contrast contrast,
        List<Sample> samples,
        Statistic statistic,
        Estimate estimate,
        List<Flag> flags) {
    /** How many of a long list a page shows. */
    public static final int SHOWN = 500;

    private static final String RESULT = "result";
    private static final String BACKGROUND = "background";
    private static final Set<String> AMOUNTS = Set.of("count", "duration", "range");
    private static final Sample UNKNOWN = new Sample("", "", "", "", "", "");

    public Figure {
        samples = List.copyOf(samples);
        flags = List.copyOf(flags);
    }

    public boolean isResult() {
        return role.equals(RESULT);
    }

    /** Whether it is from earlier research. */
    public boolean isBackground() {
        return role.equals(BACKGROUND);
    }

    /** How many were observed: what is said of the number itself, else of the only sample in its sentence. */
    public Sample sample() {
        Sample said = samples.size() == 1 ? samples.getFirst() : UNKNOWN;
        boolean own = !estimate.size().isEmpty();
        return new Sample(
                own ? "" : said.iri(),
                own ? estimate.size() : said.size(),
                own ? "" : said.relation(),
                estimate.studies().isEmpty() ? said.studies() : estimate.studies(),
                own ? "" : said.description(),
                own ? "" : said.asPrinted());
    }

    /** What to call the study; where nothing is known of it, the summary's title stands in. */
    public String name() {
        return study.name().isEmpty() ? item.title() : study.name();
    }

    /**
     * What lists count and choose numbers by, as printed; empty where nothing is said.
     *
     * @param statistic the name of its type
     * @param role of the number
     * @param predictor the predictor or intervention, in words of the sentence
     * @param comparatorType the name of the kind of comparator
     * @param outcome what was measured, in words of the sentence
     */
    public record Number(
            String statistic,
            String unit,
            String role,
            String value,
            String ciLower,
            String ciUpper,
            String predictor,
            String comparatorType,
            String outcome) {
        public boolean isResult() {
            return role.equals(RESULT);
        }
    }

    /**
     * What a number compares, in words of its sentence; empty where it does not say.
     *
     * @param predictor the predictor or intervention
     * @param comparator what it is compared with
     * @param comparatorType the kind of comparator
     * @param outcome what was measured
     * @param timepoint when
     * @param subgroup in whom, if not in all
     * @param favours {@code predictor} or {@code comparator}, whichever words say did better
     */
    public record Contrast(
            String predictor,
            String comparator,
            Named comparatorType,
            String outcome,
            String timepoint,
            String subgroup,
            String favours) {
        static Contrast of(Row row, Named comparatorType) {
            return new Contrast(
                    row.text("predictor"),
                    row.text("comparator"),
                    comparatorType,
                    row.text("outcome"),
                    row.text("timepoint"),
                    row.text("subgroup"),
                    row.text("favours"));
        }
    }

    /**
     * A cited work in passing.
     *
     * @param name such as {@code Keefe et al., 2020}
     * @param year of its publication; empty if none is known
     * @param doi bare and in lower case; empty if none is known
     */
    public record Study(String iri, String name, String year, String doi) {
        /** No study is known. */
        public static final Study NONE = new Study("", "", "", "");

        /**
         * The authors as texts refer to them (APA 7, section 8.17).
         *
         * @param authors in printed order, each as printed: the family name before the first comma
         */
        static String name(List<String> authors, String year) {
            String first = authors.isEmpty() ? "" : family(authors.getFirst());
            String names = switch (authors.size()) {
                case 0, 1 -> first;
                case 2 -> first + " & " + family(authors.get(1));
                default -> first + " et al.";
            };
            return names.isEmpty() || year.isEmpty() ? names : names + ", " + year;
        }

        private static String family(String printed) {
            int comma = printed.indexOf(',');
            return (comma < 0 ? printed : printed.substring(0, comma)).strip();
        }
    }

    /**
     * A type of statistic, as the vocabulary describes it. Whatever it does not say is empty.
     *
     * @param label such as {@code Hedges' g}
     * @param symbol such as {@code g}
     * @param nullValue the value that means no effect
     * @param scale such as {@code logarithmic}
     * @param measure what metafor calls it, such as {@code SMD}
     * @param dimensionless whether values of different studies may stand on one axis
     * @param form the grammar in which texts print it, such as {@code estimate} or {@code count}
     * @param convention by what the sizes of effects are called
     */
    public record Statistic(
            String iri,
            String label,
            String symbol,
            String nullValue,
            String scale,
            String measure,
            boolean dimensionless,
            String form,
            Optional<Convention> convention) {
        /** Of which nothing is known but what it is called. */
        static Statistic undescribed(String iri, String label, String symbol) {
            return new Statistic(iri, label, symbol, "", "", "", false, "", Optional.empty());
        }

        /** The last part of its name, such as {@code hedges-g}. */
        public String key() {
            return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        }

        public boolean isLogarithmic() {
            return scale.equals("logarithmic");
        }

        /** Whether it tells how two things go together, and compares nobody with anybody. */
        public boolean isAssociation() {
            return scale.equals("fisher");
        }

        /** Whether its values tell an effect: there is one that means none. */
        public boolean isEffect() {
            return !nullValue.isEmpty();
        }

        /** Whether its values count people, studies or time, or say from where to where something goes. */
        public boolean isAmount() {
            return AMOUNTS.contains(form);
        }
    }
}
