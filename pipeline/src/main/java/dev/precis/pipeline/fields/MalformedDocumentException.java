package dev.precis.pipeline.fields;

/** A text that is no YAML or JSON at all. */
public final class MalformedDocumentException extends RuntimeException {
    private final Flaw flaw;

    public MalformedDocumentException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.flaw = new Flaw(line, "malformed", reason);
    }

    public Flaw flaw() {
        return flaw;
    }
}
