package dev.precis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Examples, each spoilt in many ways, the same ones every time. */
@Timeout(120)
class FuzzedReaderTest {
    // -Dfuzz.tries=10000 for a night
    private static final int TRIES = Integer.getInteger("fuzz.tries", 60);
    private static final int LONGEST = 20_000;
    private static final List<String> ODD = List.of(
            "\0",
            "\u00ff",
            "\ufeff",
            "\ud800",
            "-",
            ":",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "<",
            ">",
            "&#0;",
            "<!--",
            "]]>",
            "\n",
            "\r\n\r\n",
            "99999999999",
            "-1",
            "null",
            "~",
            "&a",
            "*a",
            "!!int",
            "%",
            "http://",
            "://",
            "\\");

    @ParameterizedTest
    @EnumSource
    void whateverIsReadItGivesLessOrSaysWhy(FuzzedReader reader) throws IOException {
        List<byte[]> seeds = reader.seeds();
        assertThat(seeds).as("examples of %s", reader).isNotEmpty();
        Random random = new Random(7);
        for (byte[] seed : seeds) {
            reader.read(seed);
        }
        for (int i = 0; i < TRIES; i++) {
            byte[] spoilt = seeds.get(random.nextInt(seeds.size())).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                spoilt = spoil(spoilt, random);
            }
            byte[] bytes = Arrays.copyOf(spoilt, Math.min(spoilt.length, LONGEST));
            assertThatCode(() -> reader.read(bytes))
                    .as(() -> reader + ": " + new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] spoil(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(200));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case 3 -> {
                byte[] flipped = bytes.clone();
                if (from < flipped.length) {
                    flipped[from] = (byte) random.nextInt(256);
                }
                yield flipped;
            }
            default ->
                join(
                        join(
                                Arrays.copyOf(bytes, from),
                                ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8)),
                        Arrays.copyOfRange(bytes, from, bytes.length));
        };
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
