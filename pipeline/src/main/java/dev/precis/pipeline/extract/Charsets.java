package dev.precis.pipeline.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes of a page to text, believing the bytes before the labels on them. */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern LABEL =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int META_WINDOW = 4096;

    private Charsets() {}

    /**
     * The text: by its byte order mark; else as UTF-8 if the bytes are valid UTF-8 (other encodings hardly ever are by
     * accident); else by the first declared encoding that fits, the header's before the page's; else as windows-1252,
     * which browsers take for any undeclared Western page (WHATWG Encoding Standard).
     */
    static String decode(byte[] bytes, String contentType) {
        Charset marked = byteOrderMark(bytes);
        List<Charset> candidates = new ArrayList<>();
        candidates.add(marked);
        candidates.addAll(declared(contentType));
        candidates.addAll(
                declared(new String(bytes, 0, Math.min(bytes.length, META_WINDOW), StandardCharsets.ISO_8859_1)));
        for (Charset charset : candidates) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException wrong) {
                // the label does not fit the bytes: the next one may
            }
        }
        return new String(bytes, WINDOWS_1252).replace("\uFFFD", "");
    }

    private static Charset byteOrderMark(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static List<Charset> declared(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.find()) {
            return List.of();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        try {
            // WHATWG Encoding Standard: these labels mean windows-1252
            return List.of(name.matches("iso-?8859-1|latin-?1|us-ascii|ascii") ? WINDOWS_1252 : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return List.of();
        }
    }
}
