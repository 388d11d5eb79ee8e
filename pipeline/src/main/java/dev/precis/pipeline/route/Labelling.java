package dev.precis.pipeline.route;

import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.sparql.archive.GraphArchive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Which topics and types of research a post has: by its labels, by what was known of it, by its corrections. */
final class Labelling {
    private final GraphArchive archive;
    private final Stages stages;
    private final Naming naming;

    Labelling(GraphArchive archive, Stages stages, Naming naming) {
        this.archive = archive;
        this.stages = stages;
        this.naming = naming;
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
