package dev.precis.pipeline.source.warc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.source.warc.Warcs.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Wherever an archive is cut or spoilt: what is read is what was written, what is lost is named, the rest is read. */
class DamagedWarcPropertyTest {
    private static final int PAGES = 12;
    private static final List<String> TEXTS = IntStream.range(0, PAGES)
            .mapToObj(i -> "<p>Page number " + i + ". " + "Words that go on. ".repeat(i * 7))
            .toList();
    private static final byte[] PACKED = Warcs.ours(true, TEXTS);
    private static final byte[] PLAIN = Warcs.ours(false, TEXTS);

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make() throws IOException {
        folder = Files.createTempDirectory("warc");
    }

    @AfterContainer
    static void clear() throws IOException {
        for (String name : List.of("a.warc", "a.warc.gz")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void aCutLosesWhatLiesBehindItAndIsNamed(@ForAll @IntRange(min = 0, max = 999) int share, @ForAll boolean packed) {
        byte[] whole = packed ? PACKED : PLAIN;
        byte[] cut = Arrays.copyOf(whole, 1 + (int) ((long) whole.length * share / 1000));
        Result result = read(cut, packed);
        assertOnlyWhatWasWritten(result);
        int left = result.pages().size();
        for (int i = 0; i < left; i++) {
            assertThat(result.texts("p" + i)).as("the first %d are there", left).hasSize(1);
        }
        assertThat(left).isBetween(share * PAGES / 2000 - 2, PAGES);
        // a cut between two records cannot be told
        assertThat(result.damages()).hasSizeLessThanOrEqualTo(1);
        if (left < PAGES - 1) {
            assertThat(result.damages().isEmpty()).isEqualTo(isBetweenRecords(cut, packed));
        }
    }

    @Property(tries = 500)
    void aFlippedByteSpoilsOneRecordAtMost(
            @ForAll @IntRange(min = 0, max = 9999) int share, @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] spoilt = PACKED.clone();
        spoilt[(int) ((long) spoilt.length * share / 10_000)] ^= (byte) mask;
        Result result = read(spoilt, true);
        assertOnlyWhatWasWritten(result);
        assertThat(result.pages()).hasSizeGreaterThanOrEqualTo(PAGES - 1);
        assertThat(result.damages()).hasSizeLessThanOrEqualTo(1);
        if (result.pages().size() < PAGES) {
            assertThat(result.damages()).hasSize(1);
        }
    }

    /** The header of a plain record has no digest: an address or instant may be another, a page never. */
    @Property(tries = 300)
    void aFlippedByteOfAPlainArchiveNeverMakesAnotherPage(
            @ForAll @IntRange(min = 0, max = 9999) int share, @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] spoilt = PLAIN.clone();
        spoilt[(int) ((long) spoilt.length * share / 10_000)] ^= (byte) mask;
        Result result = read(spoilt, false);
        assertThat(result.pages().values())
                .allSatisfy(captures ->
                        assertThat(TEXTS).contains(text(captures.getFirst().content())));
        // whatever it does to a length: the records behind are found
        assertThat(result.pages()).hasSizeGreaterThanOrEqualTo(PAGES - 1);
    }

    private static void assertOnlyWhatWasWritten(Result result) {
        for (int i = 0; i < PAGES; i++) {
            assertThat(result.texts("p" + i)).isSubsetOf(TEXTS.get(i));
        }
        assertThat(result.pages()).hasSizeLessThanOrEqualTo(PAGES);
    }

    private static boolean isBetweenRecords(byte[] cut, boolean packed) {
        byte[] whole = packed ? PACKED : PLAIN;
        int end = cut.length;
        return packed
                ? whole[end] == 0x1f && whole[end + 1] == (byte) 0x8b && whole[end + 2] == 8
                : text(Arrays.copyOfRange(whole, end, end + 16)).matches("(?s)[\r\n]{0,4}WARC/1\\.1.*");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Result read(byte[] bytes, boolean packed) {
        Path file = folder.resolve(packed ? "a.warc.gz" : "a.warc");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Warcs.read(file);
    }
}
