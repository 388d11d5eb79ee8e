package dev.precis.sparql.site;

import dev.precis.sparql.query.asker.Abandoned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What is found out about one version of the store: each kind once, however many ask at the same time, and from what
 * was found out about an earlier version where it is known which graphs changed since.
 */
final class Findings {
    private final Map<Class<?>, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Class<?>, Earlier> earlier;

    private Findings(Map<Class<?>, Earlier> earlier) {
        this.earlier = Map.copyOf(earlier);
    }

    /** Nothing is known yet. */
    static Findings none() {
        return new Findings(Map.of());
    }

    /** @param followed whether the next version's can be made of it */
    private record Kept(FutureTask<Object> task, boolean followed) {
        boolean canBeFollowed() {
            return followed && task.state() == FutureTask.State.SUCCESS;
        }
    }

    /** @param changed the graphs that did since */
    private record Earlier(Object found, Set<String> changed) {}

    /** What is known of the next version, between which and this one these graphs changed. */
    Findings followedBy(Set<String> changed) {
        Map<Class<?>, Earlier> next = new HashMap<>();
        earlier.forEach((kind, one) -> {
            Set<String> all = new HashSet<>(one.changed());
            all.addAll(changed);
            next.put(kind, new Earlier(one.found(), Set.copyOf(all)));
        });
        kept.forEach((kind, one) -> {
            if (one.canBeFollowed()) {
                next.put(kind, new Earlier(one.task().resultNow(), Set.copyOf(changed)));
            }
        });
        return new Findings(next);
    }

    <T> T once(Class<T> kind, Supplier<T> finding) {
        return kind.cast(kept(kind, new Kept(new FutureTask<>(finding::get), false)));
    }

    <T> T once(Class<T> kind, Supplier<T> finding, BiFunction<T, Set<String>, T> following) {
        Earlier before = earlier.get(kind);
        Supplier<T> made =
                before == null ? finding : () -> following.apply(kind.cast(before.found()), before.changed());
        return kind.cast(kept(kind, new Kept(new FutureTask<>(made::get), true)));
    }

    /**
     * The first who asks finds it out, in its own thread; the others wait for that. If nobody waits any more for the
     * first one's answer, the next one finds it out.
     */
    private Object kept(Class<?> kind, Kept offered) {
        Kept first = kept.putIfAbsent(kind, offered);
        Kept found = first == null ? offered : first;
        if (first == null) {
            offered.task().run();
        }
        try {
            return found.task().get();
        } catch (ExecutionException failed) {
            kept.remove(kind, found);
            if (failed.getCause() instanceof Abandoned && first != null) {
                return kept(kind, offered);
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + kind.getSimpleName(), stopped);
        }
    }
}
