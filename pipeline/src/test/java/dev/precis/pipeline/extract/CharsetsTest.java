package dev.precis.pipeline.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class CharsetsTest {
    private static final String TEXT = "“Précis” – naïve";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void believesBytesThatAreUtf8WhateverTheLabelsSay() {
        assertThat(Charsets.decode(TEXT.getBytes(UTF_8), "text/html; charset=iso-8859-1"))
                .isEqualTo(TEXT);
    }

    @Test
    void takesWindows1252WhereNothingIsDeclared() {
        assertThat(Charsets.decode(TEXT.getBytes(WINDOWS_1252), "")).isEqualTo(TEXT);
    }

    @Test
    void readsLatin1AsWindows1252() {
        assertThat(Charsets.decode(TEXT.getBytes(WINDOWS_1252), "text/html; charset=ISO-8859-1"))
                .isEqualTo(TEXT);
    }

    @Test
    void readsTheCharsetThatThePageDeclares() {
        String page = "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">Пример";
        assertThat(Charsets.decode(page.getBytes(Charset.forName("koi8-r")), "text/html"))
                .isEqualTo(page);
    }

    @Test
    void passesOverACharsetThatDoesNotExist() {
        assertThat(Charsets.decode("é".getBytes(ISO_8859_1), "text/html; charset=latin-nine"))
                .isEqualTo("é");
        assertThat(Charsets.decode("é".getBytes(ISO_8859_1), "text/html; charset=???"))
                .isEqualTo("é");
    }

    @Test
    void obeysAByteOrderMark() {
        assertThat(Charsets.decode(("\uFEFF" + TEXT).getBytes(UTF_8), "")).isEqualTo(TEXT);
        assertThat(Charsets.decode(("\uFEFF" + TEXT).getBytes(UTF_16BE), "")).isEqualTo(TEXT);
        assertThat(Charsets.decode(("\uFEFF" + TEXT).getBytes(UTF_16LE), "")).isEqualTo(TEXT);
    }
}
