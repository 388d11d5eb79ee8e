package dev.precis.sparql.write.bibliography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.write.CsvRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists are written while they are read: one that never ends is stopped by a disk that is full. */
class StreamedListsTest {
    private static final Reference WORK = Works.article("A Title");

    /** Has room for so much. */
    private static final class SmallDisk extends OutputStream {
        private int room = 200_000;

        @Override
        public void write(int one) throws IOException {
            if (--room < 0) {
                throw new IOException("no space left on device");
            }
        }
    }

    /** Something that writes. */
    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    @Test
    void nothingIsHeldWhole() {
        Stream.<Writer>of(
                        out -> CslJson.write(Stream.generate(() -> WORK), out),
                        out -> BibTex.write(Stream.generate(() -> WORK), out),
                        out -> CsvRows.write(
                                List.of("a"),
                                row -> Stream.generate(() -> List.of("text")).forEach(row),
                                out))
                .forEach(writer ->
                        assertThatThrownBy(() -> writer.write(new SmallDisk())).hasMessageContaining("no space left"));
    }

    @Test
    void aListOfNoneIsAListAndTheStreamStaysOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };
        CslJson.write(Stream.of(), out);
        BibTex.write(Stream.of(), out);
        CsvRows.write(List.of("a"), row -> {}, out);

        assertThat(out).hasToString("[ ]\na\r\n");
    }

    @Test
    void everyWorkOfAListIsInIt() throws IOException {
        assertThat(new ObjectMapper().readTree(CslJson.write(List.of(WORK, WORK, WORK))))
                .hasSize(3);
    }
}
