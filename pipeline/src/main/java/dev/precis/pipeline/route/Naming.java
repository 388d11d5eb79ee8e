package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.map.Iris;
import dev.precis.sparql.archive.GraphArchive;
import java.util.List;
import java.util.stream.Stream;

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
        return archive.graphOf(List.of(key(title(draft))))
                .filter(name -> name.startsWith(profile.root()))
                .orElseGet(() -> iris.summary(draft));
    }

    /** All that the post is known by: the register keeps it, though only the title in its month leads back so far. */
    List<String> keys(Draft draft) {
        return Stream.concat(draft.origin().keys().stream(), Stream.of(title(draft)))
                .map(this::key)
                .toList();
    }

    private static PostKey title(Draft draft) {
        return new PostKey(PostKey.Kind.TITLE, draft.key());
    }

    /** Two blogs may have files, and feeds guids, of one name. */
    private String key(PostKey key) {
        return profile.id() + " " + key;
    }
}
