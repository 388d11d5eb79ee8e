package dev.precis.sparql.query;

import java.util.List;

/**
 * A published number in its place: what a row of a table or of a forest plot needs to be understood by itself.
 *
 * @param item the summary
 * @param finding the name of the finding, whose sentence {@code text} is
 * @param role of the finding: {@code result}, {@code sample} or {@code background}
 * @param samples that the sentence tells
 * @param flags what is odd about the number or its sentence
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

    private static final Sample UNKNOWN = new Sample("", "", "", "", "", "");

    public Figure {
        samples = List.copyOf(samples);
        flags = List.copyOf(flags);
    }

    public boolean isResult() {
        return role.equals("result");
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
}
