package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of posts that stand in boxes of their own, side by side, and begin alike. A list is only cut so where most of
 * the boxes look like posts: with a day, a citation or a label inside.
 *
 * @param titles indexes of the titles
 * @param boxes the frame of each post
 */
record PostCards(List<Integer> titles, List<Frame> boxes) {

    static Optional<PostCards> find(List<Mark> marks, Declared declared) {
        Map<String, List<Integer>> byStyle = new LinkedHashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            if (marks.get(i).is(Kind.TEXT)
                    && (block.level() > 0 || block.linked() || block.strong())
                    && !block.item() | block.level() > 0) {
                byStyle.computeIfAbsent(block.style() + block.level(), style -> new ArrayList<>())
                        .add(i);
            }
        }
        return byStyle.values().stream()
                .filter(titles -> titles.size() > 1)
                .flatMap(titles -> cards(marks, titles).stream())
                .max(Comparator.comparingLong((PostCards cards) -> cards.posts(marks))
                        .thenComparing(cards -> -cards.titles().getFirst()));
    }

    private static Optional<PostCards> cards(List<Mark> marks, List<Integer> titles) {
        long different = titles.stream()
                .map(i -> Texts.key(marks.get(i).block().text()))
                .distinct()
                .count();
        if (different < titles.size()) {
            return Optional.empty(); // what stands over every post alike is a label
        }
        List<Frame> boxes = new ArrayList<>();
        for (int k = 0; k < titles.size(); k++) {
            Frame title = marks.get(titles.get(k)).block().frame();
            Frame shared = Frame.PAGE;
            for (int other : new int[] {k - 1, k + 1}) {
                if (other >= 0 && other < titles.size()) {
                    Frame both =
                            title.around(marks.get(titles.get(other)).block().frame());
                    shared = shared.contains(both) ? both : shared;
                }
            }
            boxes.add(title.under(shared));
        }
        PostCards cards = new PostCards(titles, boxes);
        return cards.areBoxes(marks) && 2 * cards.posts(marks) > titles.size() ? Optional.of(cards) : Optional.empty();
    }

    /** Whether each title has a box with more in it than the title. */
    private boolean areBoxes(List<Mark> marks) {
        for (int k = 0; k < titles.size(); k++) {
            Frame box = boxes.get(k);
            int title = titles.get(k);
            if (box == marks.get(title).block().frame()
                    || marks.stream()
                            .noneMatch(mark -> mark.is(Kind.TEXT, Kind.CITATION)
                                    && mark.block() != marks.get(title).block()
                                    && box.contains(mark.block().frame()))) {
                return false;
            }
        }
        return true;
    }

    /** How many of the boxes look like posts. */
    private long posts(List<Mark> marks) {
        return boxes.stream().filter(box -> isPost(marks, box)).count();
    }

    private static boolean isPost(List<Mark> marks, Frame box) {
        List<Mark> inside = marks.stream()
                .filter(mark -> box.contains(mark.block().frame()))
                .toList();
        boolean text = inside.stream()
                .anyMatch(mark -> mark.is(Kind.TEXT, Kind.CITATION)
                        && mark.block().level() == 0
                        && mark.block().endsSentence());
        return text
                && inside.stream()
                        .anyMatch(mark -> mark.is(Kind.CITATION, Kind.IMPLICATIONS, Kind.DATELINE, Kind.MONTH)
                                || mark.block().level() > 0 && mark.block().linked());
    }
}
