package dev.precis.pipeline.understand.citation.clean;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Character references that were left in (HTML 4.01, section 24): numbers, Latin letters, punctuation. */
final class Entities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([A-Za-z][A-Za-z0-9]{1,9}));");
    private static final Map<String, String> NAMED = new HashMap<>();

    /** Marks that follow their letter in a name: {@code &eacute;}. */
    private static final Map<String, String> MARKS = Map.of(
            "acute", "\u0301",
            "grave", "\u0300",
            "circ", "\u0302",
            "uml", "\u0308",
            "tilde", "\u0303",
            "cedil", "\u0327",
            "ring", "\u030a",
            "caron", "\u030c");

    static {
        String names = "amp & lt < gt > quot \" apos ' ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019 sbquo \u201a"
                + " ldquo \u201c rdquo \u201d bdquo \u201e laquo \u00ab raquo \u00bb hellip \u2026 bull \u2022 middot"
                + " \u00b7 sect \u00a7 para \u00b6 deg \u00b0 times \u00d7 minus \u2212 hyphen - szlig \u00df oslash"
                + " \u00f8 Oslash \u00d8 aelig \u00e6 AElig \u00c6 oelig \u0153 OElig \u0152 eth \u00f0 thorn \u00fe"
                + " iexcl \u00a1 iquest \u00bf ordf \u00aa ordm \u00ba alpha \u03b1 beta \u03b2 gamma \u03b3 copy"
                + " \u00a9 reg \u00ae trade \u2122 prime \u2032 lstrok \u0142";
        String[] words = names.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            NAMED.put(words[i], words[i + 1]);
        }
        for (String space : new String[] {"nbsp", "ensp", "emsp", "thinsp"}) {
            NAMED.put(space, " ");
        }
        for (String nothing : new String[] {"shy", "zwj", "zwnj"}) {
            NAMED.put(nothing, "");
        }
    }

    private Entities() {}

    /** Twice: what was escaped twice is met as well. */
    static void resolve(LineDraft line) {
        for (int i = 0; i < 2; i++) {
            boolean changed = line.change(REFERENCE, (match, copy) -> {
                Optional<String> character = match.group(3) != null
                        ? named(match.group(3))
                        : numbered(match.group(1) != null ? match.group(1) : match.group(2), match.group(1) != null);
                character.ifPresentOrElse(
                        text -> copy.put(text, match.start(), match.end()),
                        () -> copy.keep(match.start(), match.end()));
            });
            if (!changed) {
                return;
            }
            line.repaired("character references resolved");
        }
    }

    private static Optional<String> named(String name) {
        String mark = MARKS.get(name.substring(1));
        return mark == null
                ? Optional.ofNullable(NAMED.get(name))
                : Optional.of(Normalizer.normalize(name.charAt(0) + mark, Normalizer.Form.NFC));
    }

    private static Optional<String> numbered(String number, boolean decimal) {
        int point = Integer.parseInt(number, decimal ? 10 : 16);
        boolean isText = point >= ' ' && Character.isDefined(point) && !(point >= 0xD800 && point <= 0xDFFF);
        return isText ? Optional.of(Character.toString(point)) : Optional.empty();
    }
}
