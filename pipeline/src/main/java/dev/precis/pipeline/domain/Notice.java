package dev.precis.pipeline.domain;

/**
 * What was odd about an input. It travels with what was read from that input.
 *
 * @param severity how bad
 * @param code a stable word for the kind of oddity, such as {@code title-missing}
 * @param where address or file, with line or field where known
 * @param message what is wrong and what was expected, one sentence
 */
public record Notice(Severity severity, String code, String where, String message) {
    /** The code of a post that nothing dates. */
    public static final String UNDATED = "month-missing";
    /** A post of which a page shows the title and nothing under it. */
    public static final String EMPTY = "post-empty";

    public static Notice info(String code, String where, String message) {
        return new Notice(Severity.INFO, code, where, message);
    }

    public static Notice warning(String code, String where, String message) {
        return new Notice(Severity.WARNING, code, where, message);
    }

    public static Notice violation(String code, String where, String message) {
        return new Notice(Severity.VIOLATION, code, where, message);
    }

    /** Whether it tells of an address that did not answer. */
    public boolean isUnreachable() {
        return code.startsWith("unreachable");
    }

    /** Whether it tells of something that was not published: it was refused, or could not be had. */
    public boolean isFailure() {
        return severity == Severity.VIOLATION || isUnreachable();
    }

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
