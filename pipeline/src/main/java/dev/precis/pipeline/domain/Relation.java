package dev.precis.pipeline.domain;

/** How a printed number relates to the true one. */
public enum Relation {
    EQUAL("="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    ABOUT("~");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** The sign in ASCII, as the graph stores it. */
    public String sign() {
        return sign;
    }
}
