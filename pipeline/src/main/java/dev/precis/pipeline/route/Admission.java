package dev.precis.pipeline.route;

import static java.util.stream.Collectors.toSet;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.archive.GraphArchive;
import java.util.List;
import java.util.Set;

/** What of the posts that a run has read is let in: without what pages have alike, and none that are in doubt. */
final class Admission {
    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Naming naming;
    private final Gate gate;
    private Layout layout;

    /** @param forced whether doubt is no reason to withhold */
    Admission(GraphArchive archive, SourceProfile profile, Naming naming, boolean forced) {
        this.archive = archive;
        this.profile = profile;
        this.naming = naming;
        this.gate = new Gate(profile, forced);
        this.layout = Layout.read(archive.store(), profile.id());
    }

    /** Learns what pages have alike, if all posts that are stored are among these. */
    void learn(List<Draft> drafts) {
        Layout learned = Layout.learn(drafts);
        if (!learned.equals(layout) && names(drafts).containsAll(naming.stored())) {
            layout = learned;
            layout.write(archive.store(), profile.id());
        }
    }

    private Set<String> names(List<Draft> drafts) {
        return drafts.stream().map(naming::of).collect(toSet());
    }

    /** The post without what is text of none. */
    Draft read(Draft draft) {
        return layout.read(draft);
    }

    /** @param drafts that are new or read otherwise than before */
    Gate.Verdict judge(List<Draft> drafts) {
        return gate.judge(
                drafts,
                draft -> naming.known(naming.of(draft)).lengthOfText(),
                naming::doubles,
                !naming.stored().isEmpty());
    }
}
