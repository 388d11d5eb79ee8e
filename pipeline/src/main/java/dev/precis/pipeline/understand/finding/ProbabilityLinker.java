package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.AttachmentReader.FoundProbability;
import dev.precis.pipeline.understand.finding.AttachmentReader.Sharing;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;
import java.util.Set;

/** Decides which statistics a p governs: the nearest before it, several that share it, or none that is printed. */
final class ProbabilityLinker {
    /** No list of results in a sentence is longer; bounds the work on hostile input. */
    private static final int LONGEST_LIST = 40;

    private static final Set<String> CONTRASTS = Words.of("versus vs than compared to relative");
    private static final Set<String> DIFFERENCES = Words.of("""
        difference differences differ differed differs different interaction but whereas while
        although however because which
        """);
    private static final Set<String> CONTINUATIONS = Words.of("""
        for in at among on with of between after from and across to significant within per
        points statistically years weeks months
        """);

    private final Tokens tokens;
    private final Readings readings;
    private final StatisticType bare;

    ProbabilityLinker(Tokens tokens, Readings readings, StatisticType bare) {
        this.tokens = tokens;
        this.readings = readings;
        this.bare = bare;
    }

    void link(FoundProbability found, int from) {
        List<Reading> hosts = readings.tested(LONGEST_LIST);
        boolean linked = false;
        if (found.sharing() == Sharing.NONE) {
            hosts = List.of();
        }
        if (found.sharing() == Sharing.ONE) {
            if (!hosts.isEmpty() && governs(hosts, from)) {
                linked = attach(hosts.getFirst(), found, from);
            }
        } else {
            int most = found.sharing() == Sharing.BOTH ? 2 : hosts.size();
            for (Reading host : hosts.subList(0, Math.min(most, hosts.size()))) {
                boolean sameKind =
                        host.type().isInferential() == hosts.getFirst().type().isInferential();
                if (!sameKind || host.has(Attachment.Probability.class)) {
                    break;
                }
                linked |= attach(host, found, from);
            }
        }
        if (!linked && found.probability().significant()) {
            readings.add(Reading.probability(bare, found.probability(), from, found.end()));
        }
    }

    private static boolean attach(Reading host, FoundProbability found, int from) {
        if (host.has(Attachment.Probability.class)) {
            return false;
        }
        host.attach(found.probability(), from, found.end());
        return true;
    }

    private boolean governs(List<Reading> hosts, int from) {
        Reading nearest = hosts.getFirst();
        boolean sameBrackets =
                tokens.group(from) != Tokens.OUTSIDE && tokens.group(from) == tokens.group(nearest.valueEnd() - 1);
        if (sameBrackets) {
            return !isContrast(hosts) || tokens.group(hosts.get(1).valueEnd() - 1) != tokens.group(from);
        }
        int words = tokens.wordsBetween(nearest.end(), from);
        if (words > 0 && !continues(nearest.end(), from)) {
            return false;
        }
        return !isContrast(hosts);
    }

    /** Whether the words between a statistic and its p only say what it is of: "r = .30 for anxiety, p < .05". */
    private boolean continues(int end, int from) {
        if (tokens.wordsBetween(end, from) > 10 || tokens.anyBetween(end, from, DIFFERENCES)) {
            return false;
        }
        int first = end;
        while (first < from && !tokens.isWord(first)) {
            first++;
        }
        boolean closed = tokens.closes(first - 1) || tokens.is(first - 1, ",") || tokens.is(first - 1, ";");
        return tokens.isOneOf(first, CONTINUATIONS) && !closed
                || tokens.anyBetween(end, from, Set.of("significant", "significantly"));
    }

    /** Whether the last two values are compared with each other, so that a p is about their difference. */
    private boolean isContrast(List<Reading> hosts) {
        if (hosts.size() < 2) {
            return false;
        }
        Reading last = hosts.getFirst();
        Reading before = hosts.get(1);
        if (!last.type().equals(before.type()) || before.has(Attachment.Probability.class)) {
            return false;
        }
        boolean described = last.type().is("percentage") || last.type().isCentre();
        return described || tokens.anyBetween(before.valueEnd(), last.first(), CONTRASTS);
    }
}
