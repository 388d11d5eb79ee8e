package dev.precis.sparql.site.oai;

import dev.precis.sparql.site.XmlText;
import dev.precis.sparql.site.oai.OaiError.Code;
import dev.precis.sparql.site.oai.OaiError.Refused;
import dev.precis.sparql.site.oai.Verb.Argument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;

/**
 * A list that is asked for, from its beginning or from where it was left.
 *
 * @param set empty for all
 * @param from inclusive
 * @param until inclusive; for a list in parts the instant when it began, so that it ends
 * @param token where it goes on
 */
record Harvest(MetadataFormat format, String set, Optional<Instant> from, Instant until, Optional<Token> token) {

    static Harvest on(Token token) {
        return new Harvest(token.format(), token.set(), token.from(), token.until(), Optional.of(token));
    }

    /**
     * Reads what selects records (section 2.7.2): bounds are of one granularity, and in order.
     *
     * @param latest no record is later
     * @throws Refused if they are not
     */
    static Harvest of(Asked asked, Instant latest) {
        Optional<Stamp> from = asked.argument(Argument.FROM).map(text -> Stamp.parse(Argument.FROM, text));
        Optional<Stamp> until = asked.argument(Argument.UNTIL).map(text -> Stamp.parse(Argument.UNTIL, text));
        if (from.isPresent() && until.isPresent()) {
            if (from.get().day() != until.get().day()) {
                throw new Refused(Code.BAD_ARGUMENT, "from and until are both days or both seconds.");
            }
            if (from.get().first().isAfter(until.get().first())) {
                throw new Refused(Code.BAD_ARGUMENT, "from is after until.");
            }
        }
        return new Harvest(
                asked.format().orElseThrow(),
                asked.argument(Argument.SET).orElse(""),
                from.map(Stamp::first),
                until.map(Stamp::last).filter(last -> last.isBefore(latest)).orElse(latest),
                Optional.empty());
    }

    /** What is still to be given. */
    List<Holding> rest(Holdings holdings) {
        List<Holding> all = holdings.of(from, until, set);
        return token.map(last -> all.stream()
                        .filter(holding -> last.after().isBefore(holding.stamp())
                                || last.after().equals(holding.stamp())
                                        && last.afterRecord().compareTo(holding.iri()) < 0)
                        .toList())
                .orElse(all);
    }

    /** How many there were in all when the list began; nothing if it begins now. */
    OptionalInt size() {
        return token.isPresent() ? OptionalInt.of(token.get().size()) : OptionalInt.empty();
    }

    /** Tells where the list goes on, or that a list in parts ends here (section 3.5). */
    void writeToken(XmlText text, List<Holding> page, boolean more, int size) throws XMLStreamException {
        int cursor = token.map(Token::cursor).orElse(0);
        String[] place = {"completeListSize", String.valueOf(size), "cursor", String.valueOf(cursor)};
        if (more) {
            Holding last = page.getLast();
            Token next = new Token(format, set, from, until, last.stamp(), last.iri(), cursor + page.size(), size);
            text.told("resumptionToken", next.text(), place);
        } else if (token.isPresent()) {
            text.empty("resumptionToken", place);
        }
    }
}
