package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.understand.finding.claim.Circumstances.Found;
import dev.precis.pipeline.understand.finding.claim.Clauses.Part;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;

/** Tells when and in whom each number of a sentence was measured. */
final class Setting {
    private final Tokens tokens;
    private final List<Located> numbers;
    private final Clauses clauses;
    private final Circumstances circumstances;
    private final List<Found> leading;

    Setting(Tokens tokens, List<Located> numbers, Clauses clauses, Circumstances circumstances) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.clauses = clauses;
        this.circumstances = circumstances;
        this.leading = circumstances.times(0, leadingEnd());
    }

    /** When the number was measured; none where its clause does not say. */
    Phrase time(Located number, Part part) {
        return circumstance(number, part, circumstances.times(part.from(), part.to()), leading);
    }

    /** In whom it was measured; none where its clause does not say, or says it of two. */
    Phrase group(Located number, Part part) {
        int at = numbers.indexOf(number);
        // "46% in A and 35% in B (p = .02)": the test is of both
        boolean contrast = number.kind() == Located.Kind.EFFECT
                && at > 0
                && isOfGroup(numbers.get(at - 1))
                && clauses.at(Clauses.anchor(tokens, numbers.get(at - 1).first()))
                                .group()
                        == part.group();
        List<Found> here = circumstances.groups(part.from(), part.to());
        return contrast ? Phrase.NONE : circumstance(number, part, here, List.of());
    }

    private static boolean isOfGroup(Located number) {
        return number.kind() == Located.Kind.SHARE || number.kind() == Located.Kind.DESCRIPTION;
    }

    private int leadingEnd() {
        int comma = 0;
        while (comma < 9 && !tokens.is(comma, ",")) {
            comma++;
        }
        return comma < 9 ? comma : 0;
    }

    /** The one beside the number, else the only one of its part, else what the sentence begins with. */
    private Phrase circumstance(Located number, Part part, List<Found> here, List<Found> leading) {
        int anchor = Clauses.anchor(tokens, number.first());
        int end = tokens.opens(anchor) ? tokens.afterBracket(anchor) : number.end();
        for (Found found : here) {
            boolean beside = found.to() == anchor || found.from() == end;
            if (beside) {
                return found.phrase();
            }
        }
        if (here.size() == 1 && reaches(here.getFirst(), number, part)) {
            return here.getFirst().phrase();
        }
        boolean first =
                here.isEmpty() && leading.size() == 1 && leading.getFirst().from() == 0;
        return first ? leading.getFirst().phrase() : Phrase.NONE;
    }

    /** Whether a circumstance is of the number, although words stand between them. */
    private boolean reaches(Found found, Located number, Part part) {
        boolean leads = found.from() == part.start();
        boolean told = false;
        for (int i = part.start(); i < found.from() && !told; i++) {
            told = Phrase.isVerb(tokens, i);
        }
        boolean others = numbers.stream()
                .anyMatch(other -> other.first() >= number.end()
                        && other.end() <= found.from()
                        && other.kind() != Located.Kind.COUNT);
        return (leads || told) && !others;
    }
}
