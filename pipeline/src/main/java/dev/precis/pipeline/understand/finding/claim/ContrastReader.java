package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Claim.Favours;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which of two things did better, or whether they differed: "A was more effective than B for Y". */
final class ContrastReader {
    private static final Set<String> PURPOSES = Set.of("for", "on");
    private static final Set<String> WHERE = Set.of("in", "on", "for");
    private static final Set<String> NOTHING = Set.of("no", "not", "never", "neither", "hardly");
    private static final Set<String> HIGHER = Set.of("higher", "lower");

    private final Tokens tokens;
    private final Arguments arguments;

    ContrastReader(Tokens tokens, Arguments arguments) {
        this.tokens = tokens;
        this.arguments = arguments;
    }

    /** What the word at the token relates; none if it is no such word. */
    Optional<Frame> read(int i) {
        return switch (tokens.lower(i)) {
            case "difference", "differences" -> difference(i);
            case "differ", "differed" -> differing(i);
            case "outperformed", "outperforms", "surpassed" -> outperforming(i);
            case "advantage", "advantages" -> advantage(i);
            case "effective", "efficacious" -> effective(i);
            case "superior" -> ranked(i, Favours.PREDICTOR);
            case "inferior" -> ranked(i, Favours.COMPARATOR);
            case "better" -> faring(i, Favours.PREDICTOR);
            case "worse" -> faring(i, Favours.COMPARATOR);
            case "scored", "rated" -> scored(i);
            default -> Optional.empty();
        };
    }

    /** "The mean difference between A and B was 0.25". */
    private Optional<Frame> difference(int i) {
        return tokens.lower(i + 1).equals("between") ? two(i, i + 2) : Optional.empty();
    }

    /** "A and B did not differ on Y". */
    private Optional<Frame> differing(int i) {
        if (tokens.lower(i + 1).equals("from")) {
            Phrase other = arguments.comparator(i + 2);
            return frame(i, arguments.subject(i), other, outcomes(other.to(), WHERE), Favours.NEITHER);
        }
        Phrase both = arguments.subject(i);
        int and = tokens.lastBefore(both.to(), both.to() - both.from(), Set.of("and"));
        boolean joined = and > both.from() && tokens.lastBefore(and, and - both.from(), Set.of("and")) < 0;
        if (!joined || !tokens.isOneOf(i + 1, WHERE)) {
            return Optional.of(Frame.unclear(i, List.of()));
        }
        Phrase first = new Phrase(both.from(), and);
        Phrase second = new Phrase(and + 1, both.to());
        return frame(i, first, second, arguments.outcomes(i + 2), Favours.NEITHER);
    }

    private Optional<Frame> two(int at, int from) {
        Phrase first = Phrase.after(tokens, from, Set.of("and"));
        if (first.isEmpty() || !tokens.lower(first.to()).equals("and")) {
            return Optional.empty();
        }
        Phrase other = arguments.comparator(first.to() + 1);
        boolean on = tokens.isOneOf(other.to(), WHERE);
        return frame(at, first, other, on ? arguments.single(other.to() + 1) : List.of(), Favours.NEITHER);
    }

    /** "A outperformed B on Y". */
    private Optional<Frame> outperforming(int i) {
        Phrase comparator = arguments.comparator(i + 1);
        Favours favours = denied(i) ? Favours.NEITHER : Favours.PREDICTOR;
        return frame(i, arguments.subject(i), comparator, outcomes(comparator.to(), WHERE), favours);
    }

    /** "A had a small advantage over B for Y". */
    private Optional<Frame> advantage(int i) {
        if (tokens.lower(i + 1).equals("of")) {
            Phrase first = Phrase.after(tokens, i + 2, Set.of("over"));
            boolean over = tokens.lower(first.to()).equals("over");
            Phrase other = over ? arguments.comparator(first.to() + 1) : Phrase.NONE;
            return frame(i, first, other, List.of(), Favours.NEITHER);
        }
        int had = tokens.lastBefore(i, 5, Set.of("had", "has", "showed"));
        if (had < 0 || !tokens.lower(i + 1).equals("over")) {
            return Optional.empty();
        }
        Phrase comparator = arguments.comparator(i + 2);
        Favours favours = tokens.anyBetween(had, i, NOTHING) ? Favours.NEITHER : Favours.PREDICTOR;
        return frame(i, arguments.subject(had), comparator, outcomes(comparator.to(), WHERE), favours);
    }

    /** "A was more effective than B for Y", "A was as effective as B", "A was less effective (d = -0.2)". */
    private Optional<Frame> effective(int i) {
        if (!tokens.isOneOf(i - 1, Set.of("more", "less", "as")) || !tokens.isOneOf(i + 1, Set.of("than", "as"))) {
            return Optional.empty();
        }
        Favours favours = switch (tokens.lower(i - 1)) {
            case "more" -> Favours.PREDICTOR;
            case "less" -> Favours.COMPARATOR;
            default -> Favours.NEITHER;
        };
        return being(i, i - 1, i + 2, favours);
    }

    /** "A was superior to B on Y". */
    private Optional<Frame> ranked(int i, Favours favours) {
        return tokens.lower(i + 1).equals("to") ? being(i, i, i + 2, favours) : Optional.empty();
    }

    private Optional<Frame> being(int i, int adverbs, int other, Favours favours) {
        int verb = arguments.beforeAdverbs(adverbs);
        if (!tokens.isOneOf(verb - 1, Phrase.BE)) {
            return Optional.empty();
        }
        Phrase comparator = arguments.comparator(other);
        boolean clear = !tokens.lower(comparator.to()).equals("in");
        if (comparator.isEmpty() || !clear) {
            return Optional.empty();
        }
        return frame(
                i,
                arguments.subject(verb),
                comparator,
                outcomes(comparator.to(), PURPOSES),
                denied(adverbs) ? Favours.NEITHER : favours);
    }

    /** "A did better than B on Y", "against B, A did better on Y". */
    private Optional<Frame> faring(int i, Favours favours) {
        if (!tokens.isOneOf(i - 1, Set.of("did", "fared", "performed"))) {
            return Optional.empty();
        }
        boolean than = tokens.lower(i + 1).equals("than");
        Phrase comparator = than ? arguments.comparator(i + 2) : Phrase.NONE;
        int on = than ? comparator.to() : i + 1;
        return frame(
                i, arguments.subject(i - 1), comparator, outcomes(on, PURPOSES), denied(i) ? Favours.NEITHER : favours);
    }

    /** "A scored higher than B on Y". */
    private Optional<Frame> scored(int i) {
        if (!tokens.isOneOf(i + 1, HIGHER) || !tokens.lower(i + 2).equals("than")) {
            return Optional.empty();
        }
        Phrase comparator = arguments.comparator(i + 3);
        return frame(i, arguments.subject(i), comparator, outcomes(comparator.to(), WHERE), Favours.NEITHER);
    }

    /** The outcomes behind the preposition at the token, if it is one of those. */
    private List<Phrase> outcomes(int preposition, Set<String> prepositions) {
        return tokens.isOneOf(preposition, prepositions) ? arguments.outcomes(preposition + 1) : List.of();
    }

    private boolean denied(int i) {
        return tokens.anyBefore(i, 3, NOTHING);
    }

    private Optional<Frame> frame(int at, Phrase predictor, Phrase comparator, List<Phrase> outcomes, Favours favours) {
        // "pupils in the one condition outperformed pupils in the other"
        boolean groups = outcomes.stream().anyMatch(outcome -> Circumstances.isGroup(tokens, outcome));
        boolean told = !groups && (!comparator.isEmpty() || !outcomes.isEmpty());
        boolean clear = told && (!predictor.isEmpty() || arguments.isElided(at));
        return Optional.of(
                clear ? Frame.of(at, predictor, comparator, outcomes, favours) : Frame.unclear(at, List.of()));
    }
}
