package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.precis.sparql.guard.limit.Budget;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final long BYTES = 64 << 10;

    private final Budget budget = new Budget(BYTES);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000, Body.LARGEST})
    void readsAllOfIt(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);

        try (Budget.Share share = new Budget(4L * Body.LARGEST).share()) {
            assertThat(read(sent, share)).isEqualTo(ByteBuffer.wrap(sent));
        }
    }

    @Test
    void readsNoMoreThanIsAllowed() {
        try (Budget.Share share = new Budget(4L * Body.LARGEST).share()) {
            assertThatExceptionOfType(HttpProblem.class)
                    .isThrownBy(() -> read(new byte[Body.LARGEST + 1], share))
                    .returns(413, HttpProblem::status);
        }
    }

    @Test
    void allTogetherHaveNoMoreThanThereIs() throws IOException {
        try (Budget.Share first = budget.share();
                Budget.Share second = budget.share()) {
            read(new byte[20_000], first);
            assertThatExceptionOfType(HttpProblem.class)
                    .isThrownBy(() -> read(new byte[20_000], second))
                    .returns(503, HttpProblem::status)
                    .returns(Outcome.BUSY, HttpProblem::outcome)
                    .satisfies(problem -> assertThat(problem.retryAfter()).contains(Body.PATIENCE));
        }
        assertIsFree();
    }

    @Test
    void givesBackWhatItHadWhenItIsCutShort() {
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException();
            }
        };
        try (Budget.Share share = budget.share()) {
            InputStream in = new SequenceInputStream(new ByteArrayInputStream(new byte[5_000]), cut);
            assertThatExceptionOfType(HttpProblem.class)
                    .isThrownBy(() -> Body.read(in, -1, share))
                    .returns(400, HttpProblem::status);
        }
        assertIsFree();
    }

    private void assertIsFree() {
        try (Budget.Share all = budget.share()) {
            assertThat(all.take(BYTES)).isTrue();
            assertThat(all.take(1)).isFalse();
        }
    }

    private static ByteBuffer read(byte[] sent, Budget.Share share) throws IOException {
        return Body.read(new ByteArrayInputStream(sent), -1, share);
    }
}
