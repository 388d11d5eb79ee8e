package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Set;

/** Finds outcomes where no verb or noun relates anything, by what is measured in studies of treatment. */
record NamedOutcomes(Tokens tokens) {
    private static final Set<String> PLACES = Set.of("for", "on");

    /** The last word of what is measured. */
    private static final Set<String> MEASURED = Words.of("""
        depression anxiety distress symptoms symptom severity functioning wellbeing well-being mood anger shame guilt grief
        rumination worry insomnia sleep pain fatigue stress loneliness hopelessness suicidality ideation self-harm
        self-injury self-esteem self-compassion self-criticism burnout panic agoraphobia ptsd ocd avoidance mania psychosis
        dropout attrition remission relapse recovery response adherence alliance empathy satisfaction outcome outcomes
        craving drinking abstinence disability life behavior behaviour behaviors behaviours problems quality
        """);

    /** What a percentage can be of. */
    private static final Set<String> RATES = Words.of("""
        dropout drop-out attrition remission relapse recovery response nonresponse non-response deterioration
        """);

    /** "larger for social anxiety (d = 0.45)": the words beside the number. */
    Phrase beside(int from, int anchor) {
        int place = tokens.lastBefore(anchor, anchor - from, PLACES);
        Phrase phrase = place < 0 ? Phrase.NONE : Phrase.between(tokens, place + 1, anchor);
        boolean measured = !phrase.isEmpty() && tokens.isOneOf(phrase.to() - 1, MEASURED);
        return measured ? phrase : Phrase.NONE;
    }

    /** "Remission was 47% in the one group and 22% in the other": what the clause begins with. */
    Phrase rate(int from, int number) {
        int was = from;
        while (was < number && was < from + 6 && !tokens.isOneOf(was, Phrase.BE)) {
            was++;
        }
        boolean rates = tokens.isOneOf(was, Phrase.BE)
                && tokens.isNumber(was + 1)
                && (tokens.isOneOf(was - 1, RATES)
                        || tokens.isOneOf(was - 1, Set.of("rate", "rates")) && tokens.isOneOf(was - 2, RATES));
        int start = from;
        while (tokens.isOneOf(start, Set.of("the", "mean", "average", "overall", "pooled"))) {
            start++;
        }
        return rates ? Phrase.between(tokens, start, was) : Phrase.NONE;
    }
}
