package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Capacity SMALL = new Capacity(1, 1, 8, 1, 2, 2, Duration.ofMillis(50), Duration.ofSeconds(30));
    private static final Limits HOUR = Limits.standard().withTime(Duration.ofHours(1));
    private static final Limits SHORT = Limits.standard().withTime(Duration.ofSeconds(1));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Lanes lanes = new Lanes(SMALL);
    private final AtomicBoolean gone = new AtomicBoolean();

    /** Where an answer was made. */
    private record Answer(String lane, int priority) implements Closeable {
        static Answer here() {
            Thread thread = Thread.currentThread();
            return new Answer(thread.getName().replaceFirst("-[0-9]+$", ""), thread.getPriority());
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void triesWhatIsNewAndRunsWhatIsKnownInTheQuickLane() throws IOException {
        assertThat(lanes.run(quick("a")).lane()).isEqualTo("query-first-try");
        assertThat(lanes.run(quick("a")).lane()).isEqualTo("query-quick");
        assertThat(lanes.run(quick("b")).lane()).isEqualTo("query-first-try");
    }

    @Test
    void runsWhatIsKnownWhileTheNewIsTried() throws Exception {
        lanes.run(quick("known"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Answer> trial = later(request("new", "a", ledger -> {
            begun.countDown();
            await(end);
            return Answer.here();
        }));
        begun.await();

        assertThat(lanes.run(quick("known")).lane()).isEqualTo("query-quick");
        end.countDown();
        assertThat(trial.get().lane()).isEqualTo("query-first-try");
    }

    @Test
    void startsWhatIsSlowAgainWithLowPriority() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        QueryRequest<Answer> slow = request("slow", "a", ledger -> {
            attempts.incrementAndGet();
            return slowly(ledger);
        });

        assertThat(lanes.run(slow)).isEqualTo(new Answer("query-slow", Thread.MIN_PRIORITY));
        assertThat(attempts).hasValue(2);
        lanes.run(slow);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void noticesThatWhatWasSlowIsQuickNow() throws IOException {
        AtomicBoolean isQuick = new AtomicBoolean();
        QueryRequest<Answer> request = request("shape", "a", ledger -> isQuick.get() ? Answer.here() : slowly(ledger));
        lanes.run(request);
        isQuick.set(true);

        assertThat(lanes.run(request).lane()).isEqualTo("query-slow");
        assertThat(lanes.run(request).lane()).isEqualTo("query-quick");
    }

    @Test
    void stopsWhatTakesTooLongAndDoesNotTryItAgainSoon() throws IOException {
        lanes.run(request("endless", "a", LanesTest::slowly)); // so that it is not tried in other lanes first
        AtomicInteger attempts = new AtomicInteger();
        QueryRequest<Answer> endless = request("endless", SHORT, ledger -> {
            attempts.incrementAndGet();
            return endlessly(ledger);
        });

        assertThatThrownBy(() -> lanes.run(endless)).isInstanceOfSatisfying(Stopped.class, stopped -> {
            assertThat(stopped.reason()).isEqualTo(Ledger.Stop.TIME);
            assertThat(stopped.retryAfter()).isZero();
        });
        int before = attempts.get();
        assertThatThrownBy(() -> lanes.run(endless)).isInstanceOfSatisfying(Stopped.class, stopped -> {
            assertThat(stopped.reason()).isEqualTo(Ledger.Stop.TIME);
            assertThat(stopped.retryAfter()).isPositive().isLessThanOrEqualTo(SMALL.overrun());
        });
        assertThat(attempts).hasValue(before);
    }

    @Test
    void answersThoughWhatRunsDoesNotStop() {
        CountDownLatch end = new CountDownLatch(1);

        assertThatThrownBy(() -> lanes.run(request("deaf", SHORT, ledger -> {
                    await(end);
                    return Answer.here();
                })))
                .isInstanceOf(Stopped.class);
        assertThat(lanes.givenUp()).isEqualTo(1);
        assertThat(lanes.quickOnes()).isZero();
        end.countDown();
        until(() -> lanes.givenUp() == 0);
    }

    @Test
    void answersOthersThoughWhatRanDidNotStop() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        assertThatThrownBy(() -> lanes.run(request("deaf", SHORT, ledger -> {
                    await(end);
                    return Answer.here();
                })))
                .isInstanceOf(Stopped.class);

        assertThat(lanes.run(quick("another")).lane()).isEqualTo("query-first-try");
        end.countDown();
    }

    @Test
    void answersWhoComesAfterACrowdBeforeIt() {
        CountDownLatch end = new CountDownLatch(1);
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Answer>> under = new ArrayList<>();
        for (String shape : List.of("first", "a", "b", "c", "d", "last")) {
            under.add(later(request(shape, HOUR, ledger -> {
                begun.add(shape);
                await(end);
                return Answer.here();
            })));
            until(() -> lanes.quickOnes() == under.size() && !begun.isEmpty());
        }
        end.countDown();
        under.forEach(CompletableFuture::join);

        assertThat(begun).startsWith("first", "last").hasSize(6);
    }

    @Test
    void whoIsStoppedForTheSakeOfOthersHasASecondTry() throws Exception {
        Capacity patient = new Capacity(1, 1, 8, 1, 2, 2, Duration.ofSeconds(5), Duration.ofSeconds(30));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        try (Lanes lanes = new Lanes(patient)) {
            CompletableFuture<Answer> longer = later(lanes, request("longer", "a", ledger -> {
                if (attempts.incrementAndGet() == 1) {
                    begun.countDown();
                    return endlessly(ledger);
                }
                return Answer.here();
            }));
            begun.await();
            Answer other = lanes.run(quick("other"));

            assertThat(other.lane()).isEqualTo("query-first-try");
            assertThat(longer.get().lane()).isEqualTo("query-second-try");
            assertThat(lanes.run(quick("longer")).lane()).isEqualTo("query-quick");
        }
    }

    @Test
    void refusesWhoHasWaitedForHalfOfItsTime() {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Answer> first = later(request("first", "a", ledger -> {
            begun.countDown();
            await(end);
            return Answer.here();
        }));
        await(begun);
        long start = System.nanoTime();

        assertThatThrownBy(() -> lanes.run(request("new", SHORT, ledger -> Answer.here())))
                .isInstanceOf(Overload.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(SHORT.time().dividedBy(2).minusMillis(1));
        end.countDown();
        first.join();
    }

    @Test
    void hasTheShareOfAClientBackWhenItsLongQueryHasEnded() throws IOException {
        QueryRequest<Answer> slow = request("slow", "a", LanesTest::slowly);
        QueryRequest<Answer> failing = request("failing", "a", ledger -> {
            slowly(ledger);
            throw new IOException("the disk");
        });
        for (int i = 0; i <= SMALL.perClient(); i++) {
            assertThat(lanes.run(slow).lane()).isEqualTo("query-slow");
            assertThatThrownBy(() -> lanes.run(failing)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAClientThatHasTooManyUnderWayAndEverybodyWhenAllIsFull() {
        List<CompletableFuture<Answer>> under = IntStream.range(0, 3)
                .mapToObj(i -> later(patient("endless" + i, i < 2 ? "greedy" : "other")))
                .toList();
        until(() -> lanes.slowOnes() == 3);

        assertThatThrownBy(() -> lanes.run(patient("one more", "third")))
                .isInstanceOfSatisfying(
                        Overload.class,
                        overload -> assertThat(overload.isByClient()).isFalse());
        assertThatThrownBy(() -> lanes.run(patient("too many", "greedy")))
                .isInstanceOfSatisfying(
                        Overload.class,
                        overload -> assertThat(overload.isByClient()).isTrue());
        assertEndWhenTheyGo(under);
        until(() -> lanes.slowOnes() == 0);
    }

    @Test
    void stopsWhatNobodyWaitsFor() {
        AtomicInteger looks = new AtomicInteger();
        QueryRequest<Answer> abandoned = new QueryRequest<>(
                "shape",
                "identity",
                "a",
                System.nanoTime(),
                HOUR,
                LanesTest::endlessly,
                () -> looks.incrementAndGet() > 1);

        assertThatThrownBy(() -> lanes.run(abandoned))
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Ledger.Stop.GONE));
    }

    @Test
    void passesOnWhatFails() {
        assertThatThrownBy(() -> lanes.run(request("a", "a", ledger -> {
                    throw new Refusal(Refusal.Reason.TOO_COSTLY, "too much");
                })))
                .hasMessage("too much");
        assertThatThrownBy(() -> lanes.run(request("b", "a", ledger -> {
                    throw new IOException("the disk");
                })))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stopsEverythingWhenItIsClosed() {
        CompletableFuture<Answer> endless = later(endless("endless", "a"));
        until(() -> lanes.slowOnes() == 1);
        lanes.close();

        assertThatThrownBy(endless::join).cause().isInstanceOf(Stopped.class);
    }

    private QueryRequest<Answer> quick(String shape) {
        return request(shape, "a", ledger -> Answer.here());
    }

    private static QueryRequest<Answer> endless(String shape, String client) {
        return request(shape, client, LanesTest::endlessly);
    }

    /** Takes for ever and has the time, until {@link #gone}. */
    private QueryRequest<Answer> patient(String shape, String client) {
        return new QueryRequest<>(shape, shape, client, System.nanoTime(), HOUR, LanesTest::endlessly, gone::get);
    }

    private void assertEndWhenTheyGo(List<CompletableFuture<Answer>> patient) {
        gone.set(true);
        assertThat(patient)
                .allSatisfy(future -> assertThatThrownBy(future::join)
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOfAny(Stopped.class, Overload.class));
    }

    /** Uses the processor, as queries do: looking whether it is to stop. */
    private static Answer endlessly(Ledger ledger) {
        while (ledger.stopped() == Ledger.Stop.NOT) {
            Thread.onSpinWait();
        }
        throw new QueryCancelledException();
    }

    /** Does not end before it is known to be slow, nor quickly after that. */
    private static Answer slowly(Ledger ledger) {
        Answer here = Answer.here();
        if (!here.lane().equals("query-slow")) {
            return endlessly(ledger);
        }
        long end = THREADS.getCurrentThreadCpuTime() + 2 * SMALL.quantum().toNanos();
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return here;
    }

    private static QueryRequest<Answer> request(String shape, String client, QueryRequest.Execution<Answer> execution) {
        return new QueryRequest<>(
                shape, shape + " of " + client, client, System.nanoTime(), HOUR, execution, () -> false);
    }

    private static QueryRequest<Answer> request(String shape, Limits limits, QueryRequest.Execution<Answer> execution) {
        return new QueryRequest<>(shape, shape, "a", System.nanoTime(), limits, execution, () -> false);
    }

    private CompletableFuture<Answer> later(QueryRequest<Answer> request) {
        return later(lanes, request);
    }

    private static CompletableFuture<Answer> later(Lanes lanes, QueryRequest<Answer> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return lanes.run(request);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** However long it takes: a build that does not end says where it is. */
    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
