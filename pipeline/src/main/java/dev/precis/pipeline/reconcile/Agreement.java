package dev.precis.pipeline.reconcile;

/** Whether two sources say the same of one field. */
enum Agreement {
    SAME,
    /** Near enough to be the same where all else is. */
    LIKE,
    OTHER,
    /** One of them does not say. */
    UNKNOWN;

    static Agreement of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        return one.equals(other) ? SAME : OTHER;
    }
}
