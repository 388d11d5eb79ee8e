package dev.precis.pipeline.route;

import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.reconcile.Answer;
import dev.precis.pipeline.reconcile.Answers;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.sparql.archive.GraphArchive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * What is known of a post besides itself: its topics by its labels, by what was known of it, by its corrections; what
 * an editor says, and what a registry answered.
 */
final class Labelling {
    private final GraphArchive archive;
    private final Stages stages;
    private final Naming naming;
    private final Answers answers;

    Labelling(GraphArchive archive, Stages stages, Naming naming) {
        this.archive = archive;
        this.stages = stages;
        this.naming = naming;
        this.answers = stages.profile().resolver().isOn()
                ? Answers.of(archive.store(), stages.profile().id())
                : Answers.NONE;
    }

    /**
     * The draft, its labels as IRIs of concepts where these are known.
     *
     * @param mayLack whether pages that tell more labels may be missing
     */
    Draft resolved(Draft draft, boolean mayLack) {
        SequencedSet<String> labels = new LinkedHashSet<>(concepts(draft.labels()));
        labels.addAll(stages.tagger().tag(draft.labels()).unknown());
        if (draft.labels().isEmpty() || mayLack) {
            labels.addAll(known(draft)); // a page that prints no topics takes none away
        }
        Corrections.OfSummary corrections = corrections(draft);
        labels.addAll(concepts(corrections.added()));
        concepts(corrections.removed()).forEach(labels::remove);
        return draft.withLabels(new ArrayList<>(labels));
    }

    /** What an editor says of the post. */
    Corrections.OfSummary corrections(Draft draft) {
        return stages.corrections().of(naming.of(draft), draft.origin().keys());
    }

    /** All that a post's graph is made from besides the post: what an editor says, what a registry answered. */
    String beside(Draft draft) {
        String said = corrections(draft).toString();
        String answered = answers.text(naming.of(draft));
        return answered.isEmpty() ? said : said + "\nregistry\n" + answered;
    }

    /** What a registry answered about the works that a post cites. */
    List<Answer> answers(Draft draft) {
        return answers.of(naming.of(draft));
    }

    private List<String> concepts(List<String> labels) {
        TopicTagger.Tagging tagging = stages.tagger().tag(labels);
        return Stream.concat(tagging.topics().stream(), tagging.types().stream())
                .map(topic -> topic.concept().toString())
                .toList();
    }

    private List<String> known(Draft draft) {
        return naming.known(naming.of(draft)).labels();
    }
}
