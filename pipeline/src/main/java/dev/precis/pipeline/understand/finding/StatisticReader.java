package dev.precis.pipeline.understand.finding;

import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;

/** Turns the numbers of a sentence into typed statistics with what is attached to each. */
public final class StatisticReader {
    private final StatisticLexicon lexicon;
    private final SentenceGrammar grammar;

    /** @param statistics the types to read, with their names and symbols */
    public StatisticReader(ConceptScheme statistics) {
        this.lexicon = new StatisticLexicon(statistics);
        this.grammar = new SentenceGrammar(lexicon);
    }

    /** The statistics of the sentence in printed order; none if it reports no number. */
    public List<Statistic> read(Passage sentence) {
        return read(sentence, Tokens.of(sentence.text())).stream()
                .map(Located::statistic)
                .toList();
    }

    /** The same with their places, where the sentence is already cut into its tokens. */
    List<Located> read(Passage sentence, Tokens tokens) {
        if (Conventions.explains(tokens) || Frames.hold(tokens) || Furniture.is(tokens)) {
            return List.of();
        }
        Readings readings = new Readings(tokens, lexicon);
        grammar.read(tokens, readings);
        List<Located> numbers = readings.in(sentence);
        return numbers.isEmpty() || ReportCues.hold(tokens, numbers) ? numbers : List.of();
    }
}
