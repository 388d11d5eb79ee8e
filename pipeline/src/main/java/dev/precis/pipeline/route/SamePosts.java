package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.PostKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Brings together the readings of one run that are of the same post (ADR 29): by address, guid and file, then by title
 * and month, whatever order they come in.
 *
 * @param <R> a reading
 */
final class SamePosts<R> {
    private final Works works;
    private final List<Post<R>> posts = new ArrayList<>();
    private final Map<PostKey, List<Post<R>>> byKey = new HashMap<>();

    SamePosts(Works works) {
        this.works = works;
    }

    /** A post and all that was read of it. */
    static final class Post<R> {
        private final List<R> readings = new ArrayList<>();
        private Identity identity;

        private Post(Identity identity) {
            this.identity = identity;
        }

        List<R> readings() {
            return readings;
        }

        Identity identity() {
            return identity;
        }
    }

    /** Each post once, in the order of titles and keys. */
    List<Post<R>> of(Map<R, Identity> readings) {
        List<Map.Entry<R, Identity>> inOrder = readings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<R, Identity> reading) ->
                                reading.getValue().isKnownByTitleAlone())
                        .thenComparing(reading -> reading.getValue().sortKey()))
                .toList();
        for (Map.Entry<R, Identity> reading : inOrder) {
            Identity identity = reading.getValue();
            Post<R> post = strong(identity).or(() -> titled(identity)).orElseGet(() -> {
                Post<R> first = new Post<>(identity);
                posts.add(first);
                return first;
            });
            post.readings.add(reading.getKey());
            post.identity = post.identity.with(identity);
            identity.keys().forEach(key -> index(key, post));
            identity.titles().forEach(title -> index(new PostKey(PostKey.Kind.TITLE, title), post));
        }
        posts.sort(Comparator.comparing(post -> post.identity.sortKey()));
        return posts;
    }

    private void index(PostKey key, Post<R> post) {
        List<Post<R>> known = byKey.computeIfAbsent(key, one -> new ArrayList<>());
        if (!known.contains(post)) {
            known.add(post);
        }
    }

    private Optional<Post<R>> strong(Identity identity) {
        return identity.keys().stream()
                .sorted(Comparator.comparing(PostKey::kind).thenComparing(PostKey::value))
                .flatMap(key -> candidates(key, (post, other) -> other.isSameBy(key, post, works), identity).stream())
                .findFirst();
    }

    /** Among several posts of one title, the one that cites the same work; a title alone never makes one more. */
    private Optional<Post<R>> titled(Identity identity) {
        List<Post<R>> same = new ArrayList<>();
        for (String title : identity.titles()) {
            PostKey key = new PostKey(PostKey.Kind.TITLE, title);
            same.addAll(candidates(key, (post, other) -> other.isSameByTitle(post, works), identity));
        }
        return same.stream()
                .min(Comparator.comparing(
                        post -> works.compare(post.identity.citations(), identity.citations()) != Works.Likeness.SAME));
    }

    private List<Post<R>> candidates(PostKey key, BiPredicate<Identity, Identity> same, Identity identity) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(post -> same.test(post.identity, identity))
                .toList();
    }
}
