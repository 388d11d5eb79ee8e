package dev.precis.pipeline.extract.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines about posts that stand between the boxes of these: heads of the posts below, if there is a day above the first;
 * feet of those above, if there is one below the last.
 */
record LinesBetween(List<Mark> marks, HeaderLine lines) {

    /**
     * The posts with the lines that belong to them, where these stand outside of all boxes.
     *
     * @param inside indexes of the marks in the box of each post
     */
    Optional<List<List<Integer>>> given(List<List<Integer>> inside) {
        if (inside.stream().anyMatch(card -> card.isEmpty() || hasDay(card))) {
            return Optional.empty();
        }
        Set<Integer> boxed = inside.stream().flatMap(List::stream).collect(Collectors.toSet());
        List<List<Integer>> heads =
                inside.stream().map(card -> from(card.getFirst(), -1, boxed)).toList();
        List<List<Integer>> feet =
                inside.stream().map(card -> from(card.getLast(), 1, boxed)).toList();
        boolean above = heads.stream().allMatch(this::hasDay);
        boolean below = feet.stream().allMatch(this::hasDay);
        if (above == below) {
            return Optional.empty(); // nothing between boxes, or what may belong to either
        }
        return Optional.of(IntStream.range(0, inside.size())
                .mapToObj(k -> {
                    List<Integer> card = new ArrayList<>(above ? heads.get(k).reversed() : List.of());
                    card.addAll(inside.get(k));
                    card.addAll(below ? feet.get(k) : List.of());
                    return card;
                })
                .toList());
    }

    /** The lines about a post from a mark on, up to the next box. */
    private List<Integer> from(int mark, int step, Set<Integer> boxed) {
        List<Integer> between = new ArrayList<>();
        int i = mark + step;
        while (i >= 0 && i < marks.size() && !boxed.contains(i) && isAbout(marks.get(i))) {
            between.add(i);
            i += step;
        }
        return between;
    }

    private boolean isAbout(Mark mark) {
        return DatedTitles.isAbout(mark, lines) || DatedTitles.isName(mark);
    }

    private boolean hasDay(List<Integer> some) {
        return some.stream()
                .map(marks::get)
                .anyMatch(mark -> isAbout(mark)
                        && lines.date(mark.block())
                                .filter(read -> read.date().hasDay())
                                .isPresent());
    }
}
