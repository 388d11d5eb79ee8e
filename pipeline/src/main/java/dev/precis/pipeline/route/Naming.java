package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.map.Iris;
import dev.precis.sparql.archive.GraphArchive;
import java.util.List;

/** Gives each post its name: the one that it got when it was kept first, else a new one. */
final class Naming {
    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Iris iris;

    Naming(GraphArchive archive, SourceProfile profile) {
        this.archive = archive;
        this.profile = profile;
        this.iris = new Iris(profile);
    }

    /** The IRI of the summary and of its graph. */
    String of(Draft draft) {
        // under another base than today's it is the name of something else
        return archive.graphOf(keys(draft))
                .filter(name -> name.startsWith(profile.root()))
                .orElseGet(() -> iris.summary(draft));
    }

    /** What the post is known by, what tells most first. */
    List<String> keys(Draft draft) {
        return List.of("title " + profile.id() + " " + draft.key());
    }
}
