package dev.precis.pipeline.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of a file that someone's editor wrote: UTF-8, UTF-16 with its mark, else windows-1252. */
final class HandWriting {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private HandWriting() {}

    /** The text without byte order mark, its line ends line feeds. */
    static String decode(byte[] bytes) {
        String text = characters(bytes);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String characters(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return windows1252(bytes);
        }
    }

    /** The Encoding Standard's windows-1252: the five bytes that Java's has no character for are C1 controls. */
    private static String windows1252(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, WINDOWS_1252));
        for (int i = 0; i < bytes.length; i++) {
            if (text.charAt(i) == '\uFFFD') {
                text.setCharAt(i, (char) (bytes[i] & 0xFF));
            }
        }
        return text.toString();
    }
}
