package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Claim.Favours;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Reads what is related to what, where a sentence says it in one of a few plain forms: "X predicted Y", "the effect of
 * X on Y", "A was more effective than B for Y". It rather says nothing than something that may be wrong.
 */
final class RelationReader {
    private static final Set<String> AND = Set.of("and");
    private static final Set<String> HAVING = Set.of("had", "has", "have", "exerted");
    private static final Set<String> GREATER = Set.of("greater", "larger", "more", "stronger", "faster");
    private static final Set<String> NOTHING = Set.of("no", "not", "nor", "neither", "never");

    /** What each word that relates is read by. */
    private static final Map<String, ObjIntConsumer<RelationReader>> FORMS = new HashMap<>();

    static {
        add("associated correlated related linked unrelated", RelationReader::related);
        add("went goes go", RelationReader::went);
        add("predicted predicts predict", RelationReader::predicted);
        add("""
            reduced reduces reduce increased increases improved improves improve lowered lowers lower decreased decreases
            affected affects affect influenced enhanced
            """, RelationReader::changed);
        add("effect effects impact influence", RelationReader::effect);
        add("correlation correlations association associations relationship relation link", RelationReader::between);
        add("explained explains accounted accounts", RelationReader::explained);
        add("led leads lead resulted results", RelationReader::led);
        add("produced produces showed yielded", RelationReader::gave);
    }

    private final Tokens tokens;
    private final Arguments arguments;
    private final ContrastReader contrasts;
    private final List<Frame> frames = new ArrayList<>();

    private RelationReader(Tokens tokens, Arguments arguments) {
        this.tokens = tokens;
        this.arguments = arguments;
        this.contrasts = new ContrastReader(tokens, arguments);
    }

    private static void add(String words, ObjIntConsumer<RelationReader> form) {
        Words.of(words).forEach(word -> FORMS.put(word, form));
    }

    /** What the verbs and nouns of the sentence relate, in printed order. */
    static List<Frame> read(Tokens tokens, Arguments arguments) {
        RelationReader reader = new RelationReader(tokens, arguments);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i) && tokens.group(i) == Tokens.OUTSIDE) {
                reader.readAt(i);
            }
        }
        return reader.frames;
    }

    private void readAt(int i) {
        ObjIntConsumer<RelationReader> form = FORMS.get(tokens.lower(i));
        if (form == null) {
            contrasts.read(i).ifPresent(frames::add);
        } else {
            form.accept(this, i);
        }
    }

    /** "X predicted Y". */
    private void predicted(int i) {
        relate(i, arguments.subject(i), Phrase.NONE, arguments.outcomes(i + 1));
    }

    /** "X went with Y". */
    private void went(int i) {
        if (tokens.lower(i + 1).equals("with")) {
            relate(i, arguments.subject(i), Phrase.NONE, arguments.outcomes(i + 2));
        }
    }

    /** "X led to greater reductions in Y". */
    private void led(int i) {
        if (tokens.isOneOf(i + 1, Set.of("to", "in"))) {
            leading(i, i + 2);
        }
    }

    /** "X produced greater reductions in Y". */
    private void gave(int i) {
        leading(i, i + 1);
    }

    /** "X was not associated with Y", "X correlated with Y". */
    private void related(int i) {
        int preposition = tokens.lower(i + 1).endsWith("ly") ? i + 2 : i + 1;
        int verb = arguments.beforeAdverbs(i);
        boolean linked = tokens.isOneOf(preposition, Set.of("with", "to"));
        boolean passive = tokens.isOneOf(verb - 1, Phrase.BE) || tokens.lower(i).equals("correlated");
        if (linked && passive) {
            relate(i, arguments.subject(i), Phrase.NONE, arguments.outcomes(preposition + 1));
        }
    }

    /** "X reduced Y": the verb needs an object, and people who improve something are no treatment. */
    private void changed(int i) {
        boolean passive = tokens.isOneOf(arguments.beforeAdverbs(i) - 1, Phrase.BE);
        boolean object = tokens.isWord(i + 1)
                && !tokens.isOneOf(i + 1, Arguments.AFTER_OUTCOME)
                && !tokens.lower(i + 1).endsWith("ly")
                && !tokens.isOneOf(
                        i + 1, Set.of("in", "from", "to", "with", "on", "and", "or", "more", "most", "less"));
        boolean adjective = tokens.isOneOf(i - 1, Set.of("with", "to", "of", "in", "the", "a", "an", "for"))
                || tokens.lower(i).equals("lower") && !tokens.isOneOf(i - 1, Set.of("not", "did"));
        if (!passive && object && !adjective) {
            relate(i, arguments.subject(i), Phrase.NONE, arguments.outcomes(i + 1));
        }
    }

    /** "The effect of X on Y", "the effects of X were", "an effect on Y". */
    private void effect(int i) {
        if (tokens.lower(i + 1).equals("of")) {
            Phrase predictor = Phrase.after(tokens, i + 2, Set.of("on", "was", "were", "is", "are"));
            boolean on = tokens.lower(predictor.to()).equals("on");
            int end = predictor.to();
            boolean tested = tokens.is(end, ",")
                    && tokens.isWord(end + 1)
                    && (tokens.opens(end + 2) || tokens.isOneOf(end + 2, Phrase.RELATIONS));
            boolean told = on || tested || tokens.opens(end) || tokens.isOneOf(end, Phrase.BE);
            boolean size = tokens.isOneOf(end - 1, Set.of("size", "magnitude", "strength", "kind", "type"));
            if (told && !size && !predictor.isEmpty()) {
                add(i, predictor, Phrase.NONE, on ? arguments.single(predictor.to() + 1) : List.of());
            }
        } else if (tokens.lower(i + 1).equals("than")) {
            Phrase other = arguments.comparator(i + 2);
            boolean on = tokens.lower(other.to()).equals("on");
            relate(i, owner(i), other, on ? arguments.single(other.to() + 1) : List.of());
        } else if (tokens.lower(i + 1).equals("on")) {
            add(i, owner(i), Phrase.NONE, arguments.single(i + 2));
        }
    }

    /** Who "had a small but significant effect"; none where the words do not say. */
    private Phrase owner(int effect) {
        int verb = tokens.lastBefore(effect, 6, HAVING);
        boolean whole = verb > 0 && !tokens.anyBetween(verb, effect, Set.of(","));
        return whole ? arguments.subject(verb) : Phrase.NONE;
    }

    /** "X led to greater reductions in Y than B": without the word for a change in Y it is no effect on Y. */
    private void leading(int i, int from) {
        int change = from;
        while (change < from + 4 && tokens.isWord(change) && !tokens.isOneOf(change, Arguments.TURNS_OF_OUTCOME)) {
            change++;
        }
        if (tokens.isOneOf(change, Arguments.TURNS_OF_OUTCOME)
                && tokens.lower(change + 1).equals("in")) {
            List<Phrase> outcome = arguments.single(change + 2);
            boolean greater = tokens.anyBetween(from, change, GREATER) && !tokens.anyBetween(from, change, NOTHING);
            int than = outcome.isEmpty() ? 0 : outcome.getFirst().to();
            Phrase other = tokens.lower(than).equals("than") ? arguments.comparator(than + 1) : Phrase.NONE;
            relate(i, arguments.subject(i), other, outcome, greater ? Favours.PREDICTOR : Favours.NEITHER);
        }
    }

    /** "The correlation between X and Y", "the association of X with Y". */
    private void between(int i) {
        String preposition = tokens.lower(i + 1);
        String join = preposition.equals("between") ? "and" : preposition.equals("of") ? "with" : "";
        if (join.isEmpty()) {
            return;
        }
        Phrase first = Phrase.after(tokens, i + 2, Set.of(join));
        List<Phrase> second = arguments.single(first.to() + 1);
        boolean two = second.stream().noneMatch(phrase -> tokens.anyBetween(phrase.from(), phrase.to(), AND));
        if (!first.isEmpty() && tokens.lower(first.to()).equals(join) && two) {
            add(i, first, Phrase.NONE, second);
        }
    }

    /** "X explained 7% of the variance in Y". */
    private void explained(int i) {
        int variance = i + 1;
        while (variance < i + 10
                && !tokens.lower(variance).equals("variance")
                && (tokens.isWord(variance) || tokens.isNumber(variance) || tokens.is(variance, "%"))) {
            variance++;
        }
        boolean in = tokens.lower(variance).equals("variance") && tokens.isOneOf(variance + 1, Set.of("in", "of"));
        if (in) {
            relate(i, arguments.subject(i), Phrase.NONE, arguments.single(variance + 2));
        }
    }

    /** A verb with a subject or an object that cannot be read is still a relation, and an unclear one. */
    private void relate(int at, Phrase predictor, Phrase comparator, List<Phrase> outcomes, Favours favours) {
        boolean told = !comparator.isEmpty() || !outcomes.isEmpty();
        boolean clear = told && (!predictor.isEmpty() || arguments.isElided(at));
        frames.add(clear ? Frame.of(at, predictor, comparator, outcomes, favours) : Frame.unclear(at, outcomes));
    }

    private void relate(int at, Phrase predictor, Phrase comparator, List<Phrase> outcomes) {
        relate(at, predictor, comparator, outcomes, Favours.NEITHER);
    }

    private void add(int at, Phrase predictor, Phrase comparator, List<Phrase> outcomes) {
        frames.add(Frame.of(at, predictor, comparator, outcomes, Favours.NEITHER));
    }
}
