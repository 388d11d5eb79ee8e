package dev.precis.pipeline.route;

import static java.util.stream.Collectors.toSet;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the posts that a run has read is let in: without what pages have alike, and none that are in doubt. */
final class Admission {
    /** Of a site with fewer posts, half of them may well be gone. */
    private static final int FEWEST = 5;

    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Naming naming;
    private final Gate gate;
    private Layout layout;
    private boolean home;

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

    /**
     * That a crawl from that address has come to its end; from the home of the blog it should have found all of it, and
     * whether it is that is told.
     */
    boolean crawled(URI address) {
        PostKey key = PostKey.ofAddress(address.toString());
        home |= key.equals(PostKey.ofAddress(profile.home().toString()));
        return home;
    }

    /** What is to say where a crawl from the home has found less than half of the posts that are known of its site. */
    Optional<Notice> shrunken(List<Draft> drafts) {
        Set<String> here = names(drafts);
        Set<String> known = naming.stored();
        long met = known.stream().filter(here::contains).count();
        if (!home || 2 * met >= known.size()) {
            return Optional.empty();
        }
        // what came from elsewhere, such as dropped files, is not looked for there
        long ofSite = known.stream().filter(this::isOfSite).count();
        return ofSite < FEWEST || 2 * met >= ofSite
                ? Optional.empty()
                : Optional.of(Notice.violation(
                        Gate.DOUBTFUL,
                        profile.id(),
                        "the crawl found %d of %d posts that are known: nothing is taken away. If the site has moved or"
                                        .formatted(met, ofSite)
                                + " has another mark-up, `listing.follow` and `listing.posts` tell where they are"));
    }

    private Set<String> names(List<Draft> drafts) {
        return drafts.stream().map(naming::of).collect(toSet());
    }

    private boolean isOfSite(String name) {
        return new Kept(archive, profile.id(), name)
                .source()
                .filter(source ->
                        String.valueOf(source.getHost()).equals(profile.home().getHost()))
                .isPresent();
    }

    /** The post without what is text of none. */
    Draft read(Draft draft) {
        return layout.read(draft);
    }

    /** @param drafts that are new or read otherwise than before */
    Gate.Verdict judge(List<Draft> drafts) {
        return gate.judge(
                drafts,
                draft -> new Kept(archive, profile.id(), naming.of(draft)).lengthOfText(),
                !naming.stored().isEmpty());
    }
}
