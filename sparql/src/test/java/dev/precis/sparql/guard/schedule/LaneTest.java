package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {
    private static final int QUEUE = 6;
    private static final int MOST_GIVEN_UP = 16;

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();
    private Lane lane = lane(Lane.Kind.QUICK, 1);

    /** Has a place until it may end. */
    private final class Blocker implements Runnable {
        private final CompletableFuture<Thread> thread = new CompletableFuture<>();
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile int priorityAtItsEnd;
        private final Lane.Task task = submit("blocker", System.nanoTime(), this);

        @Override
        public void run() {
            thread.complete(Thread.currentThread());
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            priorityAtItsEnd = Thread.currentThread().getPriority();
        }

        void end() {
            mayEnd.countDown();
        }
    }

    private static Lane lane(Lane.Kind kind, int places) {
        return new Lane(kind, places, QUEUE, 9, 3);
    }

    private void use(Lane other) {
        lane.close();
        lane = other;
    }

    @AfterEach
    void end() {
        blockers.forEach(Blocker::end);
        lane.close();
    }

    @Test
    void runsOneAfterTheOtherAsTheyCame() {
        Blocker blocker = block();
        List.of("a", "b", "c", "d").forEach(this::note);
        assertThat(lane.size()).isEqualTo(5);
        blocker.end();

        settle();
        assertThat(order).containsExactly("a", "b", "c", "d");
    }

    @Test
    void runsWhatWasAskedForFirstThoughItCameLater() {
        Blocker blocker = block();
        note("later", Long.MIN_VALUE + 1); // the clock has passed the largest number in between
        note("earlier", Long.MAX_VALUE - 1);
        note("earliest", Long.MAX_VALUE - 2);
        blocker.end();

        settle();
        assertThat(order).containsExactly("earliest", "earlier", "later");
    }

    @Test
    void runsAllThatWasAskedForAtTheSameMomentAsItCame() {
        Blocker blocker = block();
        List.of("a", "b", "c").forEach(name -> note(name, 5));
        blocker.end();

        settle();
        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void runsAsManyAtOnceAsThereArePlacesAndNoMore() throws InterruptedException {
        use(lane(Lane.Kind.QUICK, 2));
        Blocker one = block();
        block();
        note("waits");

        assertThat(lane.size()).isEqualTo(3);
        othersComeAndGo();
        assertThat(order).isEmpty();
        one.end();
        until(1);
        assertThat(order).containsExactly("waits");
    }

    @Test
    void whereManyWaitTheLastComesFirstIfItIsThatKind() {
        use(lane(Lane.Kind.FIRST_TRY, 1));
        Blocker blocker = block();
        List.of("a", "b", "c", "d").forEach(this::note);
        blocker.end();

        settle();
        assertThat(order).containsExactly("d", "c", "b", "a");
    }

    @Test
    void whereNoMoreWaitThanThereArePlacesTheFirstComesFirst() {
        use(lane(Lane.Kind.FIRST_TRY, 2));
        Blocker one = block();
        block();
        List.of("a", "b").forEach(this::note);
        one.end();

        until(1);
        assertThat(order).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"QUICK, 6", "FIRST_TRY, 0"})
    void refusesOneWhereTooManyWait(Lane.Kind kind, String which) {
        use(lane(kind, 1));
        Blocker blocker = block();
        for (int i = 0; i <= QUEUE; i++) {
            note(String.valueOf(i));
        }

        assertThat(refused).containsExactly(which);
        blocker.end();
        settle();
        assertThat(order).hasSize(QUEUE).doesNotContain(which);
    }

    @Test
    void hasAShortQuantumWhileSomebodyWaits() {
        block();
        assertThat(lane.quantum()).isEqualTo(9);
        Lane.Task waits = note("waits");
        assertThat(lane.quantum()).isEqualTo(3);
        waits.withdraw();
        assertThat(lane.quantum()).isEqualTo(9);
    }

    @Test
    void neverRunsWhatWasWithdrawn() {
        Blocker blocker = block();
        Lane.Task withdrawn = note("withdrawn");

        assertThat(withdrawn.withdraw()).isTrue();
        assertThat(withdrawn.withdraw()).isFalse();
        assertThat(blocker.task.withdraw()).isFalse();
        blocker.end();
        settle();
        assertThat(order).isEmpty();
    }

    @Test
    void givesThePlaceOfWhatDoesNotEndToTheNext() {
        Blocker blocker = block();
        note("next");
        blocker.task.giveUp();
        blocker.task.giveUp();

        settle();
        assertThat(order).containsExactly("next");
        assertThat(lane.givenUp()).isEqualTo(1);
        blocker.end();
        untilAllHaveEnded();
        note("after it has ended");
        settle();
        assertThat(order).containsExactly("next", "after it has ended");
    }

    @Test
    void letsWhatWasGivenUpGoOnWithTheLowestPriority() {
        Blocker patient = block();
        patient.end();
        settle();
        Blocker blocker = block();
        blocker.task.giveUp();
        blocker.end();
        untilAllHaveEnded();

        assertThat(patient.priorityAtItsEnd).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(blocker.priorityAtItsEnd).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void hasAsManyPlacesAsBeforeWhenWhatWasGivenUpHasEnded() throws InterruptedException {
        Blocker givenUp = block();
        givenUp.task.giveUp();
        givenUp.end();
        givenUp.thread.join().join();
        assertThat(lane.givenUp()).isZero();

        Blocker blocker = block();
        note("waits");
        othersComeAndGo();
        assertThat(order).isEmpty();
        blocker.end();
        settle();
        assertThat(order).containsExactly("waits");
    }

    @Test
    void givesUpSoManyAndNoMore() throws InterruptedException {
        for (int i = 0; i < MOST_GIVEN_UP; i++) {
            block().task.giveUp();
            assertThat(lane.size()).isZero();
        }
        Blocker oneMore = block();
        oneMore.task.giveUp();
        note("waits");

        assertThat(lane.givenUp()).isEqualTo(MOST_GIVEN_UP);
        othersComeAndGo();
        assertThat(order).isEmpty();
        oneMore.end();
        settle();
        assertThat(order).containsExactly("waits");
    }

    @Test
    void givesUpOnlyWhatHasAPlace() {
        Blocker blocker = block();
        Lane.Task waits = note("waits");
        waits.giveUp();
        blocker.end();
        settle();
        blocker.task.giveUp();

        assertThat(lane.givenUp()).isZero();
        assertThat(lane.size()).isZero();
        assertThat(order).containsExactly("waits");
    }

    @Test
    void runsWhatWaitsThoughItIsClosed() {
        Blocker blocker = block();
        note("waited");
        lane.close();
        blocker.end();

        settle();
        assertThat(order).containsExactly("waited");
        note("too late");
        assertThat(refused).containsExactly("too late");
    }

    @Test
    void leavesNoThreadBehindWhenItIsClosed() throws InterruptedException {
        Blocker blocker = block();
        blocker.end();
        settle();
        Thread thread = blocker.thread.join();
        assertThat(thread.isAlive()).isTrue();
        lane.close();

        thread.join();
    }

    /** Takes a place until it may end. */
    private Blocker block() {
        Blocker blocker = new Blocker();
        blockers.add(blocker);
        blocker.thread.join();
        return blocker;
    }

    private Lane.Task note(String name) {
        return note(name, System.nanoTime());
    }

    private Lane.Task note(String name, long asked) {
        return submit(name, asked, () -> order.add(name));
    }

    private Lane.Task submit(String name, long asked, Runnable run) {
        return lane.submit(new Lane.Work() {
            @Override
            public long asked() {
                return asked;
            }

            @Override
            public void run() {
                run.run();
            }

            @Override
            public void refused() {
                refused.add(name);
            }
        });
    }

    /** Has others run in a lane of their own: what could run here has run by then. */
    private static void othersComeAndGo() throws InterruptedException {
        try (Lane other = lane(Lane.Kind.SLOW, 1)) {
            for (int i = 0; i < 50; i++) {
                CountDownLatch hasRun = new CountDownLatch(1);
                other.submit(new Lane.Work() {
                    @Override
                    public long asked() {
                        return 0;
                    }

                    @Override
                    public void run() {
                        hasRun.countDown();
                    }

                    @Override
                    public void refused() {}
                });
                hasRun.await();
            }
        }
    }

    private void settle() {
        until(0);
    }

    private void until(int runOrWait) {
        while (lane.size() != runOrWait) {
            Thread.onSpinWait();
        }
    }

    private void untilAllHaveEnded() {
        while (lane.givenUp() > 0) {
            Thread.onSpinWait();
        }
    }
}
