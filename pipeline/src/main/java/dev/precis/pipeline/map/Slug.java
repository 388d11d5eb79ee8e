package dev.precis.pipeline.map;

import dev.precis.pipeline.domain.Sha256;
import dev.precis.pipeline.domain.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The readable, ASCII part of an IRI that stands for a text. */
final class Slug {
    private static final int LONGEST = 90;
    private static final int DIGEST_BYTES = 4;

    private Slug() {}

    /**
     * Letters and digits of the text's {@link Texts#key}, joined by hyphens. Two texts with different keys have
     * different slugs: where letters outside ASCII are dropped or a long text is cut, eight hexadecimal digits of its
     * digest follow.
     */
    static String of(String text) {
        String key = Texts.key(text);
        StringBuilder slug = new StringBuilder();
        boolean whole = true;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (c == ' ') {
                hyphen(slug);
            } else {
                whole = false;
            }
        }
        if (slug.length() > LONGEST) {
            int cut = slug.lastIndexOf("-", LONGEST);
            slug.setLength(cut > LONGEST / 2 ? cut : LONGEST);
            whole = false;
        }
        if (whole && !slug.isEmpty()) {
            return slug.toString();
        }
        hyphen(slug);
        return slug + digest(key);
    }

    private static void hyphen(StringBuilder slug) {
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static String digest(String key) {
        byte[] hash = Sha256.begin().digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    }
}
