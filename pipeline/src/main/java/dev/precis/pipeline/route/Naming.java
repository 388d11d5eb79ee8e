package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.map.Iris;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.StoreRefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives each post its name: the one that it got when it was kept first, which address, guid or file lead back to, and
 * title and month where nothing speaks against it; else a new one (ADR 29).
 */
final class Naming {
    /** Of two posts that share a title in a month the first has the plain name, whatever way they came. */
    private static final Comparator<Draft> EARLIEST = Comparator.comparing(Draft::date)
            .thenComparing(
                    draft -> all(draft).stream().map(PostKey::normal).toList().toString());

    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Iris iris;
    private final Home home;
    private final Works works;
    private final Map<List<PostKey>, String> names = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> doubles = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private Set<String> stored;

    Naming(GraphArchive archive, SourceProfile profile, Works works) {
        this.archive = archive;
        this.profile = profile;
        this.iris = new Iris(profile);
        this.home = Home.of(profile);
        this.works = works;
        check();
        this.stored = ours();
    }

    /**
     * Names all posts of a run so far: what is known for sure first, so that it never loses its name to another.
     *
     * @return what was odd
     */
    List<Notice> name(List<Draft> drafts) {
        names.clear();
        titles.clear();
        given.clear();
        doubles.clear();
        notices.clear();
        stored = ours();
        drafts.forEach(draft -> byKeys(draft).ifPresent(name -> give(draft, name)));
        drafts.stream()
                .filter(draft -> !isNamed(draft))
                .filter(this::citesWhatItsTitleDid)
                .forEach(this::nameByTitle);
        drafts.stream().filter(draft -> !isNamed(draft)).forEach(this::nameByTitle);
        drafts.stream().filter(draft -> !isNamed(draft)).sorted(EARLIEST).forEach(draft -> give(draft, fresh(draft)));
        return List.copyOf(notices);
    }

    /** The IRI of the summary and of its graph. */
    String of(Draft draft) {
        return Objects.requireNonNull(names.get(all(draft)), () -> "not named: " + draft.key());
    }

    /** All that the post is known by, and no other: of posts that share a title, the first one has it. */
    List<String> keys(Draft draft) {
        String title = key(title(draft));
        return Stream.concat(
                        draft.origin().keys().stream().map(home::meant).map(this::key),
                        Stream.of(title).filter(key -> of(draft).equals(titles.get(key))))
                .distinct()
                .toList();
    }

    /** The summaries of this source that were stored when posts were named last. */
    Set<String> stored() {
        return stored;
    }

    private Set<String> ours() {
        return ofSource().filter(this::isOurs).collect(Collectors.toSet());
    }

    private Stream<String> ofSource() {
        return archive.registrations().stream()
                .filter(row -> row.keys().stream().anyMatch(key -> key.startsWith(profile.id() + " ")))
                .map(Registration::graph)
                .filter(name -> archive.entry(name).isPresent());
    }

    /**
     * Refuses a store that has the source's summaries under another base or path than the profile says: all of them
     * would be there twice.
     */
    private void check() {
        ofSource().filter(name -> !isOurs(name)).findFirst().ifPresent(name -> {
            throw new StoreRefusedException(
                    archive.store(),
                    "has summaries of " + profile.id() + " under other names than base and path of its profile make ("
                            + profile.root() + "), such as " + name
                            + ": names are given once. Give the profile its base"
                            + " and path back and say --base-uri to serve under another one, or ingest into another"
                            + " store");
        });
    }

    /** Whether an IRI or an address is that of a summary of this source, stored or of this run. */
    boolean isKnown(String summary) {
        PostKey address = home.meant(PostKey.ofAddress(summary));
        return given.contains(summary)
                || stored.contains(summary)
                || names.keySet().stream()
                        .flatMap(List::stream)
                        .map(home::meant)
                        .anyMatch(address::equals)
                || storedAt(address).isPresent();
    }

    /** The stored summary of this source that is known by a key. */
    Optional<String> storedAt(PostKey key) {
        return archive.graphOf(keys(key)).filter(stored::contains);
    }

    /**
     * The name of one of some posts that may be the same as a stored summary that nobody showed: it is new, and cites
     * the same work.
     */
    Optional<String> likely(String missed, List<Draft> drafts) {
        List<String> cited = known(missed).citations();
        return drafts.stream()
                .filter(draft -> !stored.contains(of(draft)))
                .filter(draft -> works.compare(
                                cited,
                                draft.citations().stream().map(Passage::text).toList())
                        == Works.Likeness.SAME)
                .map(this::of)
                .findFirst();
    }

    /** Whether a post got a name of its own though its title and month are those of a summary that nobody showed. */
    boolean doubles(Draft draft) {
        return doubles.contains(of(draft));
    }

    private boolean isNamed(Draft draft) {
        return names.containsKey(all(draft));
    }

    private void give(Draft draft, String name) {
        names.put(all(draft), name);
        given.add(name);
        String title = key(title(draft));
        // whose title it was first, that it stays
        titles.putIfAbsent(
                title, archive.graphOf(List.of(title)).filter(this::isOurs).orElse(name));
    }

    private Optional<String> byKeys(Draft draft) {
        Identity identity = identity(draft);
        List<PostKey> keys = draft.origin().keys().stream().map(home::meant).toList();
        for (PostKey key : keys) {
            Optional<String> name = kept(key);
            if (name.isPresent() && identity.isSameBy(key, known(name.get()).identity(), works)) {
                return name;
            }
            name.ifPresent(other -> notices.add(Notice.info(
                    "key-reused",
                    draft.origin().address().toString(),
                    "the " + key + " was another summary's, " + other + ": \"" + draft.name()
                            + "\" is one of its own")));
        }
        return Optional.empty();
    }

    private void nameByTitle(Draft draft) {
        Identity identity = identity(draft);
        kept(title(draft)).ifPresent(name -> {
            Identity before = known(name).identity();
            if (identity.isSameByTitle(before, works)) {
                give(draft, name);
                if (identity.contradicts(before)) {
                    notices.add(Notice.info(
                            "supersedes",
                            draft.origin().address().toString(),
                            "\"" + draft.name() + "\" has title, month and study of " + name
                                    + ", which came from elsewhere: it is taken for its newer version"));
                }
            }
        });
    }

    private boolean citesWhatItsTitleDid(Draft draft) {
        List<String> citations = draft.citations().stream().map(Passage::text).toList();
        return !draft.origin().keys().isEmpty()
                && kept(title(draft))
                        .map(name -> works.compare(citations, known(name).citations()))
                        .filter(Works.Likeness.SAME::equals)
                        .isPresent();
    }

    /** The name that a key leads back to, unless another post of this run has it. */
    private Optional<String> kept(PostKey key) {
        return archive.graphOf(keys(key)).filter(this::isOurs).filter(name -> !given.contains(name));
    }

    /** Under another base than today's it is the name of something else. */
    private boolean isOurs(String name) {
        return name.startsWith(profile.root());
    }

    private String fresh(Draft draft) {
        String first = iris.summary(draft, 1);
        String name = first;
        for (int number = 2; given.contains(name) || known(name).isTaken(); number++) {
            name = iris.summary(draft, number);
        }
        if (!name.equals(first)) {
            if (stored.contains(first) && !given.contains(first)) {
                doubles.add(name);
            }
            notices.add(Notice.info(
                    "title-shared",
                    draft.origin().address().toString(),
                    "another post of that month has the title \"" + draft.name() + "\", " + first + ": this one is "
                            + name));
        }
        return name;
    }

    /** What is kept of a name. */
    Kept known(String name) {
        return new Kept(archive, profile.id(), home, name);
    }

    private Identity identity(Draft draft) {
        return Identity.of(draft).at(home);
    }

    private static List<PostKey> all(Draft draft) {
        return Stream.concat(draft.origin().keys().stream(), Stream.of(title(draft)))
                .toList();
    }

    private static PostKey title(Draft draft) {
        return new PostKey(PostKey.Kind.TITLE, draft.key());
    }

    /** All that means the same as a key. */
    private List<String> keys(PostKey key) {
        return home.spellings(key).stream().map(this::key).toList();
    }

    /** Two blogs may have files, and feeds guids, of one name. */
    private String key(PostKey key) {
        return profile.id() + " " + key;
    }
}
