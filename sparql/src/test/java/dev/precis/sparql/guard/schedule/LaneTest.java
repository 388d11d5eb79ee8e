package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {
    private static final int QUEUE = 6;

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = new ArrayList<>();
    private final CountDownLatch blockerRuns = new CountDownLatch(1);
    private final CountDownLatch blockerMayEnd = new CountDownLatch(1);
    private Lane lane = lane(Lane.Kind.QUICK);

    private static Lane lane(Lane.Kind kind) {
        return new Lane(kind, 1, QUEUE, 9, 3);
    }

    @AfterEach
    void end() {
        blockerMayEnd.countDown();
        lane.close();
    }

    @Test
    void runsOneAfterTheOtherAsTheyCame() throws InterruptedException {
        block();
        List.of("a", "b", "c", "d").forEach(this::note);
        assertThat(lane.size()).isEqualTo(5);
        blockerMayEnd.countDown();

        settle();
        assertThat(order).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whereManyWaitTheLastComesFirstIfItIsThatKind() throws InterruptedException {
        lane.close();
        lane = lane(Lane.Kind.FIRST_TRY);
        block();
        List.of("a", "b", "c", "d").forEach(this::note);
        blockerMayEnd.countDown();

        settle();
        assertThat(order).containsExactly("d", "c", "b", "a");
    }

    @ParameterizedTest
    @CsvSource({"QUICK, 6", "FIRST_TRY, 0"})
    void refusesOneWhereTooManyWait(Lane.Kind kind, String which) throws InterruptedException {
        lane.close();
        lane = lane(kind);
        block();
        for (int i = 0; i <= QUEUE; i++) {
            note(String.valueOf(i));
        }

        assertThat(refused).containsExactly(which);
        blockerMayEnd.countDown();
        settle();
        assertThat(order).hasSize(QUEUE).doesNotContain(which);
    }

    @Test
    void hasAShortQuantumWhileSomebodyWaits() throws InterruptedException {
        block();
        assertThat(lane.quantum()).isEqualTo(9);
        Lane.Task waits = note("waits");
        assertThat(lane.quantum()).isEqualTo(3);
        waits.withdraw();
        assertThat(lane.quantum()).isEqualTo(9);
    }

    @Test
    void neverRunsWhatWasWithdrawn() throws InterruptedException {
        Lane.Task blocker = block();
        Lane.Task withdrawn = note("withdrawn");

        assertThat(withdrawn.withdraw()).isTrue();
        assertThat(withdrawn.withdraw()).isFalse();
        assertThat(blocker.withdraw()).isFalse();
        blockerMayEnd.countDown();
        settle();
        assertThat(order).isEmpty();
    }

    @Test
    void givesThePlaceOfWhatDoesNotEndToTheNext() throws InterruptedException {
        Lane.Task blocker = block();
        note("next");
        blocker.giveUp();
        blocker.giveUp();

        settle();
        assertThat(order).containsExactly("next");
        assertThat(lane.givenUp()).isEqualTo(1);
        blockerMayEnd.countDown();
        while (lane.givenUp() > 0) {
            Thread.onSpinWait();
        }
        note("after it has ended");
        settle();
        assertThat(order).containsExactly("next", "after it has ended");
    }

    @Test
    void runsWhatWaitsThoughItIsClosed() throws InterruptedException {
        block();
        note("waited");
        lane.close();
        blockerMayEnd.countDown();

        settle();
        assertThat(order).containsExactly("waited");
        note("too late");
        assertThat(refused).containsExactly("too late");
    }

    /** Takes the only place until it may end. */
    private Lane.Task block() throws InterruptedException {
        Lane.Task blocker = submit("blocker", () -> {
            blockerRuns.countDown();
            try {
                blockerMayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        blockerRuns.await();
        return blocker;
    }

    private Lane.Task note(String name) {
        return submit(name, () -> order.add(name));
    }

    private Lane.Task submit(String name, Runnable run) {
        long asked = System.nanoTime();
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

    private void settle() {
        while (lane.size() > 0) {
            Thread.onSpinWait();
        }
    }
}
