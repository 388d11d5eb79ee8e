package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Finding.Role;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;
import java.util.Set;

/** Tells what a sentence's numbers are about, by the words around them. */
final class Roles {
    private static final Set<String> EARLIER = Words.of("""
        previous previously prior earlier past worldwide globally prevalence known estimates
        """);
    private static final Set<String> LITERATURE = Words.of("""
        research studies study meta-analysis meta-analyses review reviews findings work
        literature evidence trials surveys
        """);
    private static final Set<String> POPULATIONS = Words.of("worldwide globally population prevalence nationally");
    private static final Set<String> SAMPLING = Words.of("""
        sample samples included including include includes participants participated recruited
        randomized randomised enrolled collected consisted comprised aged age ages women men
        female male girls boys identified screened representing found surveyed interviewed
        reviewed drawn working database completed recordings large treated searched
        """);

    private Roles() {}

    static Role of(Tokens tokens, List<Statistic> statistics) {
        boolean inferred = statistics.stream().anyMatch(Roles::isInferred);
        if (has(tokens, POPULATIONS) && !inferred || isEarlierWork(tokens)) {
            return Role.BACKGROUND;
        }
        boolean counted = statistics.stream().anyMatch(statistic -> statistic instanceof Statistic.Count);
        boolean described = statistics.stream().noneMatch(Roles::isInferred);
        boolean ages = has(tokens, Set.of("aged", "age", "ages", "women", "female", "men", "male"));
        return described && (counted || ages) && has(tokens, SAMPLING) ? Role.SAMPLE : Role.RESULT;
    }

    /** A test, an interval or a p shows that something was found, not who was asked. */
    private static boolean isInferred(Statistic statistic) {
        return statistic instanceof Statistic.BareProbability
                || statistic.attachments().stream()
                        .anyMatch(attachment -> attachment instanceof Attachment.Interval
                                || attachment instanceof Attachment.Probability
                                || attachment instanceof Attachment.StandardError);
    }

    /** "Previous research", "in an earlier meta-analysis": a word for earlier directly before a word for research. */
    private static boolean isEarlierWork(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isOneOf(i, EARLIER)
                    && (tokens.isOneOf(i + 1, LITERATURE) || tokens.isOneOf(i + 2, LITERATURE))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Tokens tokens, Set<String> words) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isOneOf(i, words)) {
                return true;
            }
        }
        return false;
    }
}
