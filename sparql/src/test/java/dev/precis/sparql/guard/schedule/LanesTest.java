package dev.precis.sparql.guard.schedule;

import static dev.precis.sparql.guard.schedule.Queries.HOUR;
import static dev.precis.sparql.guard.schedule.Queries.SHORT;
import static dev.precis.sparql.guard.schedule.Queries.await;
import static dev.precis.sparql.guard.schedule.Queries.endless;
import static dev.precis.sparql.guard.schedule.Queries.endlessly;
import static dev.precis.sparql.guard.schedule.Queries.quick;
import static dev.precis.sparql.guard.schedule.Queries.request;
import static dev.precis.sparql.guard.schedule.Queries.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import dev.precis.sparql.guard.schedule.Queries.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanesTest {
    private static final Capacity SMALL = new Capacity(1, 1, 8, 1, 2, 2, Duration.ofMillis(50), Duration.ofSeconds(30));

    private final Lanes lanes = new Lanes(SMALL);
    private final AtomicBoolean gone = new AtomicBoolean();

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
    void noticesThatWhatWasQuickIsSlowNow() throws IOException {
        lanes.run(quick("shape"));
        List<String> tried = Collections.synchronizedList(new ArrayList<>());
        QueryRequest<Answer> request = request("shape", "a", ledger -> {
            tried.add(Answer.here().lane());
            return slowly(ledger);
        });

        lanes.run(request);
        assertThat(tried).containsExactly("query-quick", "query-slow");
        lanes.run(request);
        assertThat(tried).containsExactly("query-quick", "query-slow", "query-slow");
    }

    @Test
    void losesAPartOfTheQuantumOnlyByASecondTryForWhichOthersWait() throws Exception {
        Duration quantum = Duration.ofSeconds(2);
        AtomicLong lost = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch anotherHasBegun = new CountDownLatch(1);
        CountDownLatch allAreThere = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(new Capacity(1, 1, 8, 1, 2, 2, quantum, Duration.ofSeconds(30)))) {
            CompletableFuture<Answer> longer = Queries.later(() -> lanes.run(request("longer", "a", ledger -> {
                Answer here = Answer.here();
                begun.countDown();
                return switch (here.lane()) {
                    case "query-first-try" -> endlessly(ledger);
                    case "query-second-try" -> {
                        await(allAreThere);
                        yield measured(ledger, lost);
                    }
                    default -> here;
                };
            })));
            begun.await();
            CompletableFuture<Answer> another = Queries.later(() -> lanes.run(request("another", "a", ledger -> {
                Answer here = Answer.here();
                anotherHasBegun.countDown();
                if (here.lane().equals("query-first-try")) {
                    await(allAreThere);
                    return endlessly(ledger);
                }
                return here;
            })));
            anotherHasBegun.await();
            CompletableFuture<Answer> other = Queries.later(() -> lanes.run(quick("other")));
            until(() -> lanes.quickOnes() == 3);
            allAreThere.countDown();

            assertThat(other.get().lane()).isEqualTo("query-first-try");
            assertThat(longer.get().lane()).isEqualTo("query-slow");
            assertThat(another.get().lane()).isEqualTo("query-second-try");
            assertThat(Duration.ofNanos(lost.get())).isPositive().isLessThan(quantum.dividedBy(2));
        }
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

    @ParameterizedTest
    @EnumSource(names = {"TIME", "MEMORY"})
    void doesNotTryWhatTookTooMuchAgainSoonNorWhatIsLikeIt(Ledger.Stop reason) throws IOException {
        assertThatThrownBy(() -> lanes.run(stopping("first", reason))).isInstanceOf(Stopped.class);

        assertThatThrownBy(() -> lanes.run(stopping("first", reason)))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> assertThat(stopped.retryAfter()).isPositive().isLessThanOrEqualTo(SMALL.overrun()));
        assertThat(lanes.run(like("second", ledger -> Answer.here())).lane()).isEqualTo("query-slow");
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "ROOM", "SHUTDOWN"})
    void triesWhatWasStoppedForAnotherReasonAgainAtOnce(Ledger.Stop reason) throws IOException {
        assertThatThrownBy(() -> lanes.run(stopping("first", reason)))
                .isInstanceOfSatisfying(Stopped.class, stopped -> {
                    assertThat(stopped.reason()).isEqualTo(reason);
                    assertThat(stopped.retryAfter()).isZero();
                });

        assertThat(lanes.run(like("first", ledger -> Answer.here())).lane()).isEqualTo("query-first-try");
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
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        try (Lanes lanes = new Lanes(patient)) {
            CompletableFuture<Answer> longer = Queries.later(() -> lanes.run(request("longer", "a", ledger -> {
                if (attempts.incrementAndGet() == 1) {
                    begun.countDown();
                    return endlessly(ledger);
                }
                again.countDown();
                await(end);
                return Answer.here();
            })));
            begun.await();
            Answer other = lanes.run(quick("other"));
            again.await();
            until(() -> lanes.quickOnes() == 1);
            end.countDown();

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
                .isInstanceOfSatisfying(Overload.class, overload -> {
                    assertThat(overload.isByClient()).isFalse();
                    assertThat(overload.retryAfter()).isEqualTo(HOUR.time());
                });
        assertThatThrownBy(() -> lanes.run(patient("too many", "greedy")))
                .isInstanceOfSatisfying(Overload.class, overload -> {
                    assertThat(overload.isByClient()).isTrue();
                    assertThat(overload.retryAfter()).isEqualTo(HOUR.time());
                })
                .hasMessageStartingWith("You have 2 long queries under way");
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
                Queries::endlessly,
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

        assertThatThrownBy(endless::join)
                .cause()
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Ledger.Stop.SHUTDOWN));
        assertThatThrownBy(() -> lanes.run(quick("new"))).isInstanceOf(Overload.class);
        assertThat(lanes.quickOnes()).isZero();
    }

    @Test
    void countsWhatRunsInEachLane() throws IOException {
        lanes.run(quick("known"));
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<Answer>> under = Stream.of("known", "new")
                .map(shape -> later(request(shape, "a", ledger -> {
                    await(end);
                    return Answer.here();
                })))
                .toList();

        until(() -> lanes.quickOnes() == 2);
        assertThat(lanes.slowOnes()).isZero();
        end.countDown();
        assertThat(under).extracting(future -> future.join().lane()).containsExactly("query-quick", "query-first-try");
        until(() -> lanes.quickOnes() == 0);
    }

    /** Takes for ever and has the time, until {@link #gone}. */
    private QueryRequest<Answer> patient(String shape, String client) {
        return new QueryRequest<>(shape, shape, client, System.nanoTime(), HOUR, Queries::endlessly, gone::get);
    }

    private void assertEndWhenTheyGo(List<CompletableFuture<Answer>> patient) {
        gone.set(true);
        assertThat(patient)
                .allSatisfy(future -> assertThatThrownBy(future::join)
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOfAny(Stopped.class, Overload.class));
    }

    /** A query that finds itself stopped for that reason as soon as it runs. */
    private static QueryRequest<Answer> stopping(String identity, Ledger.Stop reason) {
        return like(identity, ledger -> {
            ledger.stop(reason);
            return endlessly(ledger);
        });
    }

    private static QueryRequest<Answer> like(String identity, QueryRequest.Execution<Answer> execution) {
        return new QueryRequest<>("shape", identity, "a", System.nanoTime(), HOUR, execution, () -> false);
    }

    /** Runs until it is stopped, and notes the processor time of that. */
    private static Answer measured(Ledger ledger, AtomicLong time) {
        RunningQuery here = new RunningQuery(ledger, 0, () -> 0);
        try {
            return endlessly(ledger);
        } finally {
            time.set(here.processorTime());
        }
    }

    private static Answer slowly(Ledger ledger) {
        return Queries.slowly(ledger, SMALL.quantum().multipliedBy(2));
    }

    private CompletableFuture<Answer> later(QueryRequest<Answer> request) {
        return Queries.later(() -> lanes.run(request));
    }
}
