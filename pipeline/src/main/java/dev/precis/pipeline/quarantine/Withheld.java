package dev.precis.pipeline.quarantine;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Something that was read and not published.
 *
 * @param source whose it is; empty if that is not known
 * @param what the name of a graph, a page, a file with its line, or a source
 * @param stage where it was stopped
 * @param code a stable word for the kind of flaw
 * @param reason what is wrong and what was expected
 * @param from the page that it was read from
 * @param content digest of what was judged: as long as it is the same, so is the verdict
 * @param since when it was withheld first
 * @param report of the shapes, in Turtle; empty if it did not come so far
 * @param ignored whether an editor wants to hear of it no more until its content changes
 */
public record Withheld(
        String source,
        String what,
        Stage stage,
        String code,
        String reason,
        From from,
        String content,
        Instant since,
        String report,
        boolean ignored) {
    private static final int ID_LENGTH = 10;

    /** Where something can be stopped. */
    public enum Stage {
        /** A page or a file, or a part of it, is no post. */
        READ,
        /** Posts of a source are alike in what posts are not. */
        JUDGE,
        /** A graph breaks the shapes. */
        VALIDATE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A page as it was captured.
     *
     * @param address its address; empty if there was none to read
     * @param snapshot digest of its bytes; empty if they are not kept
     * @param captured when, as far as the capture says; empty if it does not
     */
    public record From(String address, String snapshot, String captured) {
        public static final From NOWHERE = new From("", "", "");
    }

    /** A name for it, short enough to be typed: the same as long as the same is wrong with the same. */
    public String id() {
        String flaw = stage == Stage.VALIDATE ? "" : code + "\n" + reason;
        byte[] digest = Sha256.begin()
                .digest(String.join("\n", source, what, stage.name(), flaw).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    }

    /** What a run tells of it: an oddity where an editor knows of it already. */
    public Notice notice() {
        return ignored ? Notice.info("ignored", what, reason) : Notice.violation(code, what, reason);
    }

    /** The page, or what stands for it, that clears this when it is read without the same flaw. */
    String place() {
        return from.address().isEmpty() ? what : from.address();
    }

    boolean isSameAs(Withheld other) {
        return what.equals(other.what) && code.equals(other.code);
    }

    Withheld ignored(boolean now) {
        return new Withheld(source, what, stage, code, reason, from, content, since, report, now);
    }

    /** The same, met again: since when it is known, and whether it is ignored, stays. */
    Withheld after(Withheld before) {
        boolean same = content.equals(before.content());
        return new Withheld(
                source, what, stage, code, reason, from, content, before.since(), report, same && before.ignored());
    }
}
