package dev.precis.pipeline.execute;

import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.reconcile.Answer;
import java.util.List;

/**
 * A post that is to become a graph, with all that it depends on besides the settings of its source.
 *
 * @param name of its graph: who keeps the register gives it
 * @param corrections that an editor has made
 * @param answers of a registry about the works that it cites
 */
public record PostTask(Draft draft, String name, Corrections.OfSummary corrections, List<Answer> answers) {
    public PostTask {
        answers = List.copyOf(answers);
    }
}
