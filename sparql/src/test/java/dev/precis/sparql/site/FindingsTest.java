package dev.precis.sparql.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.query.asker.Abandoned;
import dev.precis.sparql.query.asker.Asker;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = Findings.none();

    private record Found(String what, Set<String> changed) {}

    @Test
    void findsOutOnceHoweverManyAskAtTheSameTime() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(8);
        AtomicInteger answered = new AtomicInteger();
        Thread[] clients = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    asked.countDown();
                    findings.once(Found.class, () -> {
                        await(asked);
                        return new Found("it " + times.incrementAndGet(), Set.of());
                    });
                    answered.incrementAndGet();
                }))
                .toArray(Thread[]::new);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(times).hasValue(1);
        assertThat(answered).hasValue(8);
    }

    @Test
    void whoWaitsFindsItOutWhereTheFirstHasLeft() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        AtomicReference<Object> second = new AtomicReference<>();
        AtomicReference<Throwable> first = new AtomicReference<>();
        Asker asker = new Asker();
        Thread impatient = Thread.ofVirtual().start(() -> {
            try {
                asker.awaiting(
                        () -> true,
                        () -> findings.once(Found.class, () -> {
                            begun.countDown();
                            await(left);
                            while (true) {
                                asker.check();
                                Thread.onSpinWait();
                            }
                        }));
            } catch (Abandoned gone) {
                first.set(gone);
            }
        });
        await(begun);
        Thread patient = Thread.ofVirtual()
                .start(() -> second.set(findings.once(Found.class, () -> new Found("by the second", Set.of()))));
        left.countDown();
        impatient.join();
        patient.join();

        assertThat(first.get()).isInstanceOf(Abandoned.class);
        assertThat(second.get()).isEqualTo(new Found("by the second", Set.of()));
    }

    @Test
    void oneFindingMayNeedAnother() {
        assertThat(findings.once(
                        String.class,
                        () -> findings.once(Found.class, () -> new Found("it", Set.of()))
                                        .what() + " is found"))
                .isEqualTo("it is found");
    }

    @Test
    void goesOnFromWhatWasFoundOutBeforeByWhatChangedSince() {
        findings.once(Found.class, () -> new Found("first", Set.of()), FindingsTest::follow);

        Findings third = findings.followedBy(Set.of("a")).followedBy(Set.of("b"));

        assertThat(third.once(Found.class, () -> new Found("anew", Set.of()), FindingsTest::follow))
                .isEqualTo(new Found("first, then", Set.of("a", "b")));
        assertThat(third.followedBy(Set.of("c"))
                        .once(Found.class, () -> new Found("anew", Set.of()), FindingsTest::follow))
                .isEqualTo(new Found("first, then, then", Set.of("c")));
    }

    @Test
    void findsOutAnewWhatCannotBeFollowed() {
        findings.once(Found.class, () -> new Found("first", Set.of()));

        assertThat(findings.followedBy(Set.of("a"))
                        .once(Found.class, () -> new Found("anew", Set.of()), FindingsTest::follow))
                .isEqualTo(new Found("anew", Set.of()));
    }

    @Test
    void triesAgainAfterAFailure() {
        assertThatThrownBy(() -> findings.once(Found.class, () -> {
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        assertThat(findings.once(Found.class, () -> new Found("mended", Set.of()))
                        .what())
                .isEqualTo("mended");
    }

    private static Found follow(Found before, Set<String> changed) {
        return new Found(before.what() + ", then", changed);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
