package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A list of posts that begin alike: with titles that look the same and say different things. A list is only cut so
 * where most of its parts look like posts: with text, and a citation, a label, a day or a link to the whole.
 *
 * @param titles indexes of the titles
 * @param boxes the frame of each post; the page where posts stand one after the other in one frame
 */
record PostCards(List<Integer> titles, List<Frame> boxes) {
    private static final int LONGEST_TITLE = 300;
    /** A title says something in words; the cells of a table often do not. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    /** A list of posts in boxes of their own, side by side. */
    static Optional<PostCards> find(List<Mark> marks, HeaderLine lines) {
        return candidates(marks, lines).stream()
                .map(titles -> new PostCards(titles, boxes(marks, titles)))
                .filter(cards -> cards.areBoxes(marks)
                        && 2 * cards.posts(marks) > cards.titles().size())
                .max(Comparator.comparingLong((PostCards cards) -> cards.posts(marks))
                        .thenComparing(cards -> -cards.titles().getFirst()));
    }

    /** A list of posts one after the other, each of which cites a study: nothing less tells a title from a heading. */
    static Optional<PostCards> flat(List<Mark> marks, HeaderLine lines) {
        return candidates(marks, lines).stream()
                .map(titles -> new PostCards(
                        titles, titles.stream().map(title -> Frame.PAGE).toList()))
                .filter(cards -> cards.allCite(marks))
                .max(Comparator.comparingInt((PostCards cards) -> cards.titles().size())
                        .thenComparing(cards -> -cards.titles().getFirst()));
    }

    /** The marks of a post, its title among them. */
    List<Mark> marks(List<Mark> marks, int k) {
        Frame box = boxes.get(k);
        if (box != Frame.PAGE) {
            return marks.stream()
                    .filter(mark -> box.contains(mark.block().frame()))
                    .toList();
        }
        return marks.subList(titles.get(k), k + 1 < titles.size() ? titles.get(k + 1) : marks.size());
    }

    /** Blocks that look alike, not as running text does, and say different things. */
    private static List<List<Integer>> candidates(List<Mark> marks, HeaderLine lines) {
        Set<String> running = new HashSet<>();
        Map<String, List<Integer>> byStyle = new LinkedHashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            if (block.isProse() || marks.get(i).is(Kind.CITATION)) {
                running.add(block.style());
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            boolean set = block.level() > 0 || block.linked() || block.strong() || !running.contains(block.style());
            if (marks.get(i).is(Kind.TEXT)
                    && set
                    && !SectionWords.isName(block.text())
                    && !lines.isAll(block, "")
                    && block.meaning().tags().isEmpty()
                    && !block.text().endsWith(":")
                    && WORD.matcher(block.text()).find()
                    && block.length() <= LONGEST_TITLE
                    && (!block.item() || block.level() > 0 || block.strong())) {
                String look = block.style() + block.level() + block.linked();
                byStyle.computeIfAbsent(look, style -> new ArrayList<>()).add(i);
            }
        }
        // what stands over every post alike is a label
        return byStyle.values().stream()
                .filter(titles -> titles.size() > 1
                        && titles.stream()
                                        .map(i -> Texts.key(marks.get(i).block().text()))
                                        .distinct()
                                        .count()
                                == titles.size())
                .toList();
    }

    private static List<Frame> boxes(List<Mark> marks, List<Integer> titles) {
        List<Frame> frames =
                titles.stream().map(title -> marks.get(title).block().frame()).toList();
        return IntStream.range(0, titles.size())
                .mapToObj(k -> Extent.box(frames, k))
                .toList();
    }

    /** Whether each title has a box with more in it than the title. */
    private boolean areBoxes(List<Mark> marks) {
        for (int k = 0; k < titles.size(); k++) {
            Frame box = boxes.get(k);
            Block title = marks.get(titles.get(k)).block();
            if (box == title.frame()
                    || marks.stream()
                            .noneMatch(mark -> mark.is(Kind.TEXT, Kind.CITATION)
                                    && mark.block() != title
                                    && box.contains(mark.block().frame()))) {
                return false;
            }
        }
        return true;
    }

    /** How many of the boxes look like posts. */
    private long posts(List<Mark> marks) {
        long posts = 0;
        for (int k = 0; k < titles.size(); k++) {
            List<Mark> inside = marks(marks, k);
            boolean tells = inside.stream()
                    .anyMatch(mark -> mark.is(Kind.CITATION, Kind.IMPLICATIONS, Kind.DATELINE, Kind.MONTH)
                            || (mark.block().level() > 0 && mark.block().linked()));
            posts += tells && hasText(inside) ? 1 : 0;
        }
        return posts;
    }

    private boolean allCite(List<Mark> marks) {
        for (int k = 0; k < titles.size(); k++) {
            List<Mark> inside = marks(marks, k);
            long labels =
                    inside.stream().filter(mark -> mark.is(Kind.IMPLICATIONS)).count();
            if (labels > 1 || !hasText(inside) || inside.stream().noneMatch(mark -> mark.is(Kind.CITATION))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasText(List<Mark> marks) {
        return marks.stream()
                .anyMatch(mark -> mark.is(Kind.TEXT, Kind.CITATION)
                        && mark.block().level() == 0
                        && mark.block().endsSentence());
    }

    /** How many parts cite a study, comments and what else stands around posts left out. */
    long citing(List<Mark> marks) {
        long citing = 0;
        for (int k = 0; k < titles.size(); k++) {
            citing += marks(marks, k).stream()
                            .anyMatch(mark -> mark.is(Kind.CITATION)
                                    && !PostExtent.isFurnitureByName(
                                            mark.block().frame()))
                    ? 1
                    : 0;
        }
        return citing;
    }
}
