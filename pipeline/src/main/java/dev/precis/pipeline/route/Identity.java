package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.page.Home;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a post is known by, and what its readings tell to compare it with others (ADR 29).
 *
 * @param keys its addresses, guids and files, in normal form
 * @param titles its titles, each after its month: {@code 2021-05 empathy again}
 * @param cited what it cites, as printed; asked for only where keys do not tell
 */
record Identity(Set<PostKey> keys, Set<String> titles, Supplier<List<String>> cited) {
    private static final int MONTH_LENGTH = 7;

    Identity {
        keys = Set.copyOf(keys);
        titles = Set.copyOf(titles);
    }

    static Identity of(Draft draft) {
        // a list glues the beginning of a text to its citation, which then looks like that of another work
        List<String> citations = Excerpts.isExcerpt(draft)
                ? List.of()
                : draft.citations().stream().map(Passage::text).toList();
        return new Identity(
                draft.origin().keys().stream().map(PostKey::normal).collect(Collectors.toSet()),
                Set.of(draft.key()),
                () -> citations);
    }

    /** The same, its addresses as those under a home that they mean. */
    Identity at(Home home) {
        return new Identity(keys.stream().map(home::meant).collect(Collectors.toSet()), titles, cited);
    }

    List<String> citations() {
        return cited.get();
    }

    /** That of the post which both are. */
    Identity with(Identity other) {
        List<String> citations = Stream.concat(citations().stream(), other.citations().stream())
                .distinct()
                .toList();
        return new Identity(joined(keys, other.keys), joined(titles, other.titles), () -> citations);
    }

    private static <T> Set<T> joined(Collection<T> one, Collection<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    /** Whether it has no key but its title. */
    boolean isKnownByTitleAlone() {
        return keys.isEmpty();
    }

    boolean hasTitleOf(Identity other) {
        return titles.stream().anyMatch(other.titles::contains);
    }

    /** Whether both have keys of one kind, and none in common. */
    boolean contradicts(Identity other) {
        return keys.stream().noneMatch(other.keys::contains)
                && keys.stream().anyMatch(key -> other.keys.stream().anyMatch(one -> one.kind() == key.kind()));
    }

    /**
     * Whether two posts that a guid or a file calls the same are: not if nothing else agrees, since guids and files are
     * used again.
     */
    boolean isLike(Identity other, Works works) {
        return switch (works.compare(citations(), other.citations())) {
            case SAME -> true;
            case OTHER -> hasTitleOf(other);
            case UNKNOWN ->
                titles.stream()
                        .anyMatch(title -> other.titles.stream()
                                .anyMatch(one -> month(one).equals(month(title))
                                        || name(one).equals(name(title))));
        };
    }

    private static String month(String title) {
        return title.substring(0, MONTH_LENGTH);
    }

    private static String name(String title) {
        return title.substring(MONTH_LENGTH);
    }

    /**
     * Whether a key that both have makes them one post: an address does, the others where nothing speaks against it.
     */
    boolean isSameBy(PostKey key, Identity other, Works works) {
        return switch (key.kind()) {
            case ADDRESS -> true;
            case GUID ->
                !ofKind(PostKey.Kind.ADDRESS).contradicts(other.ofKind(PostKey.Kind.ADDRESS)) || isLike(other, works);
            case FILE -> isLike(other, works);
            case TITLE -> isSameByTitle(other, works);
        };
    }

    /**
     * Whether a title in a month makes them one post: not if they have keys that tell them apart and cite other works.
     */
    boolean isSameByTitle(Identity other, Works works) {
        return hasTitleOf(other)
                && (!contradicts(other) || works.compare(citations(), other.citations()) == Works.Likeness.SAME);
    }

    private Identity ofKind(PostKey.Kind kind) {
        return new Identity(keys.stream().filter(key -> key.kind() == kind).collect(Collectors.toSet()), titles, cited);
    }

    /** For an order that does not hang on who came first. */
    String sortKey() {
        return new TreeSet<>(titles) + " "
                + keys.stream().map(PostKey::toString).sorted().toList();
    }
}
