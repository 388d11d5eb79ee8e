package dev.precis.pipeline.understand.citation.tagger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Exchanges the words of a labelled line for generated ones of the same look; its punctuation and its marks stay. */
final class Exchange {
    private final LabelledText line;
    private final SplittableRandom random;
    private final WordLists lists;
    private final Map<String, String> fields = new HashMap<>();
    private final boolean isLatin;

    Exchange(LabelledText line, SplittableRandom random) {
        this.line = line;
        this.random = random;
        lists = new WordLists(random, false);
        fields.putAll(WorkMaker.make(random, lists).fields());
        isLatin = line.toString()
                .codePoints()
                .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }

    LabelledText exchanged() {
        String printed = line.toString();
        TokenSequence tokens = TokenSequence.of(printed);
        byte[] labels = line.labels(tokens);
        boolean names = isLatin && happens(75);
        boolean title = isLatin && happens(60);
        boolean source = isLatin && happens(50);
        LabelledText text = new LabelledText();
        int at = 0;
        int i = 0;
        while (i < tokens.size) {
            int last = i;
            while (last + 1 < tokens.size && labels[last + 1] == labels[i] && isOnePart(tokens, last + 1, labels[i])) {
                last++;
            }
            Label label = Label.of(labels[i]);
            String part = printed.substring(tokens.starts[i], tokens.ends[last]);
            text.add(printed.substring(at, tokens.starts[i]), Label.MARK);
            text.emphasise(line.isEmphasised(tokens.starts[i]));
            text.add(exchanged(label, part, names, title, source), label);
            at = tokens.ends[last];
            i = last + 1;
        }
        text.emphasise(false);
        text.add(printed.substring(at), Label.MARK);
        return text;
    }

    /** Names are exchanged word by word, titles and sources as wholes. */
    private static boolean isOnePart(TokenSequence tokens, int next, byte label) {
        return label == Label.TITLE.ordinal()
                || label == Label.CONTAINER.ordinal()
                || label == Label.PUBLISHER.ordinal()
                || label == Label.PLACE.ordinal();
    }

    private String exchanged(Label label, String part, boolean names, boolean title, boolean source) {
        return switch (label) {
            case FAMILY -> names ? name(part, lists.family()) : part;
            case GIVEN -> names ? name(part, lists.given()) : part;
            case EDITOR -> names ? name(part, part.length() > 1 && happens(50) ? lists.family() : lists.given()) : part;
            case TITLE -> title ? title(part) : part;
            case CONTAINER -> source ? field(part.contains(".") ? "abbreviation" : "container", part) : part;
            case PUBLISHER -> source && part.length() > 4 && !part.contains("ni") ? field("publisher", part) : part;
            case PLACE -> source && part.indexOf(',') < 0 ? field("city", part) : part;
            case VOLUME, ISSUE, PAGE, DATE -> happens(60) ? digits(part) : part;
            default -> part;
        };
    }

    private String field(String name, String part) {
        String other = fields.getOrDefault(name, part);
        return other.isEmpty() ? part : other;
    }

    private String title(String part) {
        String other = fields.getOrDefault(happens(60) ? "title" : "book", part);
        boolean capitals = Character.isUpperCase(part.charAt(0))
                && part.equals(part.toUpperCase(Locale.ROOT))
                && part.length() > 4;
        return capitals ? other.toUpperCase(Locale.ROOT) : other;
    }

    private String name(String part, String other) {
        if (part.length() < 3 || Character.isLowerCase(part.charAt(0))) {
            return initials(part);
        }
        return part.equals(part.toUpperCase(Locale.ROOT)) ? other.toUpperCase(Locale.ROOT) : other;
    }

    private String initials(String part) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean initial = c >= 'A' && c <= 'Z' && part.equals(part.toUpperCase(Locale.ROOT));
            letters.append(initial ? (char) ('A' + random.nextInt(26)) : c);
        }
        return letters.toString();
    }

    private String digits(String part) {
        if (part.length() == 4 && (part.startsWith("19") || part.startsWith("20"))) {
            return String.valueOf(1950 + random.nextInt(75));
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean exchanged = c >= '1' && c <= '9';
            digits.append(exchanged ? (char) ('1' + random.nextInt(9)) : c);
        }
        return digits.toString();
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
