package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.token.Numerals;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentences of a paragraph that report something in numbers. */
public final class FindingFinder {
    private final StatisticReader statistics;
    private final ConsistencyCheck consistency;
    private final Numerals numerals;

    public FindingFinder(StatisticReader statistics, ConsistencyCheck consistency) {
        this(statistics, consistency, Numerals.POINT);
    }

    /** @param numerals as the language of the texts writes them */
    public FindingFinder(StatisticReader statistics, ConsistencyCheck consistency, Numerals numerals) {
        this.numerals = numerals;
        this.statistics = statistics;
        this.consistency = consistency;
    }

    /** The findings in printed order; none if no sentence holds a statistic. */
    public List<Finding> find(Passage paragraph) {
        List<Finding> findings = new ArrayList<>();
        for (Passage sentence : Sentences.split(paragraph)) {
            Tokens tokens = Tokens.of(sentence.text(), numerals);
            List<Statistic> numbers = statistics.read(sentence, tokens);
            if (!numbers.isEmpty()) {
                List<Remark> remarks = numbers.stream()
                        .flatMap(number -> consistency.check(number, sentence.text()).stream())
                        .toList();
                Claim claim = numbers.stream().allMatch(number -> number instanceof Statistic.Count)
                        ? Claim.NONE
                        : ClaimReader.read(tokens, sentence);
                findings.add(new Finding(sentence, Roles.of(tokens, numbers), numbers, remarks, claim));
            }
        }
        return findings;
    }
}
