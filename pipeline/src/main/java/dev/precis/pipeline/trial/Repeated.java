package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/** Finds what stands in many posts or pages alike. */
final class Repeated {
    /** Of fewer, what is alike may be so by chance. */
    private static final int FEWEST = 3;

    private final SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
    private int all;

    /** Something that is alike in several: how it is printed first, and in how many it stands. */
    record Found(String text, int times, int of) {}

    /** What all these texts have alike in their keys, each counted once for each list. */
    static Repeated in(List<List<Passage>> lists, Function<String, String> key) {
        Repeated repeated = new Repeated();
        lists.forEach(list -> repeated.add(list.stream().map(Passage::text).toList(), key));
        return repeated;
    }

    private void add(List<String> texts, Function<String, String> key) {
        all++;
        Set<String> here = new HashSet<>();
        for (String text : texts) {
            String one = key.apply(text);
            if (!one.isEmpty() && here.add(one)) {
                groups.computeIfAbsent(one, first -> new ArrayList<>()).add(text);
            }
        }
    }

    /** What stands in most of them, the most frequent first. */
    List<Found> inMost() {
        return groups.values().stream()
                .filter(group -> group.size() >= FEWEST && 2 * group.size() > all)
                .map(group -> new Found(group.getFirst(), group.size(), all))
                .sorted((one, other) -> Integer.compare(other.times(), one.times()))
                .toList();
    }

    /** What stands in several of them, however many there are. */
    List<Found> inSeveral() {
        return groups.values().stream()
                .filter(group -> group.size() >= FEWEST)
                .map(group -> new Found(group.getFirst(), group.size(), all))
                .toList();
    }

    /** The key of a paragraph by its first words; empty for what is too short to have any. */
    static String beginning(String text, int most) {
        String[] words = Texts.key(text).split(" ", -1);
        return words.length <= most ? "" : String.join(" ", List.of(words).subList(0, most));
    }

    /** The key of a line that may be a heading; empty for a sentence. */
    static String heading(String text) {
        boolean sentence = text.length() > 80 || text.matches("(?s).*[.!?…]");
        return sentence ? "" : Texts.key(text.replaceFirst("\\s*:$", ""));
    }
}
