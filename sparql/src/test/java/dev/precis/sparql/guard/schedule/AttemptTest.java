package dev.precis.sparql.guard.schedule;

import static dev.precis.sparql.guard.schedule.Queries.HOUR;
import static dev.precis.sparql.guard.schedule.Queries.SHORT;
import static dev.precis.sparql.guard.schedule.Queries.await;
import static dev.precis.sparql.guard.schedule.Queries.endlessly;
import static dev.precis.sparql.guard.schedule.Queries.request;
import static dev.precis.sparql.guard.schedule.Queries.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import dev.precis.sparql.guard.schedule.Queries.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {
    private final Watchdog watchdog = new Watchdog();
    private final KnownShapes shapes = new KnownShapes(Long.MAX_VALUE);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicReference<Ledger> ledger = new AtomicReference<>(new Ledger(HOUR));
    private Lane lane = lane(Lane.Kind.FIRST_TRY, 8);

    private static Lane lane(Lane.Kind kind, int queue) {
        return new Lane(kind, 1, queue, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private void use(Lane other) {
        lane.close();
        lane = other;
    }

    @AfterEach
    void end() {
        mayEnd.countDown();
        watchdog.close();
        lane.close();
    }

    @Test
    void leavesTheAnswerToWhoAsked() throws IOException {
        AtomicBoolean isClosed = new AtomicBoolean();
        Closeable answer = () -> isClosed.set(true);
        Closeable given = answer(request("shape", HOUR, own -> answer));

        assertThat((Object) given).isSameAs(answer);
        until(() -> lane.size() == 0);
        assertThat(isClosed).isFalse();
    }

    @Test
    void closesAnAnswerThatNobodyWaitsForAnyMore() {
        AtomicBoolean isClosed = new AtomicBoolean();
        Closeable answer = () -> isClosed.set(true);

        assertThatThrownBy(() -> answer(request("shape", SHORT, own -> {
                    await(mayEnd);
                    return answer;
                })))
                .isInstanceOf(Stopped.class);
        assertThat(isClosed).isFalse();
        mayEnd.countDown();
        until(isClosed::get);
    }

    @Test
    void stopsNothingThatHasItsAnswer() throws IOException {
        answer(request("shape", HOUR, own -> {
            ledger.set(own);
            return Answer.here();
        }));
        until(() -> lane.size() == 0);
        watchdog.close();

        assertThat(ledger.get().stopped()).isEqualTo(Ledger.Stop.NOT);
    }

    @Test
    void isToldBeforeItBeginsThatItsTimeIsOver() {
        AtomicReference<Ledger.Stop> atFirst = new AtomicReference<>(Ledger.Stop.NOT);
        QueryRequest<Answer> late = request("shape", HOUR, own -> {
            atFirst.set(own.stopped());
            return endlessly(own);
        });
        new Attempt<>(late, lane, System.nanoTime(), watchdog, shapes).run();

        assertThat(atFirst).hasValue(Ledger.Stop.TIME);
    }

    @Test
    void runsWhatWasAskedForFirstThoughItCameLater() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        use(lane(Lane.Kind.QUICK, 8));
        CompletableFuture<Answer> blocker = block();
        long now = System.nanoTime();
        CompletableFuture<Answer> newer = Queries.later(() -> answer(asked(now, "newer", order)));
        until(() -> lane.size() == 2);
        CompletableFuture<Answer> older = Queries.later(() -> answer(asked(now - 1, "older", order)));
        until(() -> lane.size() == 3);
        mayEnd.countDown();
        List.of(blocker, newer, older).forEach(CompletableFuture::join);

        assertThat(order).containsExactly("older", "newer");
    }

    @Test
    void isNotTriedWhereItsLikeWasFoundSlowWhileItWaited() {
        AtomicBoolean isTried = new AtomicBoolean();
        block();
        CompletableFuture<Answer> waits = Queries.later(() -> answer(noting("slow", isTried)));
        until(() -> lane.size() == 2);
        shapes.isNotQuick("slow");
        mayEnd.countDown();

        assertStopped(waits, Ledger.Stop.SLOW);
        assertThat(isTried).isFalse();
    }

    @Test
    void isRunInTheSlowLaneThoughItIsSlow() throws IOException {
        use(lane(Lane.Kind.SLOW, 8));
        shapes.isNotQuick("slow");

        assertThat(answer(noting("slow", new AtomicBoolean())).lane()).isEqualTo("query-slow");
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK, PT1S, Too many queries are under way here: try again later.",
        "FIRST_TRY, PT1S, Too many queries are under way here: try again later.",
        "SLOW, PT1H, Too many long queries are under way here: try again later."
    })
    void saysWhenToTryAgainWhereThereIsNoRoom(Lane.Kind kind, Duration retryAfter, String message) {
        use(lane(kind, 0));
        block();

        assertThatThrownBy(() -> answer(noting("new", new AtomicBoolean())))
                .isInstanceOfSatisfying(Overload.class, overload -> {
                    assertThat(overload.isByClient()).isFalse();
                    assertThat(overload.retryAfter()).isEqualTo(retryAfter);
                })
                .hasMessage(message);
    }

    @Test
    void leavesTheQueueWhereNobodyWaitsForItsAnswer() {
        AtomicBoolean isTried = new AtomicBoolean();
        AtomicBoolean isGone = new AtomicBoolean();
        QueryRequest<Answer> request = noting("new", isTried);
        block();
        CompletableFuture<Answer> waits = Queries.later(() ->
                answer(new QueryRequest<>("new", "new", "a", request.asked(), HOUR, request.execution(), isGone::get)));
        until(() -> lane.size() == 2);
        isGone.set(true);

        assertStopped(waits, Ledger.Stop.GONE);
        assertLeftTheQueue(isTried);
    }

    @Test
    void givesItsPlaceToOthersWhereItDoesNotEndThoughNobodyWaitsForIt() {
        CountDownLatch begun = new CountDownLatch(1);
        QueryRequest<Answer> deaf = new QueryRequest<>(
                "deaf",
                "deaf",
                "a",
                System.nanoTime(),
                SHORT,
                own -> {
                    begun.countDown();
                    await(mayEnd);
                    return Answer.here();
                },
                () -> begun.getCount() == 0);

        assertThatThrownBy(() -> answer(deaf)).isInstanceOf(Stopped.class);
        assertThat(lane.givenUp()).isOne();
        assertThat(lane.size()).isZero();
    }

    @Test
    void leavesTheQueueWhereItsThreadIsToEnd() throws InterruptedException {
        AtomicBoolean isTried = new AtomicBoolean();
        block();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread waits = Thread.ofPlatform().start(() -> failure.complete(interrupted(noting("new", isTried))));
        until(() -> lane.size() == 2);
        waits.interrupt();
        waits.join();

        assertStopped(failure.join(), Ledger.Stop.SHUTDOWN);
        assertLeftTheQueue(isTried);
    }

    @Test
    void stopsWhereItsThreadIsToEnd() throws InterruptedException {
        CompletableFuture<Ledger> running = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread waits = Thread.ofPlatform()
                .start(() -> failure.complete(interrupted(request("new", HOUR, own -> {
                    running.complete(own);
                    return endlessly(own);
                }))));
        running.join();
        waits.interrupt();
        waits.join();

        assertStopped(failure.join(), Ledger.Stop.SHUTDOWN);
        until(() -> lane.size() == 0);
        assertThat(running.join().stopped()).isEqualTo(Ledger.Stop.SHUTDOWN);
    }

    @Test
    void passesOnWhatFails() {
        for (Exception failure : List.of(
                new Refusal(Refusal.Reason.TOO_COSTLY, "too much"),
                new IOException("the disk"),
                new IllegalArgumentException("a bug"))) {
            assertThatThrownBy(() -> answer(failing(failure))).isSameAs(failure);
        }
        StackOverflowError deep = new StackOverflowError();
        assertThatThrownBy(() -> answer(failing(deep)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(deep);
    }

    @Test
    void takesWhatFailsAfterItWasStoppedForAConsequence() {
        assertThatThrownBy(() -> answer(request("shape", HOUR, own -> {
                    own.stop(Ledger.Stop.MEMORY);
                    throw new IOException("closed");
                })))
                .satisfies(failure -> assertStopped(failure, Ledger.Stop.MEMORY));
    }

    @Test
    void tellsARefusalAsItIsThoughItWasStoppedMeanwhile() {
        Refusal refusal = new Refusal(Refusal.Reason.TOO_COSTLY, "too much");
        assertThatThrownBy(() -> answer(request("shape", HOUR, own -> {
                    own.stop(Ledger.Stop.TIME);
                    throw refusal;
                })))
                .isSameAs(refusal);
    }

    private <T extends Closeable> T answer(QueryRequest<T> request) throws IOException {
        long deadline = System.nanoTime() + request.limits().time().toNanos();
        return new Attempt<>(request, lane, deadline, watchdog, shapes).answer();
    }

    /** With what it fails; the interruption is not lost. */
    private Throwable interrupted(QueryRequest<Answer> request) {
        Throwable failure = catchThrowable(() -> answer(request));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        return failure;
    }

    /** Takes the only place. */
    private CompletableFuture<Answer> block() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Answer> blocker = Queries.later(() -> answer(request("blocker", HOUR, own -> {
            begun.countDown();
            await(mayEnd);
            return Answer.here();
        })));
        await(begun);
        return blocker;
    }

    private void assertLeftTheQueue(AtomicBoolean isTried) {
        assertThat(lane.size()).isOne();
        mayEnd.countDown();
        until(() -> lane.size() == 0);
        assertThat(isTried).isFalse();
    }

    private static void assertStopped(CompletableFuture<Answer> future, Ledger.Stop reason) {
        assertThatThrownBy(future::join).cause().satisfies(failure -> assertStopped(failure, reason));
    }

    private static void assertStopped(Throwable failure, Ledger.Stop reason) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(reason));
    }

    private static QueryRequest<Answer> noting(String shape, AtomicBoolean isTried) {
        return request(shape, HOUR, own -> {
            isTried.set(true);
            return Answer.here();
        });
    }

    private static QueryRequest<Answer> asked(long when, String name, List<String> order) {
        return new QueryRequest<>(
                name,
                name,
                "a",
                when,
                HOUR,
                own -> {
                    order.add(name);
                    return Answer.here();
                },
                () -> false);
    }

    private static QueryRequest<Answer> failing(Throwable failure) {
        return request("failing", HOUR, own -> {
            if (failure instanceof IOException broken) {
                throw broken;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }
}
