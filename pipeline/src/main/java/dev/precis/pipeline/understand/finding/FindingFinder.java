package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Finding.Role;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.claim.ClaimReader;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Numerals;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * The findings of a whole text. What it tells before it names its study ("In this study", "Owen and colleagues") is
     * background, whatever the sentence looks like.
     */
    public List<Finding> find(List<Passage> body) {
        List<Finding> findings = new ArrayList<>();
        boolean introduced = false;
        for (Passage paragraph : body) {
            for (Passage sentence : Sentences.split(paragraph)) {
                if (!introduced && Roles.introduces(sentence.text())) {
                    findings.replaceAll(FindingFinder::background);
                    introduced = true;
                }
                findIn(sentence).ifPresent(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    private static Finding background(Finding finding) {
        return new Finding(
                finding.sentence(),
                finding.numbers().stream()
                        .map(number -> number.as(Finding.Role.BACKGROUND))
                        .toList(),
                finding.remarks());
    }

    /** The findings in printed order; none if no sentence holds a statistic. */
    public List<Finding> find(Passage paragraph) {
        return Sentences.split(paragraph).stream()
                .flatMap(sentence -> findIn(sentence).stream())
                .toList();
    }

    private Optional<Finding> findIn(Passage sentence) {
        Tokens tokens = Tokens.of(sentence.text(), numerals);
        List<Located> numbers = statistics.read(sentence, tokens);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        List<Remark> remarks =
                consistency.check(numbers.stream().map(Located::statistic).toList(), sentence.text());
        List<Role> roles = Roles.of(tokens, numbers);
        List<Claim> claims = ClaimReader.read(tokens, sentence, numbers);
        List<Reported> reported = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            reported.add(new Reported(numbers.get(i).statistic(), roles.get(i), claims.get(i)));
        }
        return Optional.of(new Finding(sentence, reported, remarks));
    }
}
