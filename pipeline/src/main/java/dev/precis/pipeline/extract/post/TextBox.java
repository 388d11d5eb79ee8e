package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import java.util.List;

/** A box in the text that is no part of it: where its heading stands in one frame with what it heads, it ends there. */
final class TextBox {
    private final List<Mark> marks;
    private final Frame content;
    private Frame frame = Frame.PAGE;

    /** @param content the frame around the text */
    TextBox(List<Mark> marks, Frame content) {
        this.marks = marks;
        this.content = content;
    }

    /** A heading of something else than the text; inside of a box it begins no other. */
    void begin(Block heading, int i) {
        Frame around = heading.frame().outer();
        if (frame != Frame.PAGE && frame.contains(around)) {
            return;
        }
        boolean own = i + 1 < marks.size()
                && around != content
                && content.contains(around)
                && around.contains(marks.get(i + 1).block().frame());
        frame = own ? around : Frame.PAGE;
    }

    /** Whether the box, if there is one, has ended and the text goes on. */
    boolean endsBefore(Block block) {
        boolean ends = frame != Frame.PAGE && !frame.contains(block.frame()) && content.contains(block.frame());
        frame = ends ? Frame.PAGE : frame;
        return ends;
    }
}
