package dev.precis.sparql.guard.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final byte[] PIECE = new byte[100_000];

    private final Budget room = new Budget(1_000_000);
    private final Ledger ledger = new Ledger(Limits.standard());

    @Test
    void keepsWhatIsLargeOnDiskAndGivesAllOfItBack() throws IOException {
        PIECE[7] = 7;
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (Spool spool = new Spool(ledger, room)) {
            for (int i = 0; i < 9; i++) {
                assertThat(spool.isLarge()).isEqualTo(i > 5);
                spool.write(PIECE);
                expected.write(PIECE);
            }
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            spool.writeTo(sent);

            assertThat(spool.length()).isEqualTo(900_000);
            assertThat(sent.toByteArray()).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void stopsWhereThereIsNoRoomUntilOthersHaveGone() throws IOException {
        try (Spool first = fill(ledger, 6);
                Spool second = fill(ledger, 4)) {
            second.write(PIECE); // five are small enough for memory
            assertThatThrownBy(() -> second.write(PIECE)).isInstanceOf(QueryCancelledException.class);
            assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.ROOM);
            assertThat(first.length()).isEqualTo(600_000);
        }
        try (Spool third = fill(new Ledger(Limits.standard()), 10)) {
            assertThat(third.length()).isEqualTo(1_000_000);
        }
    }

    @Test
    void refusesMoreThanAnAnswerMayHave() throws IOException {
        try (Spool spool = new Spool(new Ledger(Limits.standard().withBytes(150_000)), room)) {
            spool.write(PIECE);
            assertThatThrownBy(() -> spool.write(PIECE)).isInstanceOf(Refusal.class);
        }
    }

    private Spool fill(Ledger ledger, int pieces) throws IOException {
        Spool spool = new Spool(ledger, room);
        for (int i = 0; i < pieces; i++) {
            spool.write(PIECE);
        }
        return spool;
    }
}
