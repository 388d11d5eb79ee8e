package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be the titles of the posts of a list, by how they look and what they say. */
final class CardTitles {
    private static final int LONGEST = 300;
    /** A title says something in words; the cells of a table often do not. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    private CardTitles() {}

    /** Blocks that look alike, not as running text does, and say different things. */
    static List<List<Integer>> alike(List<Mark> marks, HeaderLine lines) {
        Set<String> running = new HashSet<>();
        Map<String, List<Integer>> byStyle = new LinkedHashMap<>();
        for (Mark mark : marks) {
            if (mark.block().isProse() || mark.is(Kind.CITATION)) {
                running.add(mark.block().style());
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            boolean set = block.level() > 0 || block.linked() || block.strong() || !running.contains(block.style());
            if (set && mayBe(marks.get(i), lines)) {
                String look = block.style() + block.level() + block.linked();
                byStyle.computeIfAbsent(look, style -> new ArrayList<>()).add(i);
            }
        }
        // what stands over every post alike is a label, unless it leads to another page each time
        return byStyle.values().stream()
                .filter(titles -> titles.size() > 1 && differ(marks, titles))
                .toList();
    }

    /** Whether titles say different things, or lead to different pages. */
    static boolean differ(List<Mark> marks, List<Integer> titles) {
        return titles.stream()
                        .map(i -> marks.get(i).block())
                        .map(title -> Texts.key(title.text()) + " " + title.leadsTo())
                        .distinct()
                        .count()
                == titles.size();
    }

    /** Whether a line may be a title of a post, as far as it alone tells. */
    static boolean mayBe(Mark mark, HeaderLine lines) {
        Block block = mark.block();
        return mark.is(Kind.TEXT)
                && block.length() <= LONGEST
                && (!block.item() || block.level() > 0 || block.strong())
                && block.meaning().tags().isEmpty()
                && !block.text().endsWith(":")
                && WORD.matcher(block.text()).find()
                && !CitedWorks.isNote(block)
                && !lines.isAll(block, "")
                && !SectionWords.isName(block.text());
    }
}
