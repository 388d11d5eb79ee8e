package dev.precis.sparql.effect;

import dev.precis.ontology.Precis;

/** The formulas by which numbers follow from printed ones; {@code statistics.ttl} tells the source of each. */
enum Formula {
    LOGARITHM("logarithm", "yi=ln"),
    FISHER_Z("fisher-z", "yi=atanh"),
    ERROR_OF_INTERVAL("error-of-interval", "sei=interval"),
    ERROR_ON_FISHERS_SCALE("error-on-fishers-scale", "sei=se"),
    ERROR_OF_SIZE("error-of-size", "sei=n"),
    ERROR_OF_P("error-of-p", "sei=p"),
    LOG_ODDS_TO_D("log-odds-to-d", ""),
    D_TO_LOG_ODDS("d-to-log-odds", ""),
    CORRELATION_TO_D("correlation-to-d", ""),
    D_TO_CORRELATION("d-to-correlation", ""),
    SMALL_SAMPLE("small-sample", "");

    private final String name;
    private final String told;

    Formula(String name, String told) {
        this.name = name;
        this.told = told;
    }

    /** What the table of effect sizes calls it, such as {@code yi=ln}; empty for those of conversions. */
    String told() {
        return told;
    }

    /** Its name in the vocabulary. */
    String iri() {
        return Precis.STATISTICS + "#formula-" + name;
    }
}
