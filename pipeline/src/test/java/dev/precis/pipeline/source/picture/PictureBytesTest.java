package dev.precis.pipeline.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.PictureKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureBytesTest {
    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void tellsKindAndSize(String format, PictureKind kind) {
        assertThat(PictureBytes.read(Images.of(format, 321, 45, 7)).picture()).hasValueSatisfying(picture -> {
            assertThat(picture.kind()).isEqualTo(kind);
            assertThat(picture.width()).isEqualTo(321);
            assertThat(picture.height()).isEqualTo(45);
            assertThat(picture.name()).matches("[0-9a-f]{64}\\." + kind.suffix());
        });
    }

    /** Heads as the specifications draw them: nothing here writes these formats. */
    @ParameterizedTest
    @CsvSource({
        // a frame header (RFC 6386, 9.1), a bit stream without loss (RFC 9649, 3.4), an extended file (2.7)
        "52494646 24000000 57454250 56503820 18000000 300100 9D012A 40018000 0000, WEBP, 320, 128",
        "52494646 24000000 57454250 5650384C 18000000 2F 3FC11F00 0000000000000000, WEBP, 320, 128",
        "52494646 24000000 57454250 56503858 0A000000 00000000 3F0100 7F0000, WEBP, 320, 128",
        "0000001C 66747970 61766966 00000000 00000014 69737065 00000000 00000140 00000080 00, AVIF, 320, 128",
    })
    void tellsKindsThatJavaCannotWrite(String hex, PictureKind kind, int width, int height) {
        assertThat(PictureBytes.read(HexFormat.of().parseHex(hex.replace(" ", "")))
                        .picture())
                .hasValueSatisfying(picture -> {
                    assertThat(picture.kind()).isEqualTo(kind);
                    assertThat(picture.width()).isEqualTo(width);
                    assertThat(picture.height()).isEqualTo(height);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "GIF89",
                "%PDF-1.4",
                "RIFF1234WAVEfmt 123456789012345678"
            })
    void whatIsNoPictureIsNone(String content) {
        PictureSource.Look look = PictureBytes.read(content.getBytes(StandardCharsets.UTF_8));
        assertThat(look.picture()).isEmpty();
        assertThat(look.reason()).contains("no picture of a kind that is kept");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "32, 32", "16, 8"})
    void picturesThatCountReadersAndIconsAreNoneWithoutAWord(int width, int height) {
        assertThat(PictureBytes.read(Images.of("gif", width, height, 0))).isEqualTo(PictureSource.Look.SILENT);
    }

    @Test
    void whatUnpacksToMoreThanAnyCameraMakesIsRefused() {
        byte[] png = Images.png(1);
        png[16] = 0x7F;
        assertThat(PictureBytes.read(png).reason()).contains("pixels");
    }

    @Property(tries = 300)
    void noBytesMakeItFail(@ForAll byte[] bytes, @ForAll boolean jpeg) {
        byte[] head = jpeg ? Images.of("jpg", 40, 40, 1) : HexFormat.of().parseHex("52494646000000005745425056503858");
        byte[] content = Arrays.copyOf(head, Math.min(head.length, 20) + bytes.length);
        System.arraycopy(bytes, 0, content, Math.min(head.length, 20), bytes.length);
        assertThat(PictureBytes.read(content)).isNotNull();
    }
}
