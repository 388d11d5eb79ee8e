package dev.precis.sparql.site.oai;

import dev.precis.sparql.site.oai.OaiError.Code;
import dev.precis.sparql.site.oai.OaiError.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on (section 3.5): it holds all that was asked, so that nothing is kept for those who never come
 * back, and is good for ever, whatever the store has become.
 *
 * @param format of the records
 * @param set empty for all
 * @param from the earliest instant, if one was given
 * @param until the last instant, as it was when the first part was given
 * @param after the instant of the last record that was given
 * @param afterRecord and its name
 * @param cursor how many were given
 * @param size how many there were when the first part was given
 */
record Token(
        MetadataFormat format,
        String set,
        Optional<Instant> from,
        Instant until,
        Instant after,
        String afterRecord,
        int cursor,
        int size) {
    /** No name of ours has one. */
    private static final String BETWEEN = "\n";

    private static final int PARTS = 8;

    /** In characters that stand for themselves in an address (RFC 4648, section 5). */
    String text() {
        String plain = String.join(
                BETWEEN,
                format.prefix(),
                set,
                from.map(Instant::toString).orElse(""),
                until.toString(),
                after.toString(),
                afterRecord,
                String.valueOf(cursor),
                String.valueOf(size));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused if it is none of ours */
    static Token parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(BETWEEN, -1);
            if (parts.length == PARTS) {
                Token token = new Token(
                        MetadataFormat.of(parts[0]).orElseThrow(IllegalArgumentException::new),
                        parts[1],
                        parts[2].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(parts[2])),
                        Instant.parse(parts[3]),
                        Instant.parse(parts[4]),
                        parts[5],
                        Integer.parseInt(parts[6]),
                        Integer.parseInt(parts[7]));
                if (token.cursor > 0
                        && token.size > token.cursor
                        && token.text().equals(text)) {
                    return token;
                }
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // told below
        }
        throw new Refused(Code.BAD_TOKEN, "This is no resumptionToken of this repository.");
    }
}
