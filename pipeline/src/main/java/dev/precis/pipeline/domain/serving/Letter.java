package dev.precis.pipeline.domain.serving;

/**
 * A month as an e-mail.
 *
 * @param from the mailbox that it comes from; empty: none is written
 * @param subject in which <code>{blog}</code> and <code>{month}</code> stand for their names
 */
public record Letter(String from, String subject) {
    public static final Letter NONE = new Letter("", "{blog}: {month}");
}
