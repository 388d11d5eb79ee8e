package dev.precis.pipeline.understand.citation.tagger;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes up what works are called, and what they appeared in. */
final class TitleMaker {
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "the", "and", "of", "in", "on", "for", "to", "with", "as", "from", "by", "vs.", "versus");

    private final Chance chance;
    private final WordLists lists;
    private final LooseWords loose;

    TitleMaker(Chance chance, WordLists lists, LooseWords loose) {
        this.chance = chance;
        this.lists = lists;
        this.loose = loose;
    }

    void make(Map<String, String> fields) {
        String title = sentence("title") + (chance.happens(3) ? ". " + sentence("book") : "");
        fields.put("title", chance.happens(1) ? title.toUpperCase(Locale.ROOT) : title);
        fields.put("Title", capitals(sentence("title")));
        String book = sentence("book") + (chance.happens(12) ? ". " + sentence("title") : "");
        fields.put("book", chance.happens(60) ? book : capitals(book));
        fields.put("Book", capitals(sentence("book")));
        String journal =
                chance.happens(60) ? lists.line("journal") : chance.happens(60) ? loose.source() : madeUpJournal();
        fields.put("container", chance.happens(2) ? journal.toUpperCase(Locale.ROOT) : journal);
        fields.put("abbreviation", chance.happens(75) ? lists.line("abbreviation") : fields.get("container"));
        fields.put(
                "conference",
                chance.oneOf(
                                "Proceedings of the ",
                                "the annual meeting of the ",
                                "Proceedings of the " + chance.between(3, 40) + "th International Conference on ")
                        + capitals(fill("{adjective} {thing}")));
    }

    private String madeUpJournal() {
        String field = capitals(
                fill(chance.oneOf("{adjective} {thing}", "{topic}", "{thing} and {thing}", "{adjective} {thing}")));
        return chance.oneOf(
                "Journal of " + field,
                "International Journal of " + field,
                field,
                field + " Review",
                "Annals of " + field,
                field + ": " + capitals(fill("{thing}, {thing}, and {thing}")),
                "European Journal of " + field,
                field + " Quarterly",
                "The Journals of " + field + " Series " + chance.oneOf("A", "B", "C") + ": "
                        + capitals(fill("{adjective} {thing}")),
                field + " (" + chance.oneOf("Online", "New York", "ABC", "London") + ")");
    }

    private String sentence(String section) {
        if (chance.happens(section.equals("book") ? 45 : 35)) {
            return loose.title();
        }
        String text = fill(lists.title(section));
        int first = text.charAt(0) == '"' ? 1 : 0;
        StringBuilder sentence = new StringBuilder(text);
        sentence.setCharAt(first, Character.toUpperCase(text.charAt(first)));
        int colon = sentence.indexOf(": ");
        if (colon > 0 && chance.happens(75)) {
            sentence.setCharAt(colon + 2, Character.toUpperCase(sentence.charAt(colon + 2)));
        }
        return sentence.toString();
    }

    private String fill(String pattern) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            text.append(pattern, at, open);
            at = pattern.indexOf('}', open) + 1;
            text.append(fill(lists.title(pattern.substring(open + 1, at - 1))));
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private static String capitals(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split(" ")) {
            boolean small = !out.isEmpty() && SMALL_WORDS.contains(word);
            out.append(out.isEmpty() ? "" : " ")
                    .append(small ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }
}
