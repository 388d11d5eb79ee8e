package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Claim.Favours;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.claim.Clauses.Part;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads for each number of a sentence what it relates to what, compared with what, when and in whom, where the words of
 * its own clause say it in one of a few plain forms. It rather says nothing than something that may be wrong.
 */
public final class ClaimReader {
    private static final Set<String> PREPOSITIONS = Set.of("on", "with", "to", "for", "in");
    private static final Set<String> SKIPPED = Words.of("not also only no nor both");

    private final Tokens tokens;
    private final Passage sentence;
    private final Arguments arguments;
    private final List<Frame> frames;
    private final Comparisons comparisons;
    private final Circumstances circumstances;
    private final NamedOutcomes outcomes;
    private final Clauses clauses;
    private final Setting setting;
    private final List<Draft> drafts = new ArrayList<>();

    private ClaimReader(Tokens tokens, Passage sentence, List<Located> numbers) {
        this.tokens = tokens;
        this.sentence = sentence;
        this.arguments = new Arguments(tokens);
        this.frames = RelationReader.read(tokens, arguments);
        this.comparisons = new Comparisons(tokens, arguments);
        this.circumstances = new Circumstances(tokens);
        this.outcomes = new NamedOutcomes(tokens);
        this.clauses = Clauses.of(tokens, numbers);
        this.setting = new Setting(tokens, numbers, clauses, circumstances);
    }

    /**
     * The claims of the numbers, in their order.
     *
     * @param numbers in printed order
     */
    public static List<Claim> read(Tokens tokens, Passage sentence, List<Located> numbers) {
        if (numbers.stream().allMatch(number -> number.kind() == Located.Kind.COUNT)) {
            return numbers.stream().map(number -> Claim.NONE).toList();
        }
        ClaimReader reader = new ClaimReader(tokens, sentence, numbers);
        List<Claim> claims = new ArrayList<>();
        for (Located number : numbers) {
            claims.add(number.kind() == Located.Kind.COUNT ? Claim.NONE : reader.claim(number));
        }
        return claims;
    }

    private Claim claim(Located number) {
        Part part = clauses.at(Clauses.anchor(tokens, number.first()));
        Draft draft = number.kind() == Located.Kind.DESCRIPTION ? Draft.none(part.group()) : draft(number, part);
        if (number.kind() != Located.Kind.DESCRIPTION) {
            drafts.add(draft);
        }
        return new Claim(
                quote(draft.predictor()),
                quote(draft.comparator()),
                draft.outcome().isEmpty() ? List.of() : List.of(quote(draft.outcome())),
                quote(setting.time(number, part)),
                quote(setting.group(number, part)),
                draft.favours());
    }

    private Draft draft(Located number, Part part) {
        int anchor = Clauses.anchor(tokens, number.first());
        if (anchor < number.first() && tokens.isOneOf(number.end(), PREPOSITIONS)) {
            // "(0.11 for A, 0.08 for B)": within the bracket more is told than without
            return Draft.none(part.group());
        }
        List<Frame> own = frames.stream()
                .filter(frame -> clauses.at(frame.at()).group() == part.group())
                .toList();
        if (own.isEmpty()) {
            return unrelated(number, part, anchor);
        }
        Frame frame = withSubject(own.getFirst());
        if (own.size() > 1 || !frame.clear() && number.end() > frame.at()) {
            return Draft.none(part.group());
        }
        boolean share = number.kind() == Located.Kind.SHARE;
        if (share
                && !tokens.anyBetween(
                        number.end(), Math.max(number.end(), frame.outcome().from()), Set.of("variance"))) {
            return Draft.none(part.group());
        }
        if (number.end() <= frame.at()) {
            return listed(number, part, frame, anchor);
        }
        if (part.holds(frame.at())) {
            return direct(number, part, frame, anchor);
        }
        return continued(number, part, frame, anchor);
    }

    /** The subject of "but did not reduce Y" is that of the clause before. */
    private Frame withSubject(Frame frame) {
        if (!frame.predictor().isEmpty() || !arguments.isElided(frame.at())) {
            return frame;
        }
        int group = clauses.at(frame.at()).group();
        List<Frame> before = frames.stream()
                .filter(other -> clauses.at(other.at()).group() == group - 1)
                .toList();
        boolean one = before.size() == 1 && before.getFirst().clear();
        return one ? frame.withPredictor(before.getFirst().predictor()) : frame;
    }

    /** A number behind the verb or noun that relates, in the same part of the sentence. */
    private Draft direct(Located number, Part part, Frame frame, int anchor) {
        Phrase outcome = frame.outcome();
        int end = outcome.to();
        boolean beside = end == anchor;
        // behind a comma a list may go on, and the number may be of its last member
        boolean listed = tokens.is(end, ",") && end + 1 < anchor && !tokens.isOneOf(end + 1, Arguments.AFTER_OUTCOME);
        boolean own = outcome.isEmpty() || !listed;
        Phrase comparator = frame.comparator().isEmpty() ? comparisons.of(part, anchor, clauses) : frame.comparator();
        return new Draft(
                part.group(),
                frame.predictor(),
                comparator,
                own ? outcome : Phrase.NONE,
                comparator.isEmpty() ? Favours.NEITHER : frame.favours(),
                beside);
    }

    /** "A (r = .2), B (r = .3), and C (r = .1) predicted Y": each number has the subject beside it. */
    private Draft listed(Located number, Part part, Frame frame, int anchor) {
        boolean bracketed = tokens.opens(anchor);
        Phrase subject = bracketed ? Phrase.between(tokens, part.start(), anchor) : Phrase.NONE;
        boolean last = frame.predictor().isEmpty() || frame.predictor().equals(subject);
        boolean both = !subject.isEmpty()
                && !frame.outcome().isEmpty()
                && (last || part.to() <= frame.predictor().from());
        return both
                ? new Draft(part.group(), subject, Phrase.NONE, frame.outcome(), Favours.NEITHER, false)
                : Draft.none(part.group());
    }

    /** A number in a further part without a verb: another outcome, comparator or circumstance of the same claim. */
    private Draft continued(Located number, Part part, Frame frame, int anchor) {
        Draft none = Draft.none(part.group());
        Optional<Draft> last = drafts.isEmpty() ? Optional.empty() : Optional.of(drafts.getLast());
        if (last.isEmpty() || last.get().group() != part.group() || last.get().saysNothing()) {
            return none;
        }
        Draft before = last.get();
        int start = part.start();
        while (tokens.isOneOf(start, SKIPPED)) {
            start++;
        }
        if (start >= number.first()) {
            return as(before, number, before.comparator(), before.outcome());
        }
        boolean again = circumstance(start, anchor);
        if (again) {
            return as(before, number, before.comparator(), before.outcome());
        }
        Phrase compared = comparisons.beside(part, anchor);
        if (!compared.isEmpty()) {
            return as(before, number, compared, before.outcome());
        }
        int noun = isPreposition(start, before.outcome()) ? start + 1 : start;
        Phrase outcome = Phrase.between(tokens, noun, anchor);
        boolean parallel = !outcome.isEmpty()
                && (before.beside() || noun > start)
                && !before.outcome().isEmpty();
        return parallel ? as(before, number, before.comparator(), outcome) : none;
    }

    /** Whether the word is that which the outcome before was told with: "on A (d = .3) and on B (d = .2)". */
    private boolean isPreposition(int i, Phrase outcome) {
        boolean same = tokens.lower(outcome.from() - 1).equals(tokens.lower(i))
                || tokens.anyBetween(outcome.from(), outcome.to(), Set.of(tokens.lower(i)));
        return tokens.isOneOf(i, PREPOSITIONS) && same;
    }

    private Draft as(Draft before, Located number, Phrase comparator, Phrase outcome) {
        return before.again(comparator, outcome, tokens.anyBefore(number.first(), 8, Set.of("not", "no")));
    }

    /** A number in a clause whose verb relates nothing that could be read. */
    private Draft unrelated(Located number, Part part, int anchor) {
        boolean share = number.kind() == Located.Kind.SHARE;
        List<Frame> next = frames.stream()
                .filter(frame -> clauses.at(frame.at()).group() == part.group() + 1)
                .toList();
        if (!share && !part.verb() && part.group() == 0 && next.size() == 1) {
            Draft draft = listed(number, part, next.getFirst(), anchor);
            if (!draft.saysNothing()) {
                return draft;
            }
        }
        Phrase subject = share ? Phrase.NONE : likewise(part, anchor);
        boolean follows = !drafts.isEmpty() && drafts.getLast().group() == part.group() - 1;
        if (!subject.isEmpty() && follows) {
            Phrase outcome = drafts.getLast().outcome();
            return new Draft(part.group(), subject, Phrase.NONE, outcome, Favours.NEITHER, false);
        }
        Phrase outcome =
                share ? outcomes.rate(clauses.first(part), number.first()) : outcomes.beside(part.start(), anchor);
        Phrase comparator = share ? Phrase.NONE : comparisons.of(part, anchor, clauses);
        return new Draft(part.group(), Phrase.NONE, comparator, outcome, Favours.NEITHER, false);
    }

    /** "as did the alliance (r = .31)": of something else the same is said. */
    private Phrase likewise(Part part, int anchor) {
        boolean as = tokens.isOneOf(part.start(), Set.of("as", "so"))
                && tokens.isOneOf(part.start() + 1, Set.of("did", "was", "were", "does", "do"));
        return as ? Phrase.between(tokens, part.start() + 2, anchor) : Phrase.NONE;
    }

    /** Whether all between the tokens is a time or a group: what is measured again. */
    private boolean circumstance(int from, int to) {
        return Stream.concat(circumstances.times(from, to).stream(), circumstances.groups(from, to).stream())
                .anyMatch(found -> found.from() == from && found.to() == to);
    }

    private Passage quote(Phrase phrase) {
        return phrase.isEmpty()
                ? Passage.NONE
                : sentence.part(
                        tokens.get(phrase.from()).start(),
                        tokens.get(phrase.to() - 1).end());
    }
}
