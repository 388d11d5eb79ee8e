package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far posts reach: a reader sees the column or box that they stand in, and takes nothing from beside or below it.
 * What lies outside becomes {@link Kind#NOISE}.
 */
final class Extent {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "blockquote");

    private final List<Mark> marks;
    private final List<Integer> titles = new ArrayList<>();
    private final List<Integer> anchors = new ArrayList<>();

    private Extent(List<Mark> marks) {
        this.marks = new ArrayList<>(marks);
        for (int i = 0; i < marks.size(); i++) {
            boolean announced =
                    i > 0 && marks.get(i).is(Kind.TEXT) && marks.get(i - 1).is(Kind.CITATION, Kind.IMPLICATIONS);
            if (announced || marks.get(i).is(Kind.TITLE, Kind.CITATION, Kind.IMPLICATIONS)) {
                anchors.add(i);
            }
            if (marks.get(i).is(Kind.TITLE)) {
                titles.add(i);
            }
        }
    }

    /** The same marks, those beside and below the posts passed over. */
    static List<Mark> bound(List<Mark> marks) {
        Extent extent = new Extent(marks);
        if (!extent.anchors.isEmpty()) {
            extent.boundPage();
            extent.boundPosts();
        }
        return extent.marks;
    }

    private void boundPage() {
        Frame whole = around(anchors.getFirst(), marks.size());
        int last = anchors.getLast();
        Set<String> places = new HashSet<>();
        for (int i = anchors.getFirst(); i < marks.size(); i++) {
            Frame frame = frame(i);
            if (!whole.contains(frame)) {
                passOver(i, Kind.TEXT, Kind.MONTH);
                if (titles.size() > 1) {
                    passOver(i, Kind.DATELINE, Kind.TOPICS);
                }
            } else if (i <= last) {
                places.add(frame.under(whole).name());
            } else if (titles.size() > 1 && isNewPlace(frame, whole, places)) {
                passOver(i, Kind.TEXT);
            }
        }
    }

    /** Whether it stands in a box of a kind that holds no post so far. */
    private static boolean isNewPlace(Frame frame, Frame whole, Set<String> places) {
        Frame box = frame.under(whole);
        return box != frame
                && !places.contains(box.name())
                && !LISTS.contains(box.name().substring(0, box.name().indexOf('.')));
    }

    /** Posts that have a box each end with it. */
    private void boundPosts() {
        List<Frame> frames = titles.stream().map(this::frame).toList();
        for (int k = 0; k < titles.size() && titles.size() > 1; k++) {
            int from = titles.get(k);
            int to = k + 1 < titles.size() ? titles.get(k + 1) : marks.size();
            Frame box = box(frames, k);
            if (box != frame(from) && box.contains(around(from, to))) {
                for (int i = from; i < to; i++) {
                    if (!box.contains(frame(i))) {
                        passOver(i, Kind.TEXT);
                    }
                }
            }
        }
    }

    /** The largest frame around a title that holds neither the title before nor the one after. */
    static Frame box(List<Frame> titles, int k) {
        Frame title = titles.get(k);
        Frame shared = Frame.PAGE;
        for (int other : new int[] {k - 1, k + 1}) {
            if (other >= 0 && other < titles.size()) {
                Frame both = title.around(titles.get(other));
                shared = shared.contains(both) ? both : shared;
            }
        }
        return title.under(shared);
    }

    /** The innermost frame around what surely belongs to posts between two places. */
    private Frame around(int from, int to) {
        Frame frame = frame(from);
        for (int anchor : anchors) {
            if (anchor > from && anchor < to) {
                frame = frame.around(frame(anchor));
            }
        }
        return frame;
    }

    private Frame frame(int i) {
        return marks.get(i).block().frame();
    }

    private void passOver(int i, Kind... kinds) {
        // what is announced has a heading of its own and may stand beside the posts
        if (marks.get(i).is(kinds) && !marks.get(i - 1).is(Kind.BLURB)) {
            marks.set(i, marks.get(i).as(Kind.NOISE));
        }
    }
}
