package dev.precis.pipeline.extract.block;

import org.jsoup.nodes.Element;

/** How text looks at one place of a page: what the elements around it add up to. */
record Look(
        boolean unread,
        Frame frame,
        int level,
        boolean strong,
        boolean slanted,
        boolean linked,
        boolean item,
        boolean preformatted,
        String font) {
    static final Look PLAIN = new Look(false, Frame.PAGE, 0, false, false, false, false, false, "");

    Look asUnread() {
        return new Look(true, frame, level, strong, slanted, linked, item, preformatted, font);
    }

    Look withBlock(Element element) {
        return new Look(unread, frame.inside(element), level, strong, slanted, linked, item, preformatted, font);
    }

    Look withLevel(int newLevel) {
        return new Look(unread, frame, newLevel, strong, slanted, linked, item, preformatted, font);
    }

    Look withStrong(boolean isStrong) {
        return new Look(unread, frame, level, isStrong, slanted, linked, item, preformatted, font);
    }

    Look withSlanted(boolean isSlanted) {
        return new Look(unread, frame, level, strong, isSlanted, linked, item, preformatted, font);
    }

    Look withLinked() {
        return new Look(unread, frame, level, strong, slanted, true, item, preformatted, font);
    }

    Look withItem() {
        return new Look(unread, frame, level, strong, slanted, linked, true, preformatted, font);
    }

    Look withPreformatted(boolean isPreformatted) {
        return new Look(unread, frame, level, strong, slanted, linked, item, isPreformatted, font);
    }

    Look withFont(String newFont) {
        return new Look(unread, frame, level, strong, slanted, linked, item, preformatted, newFont);
    }

    /** Whether this is the look of a block element itself, not of something inside it. */
    boolean opens(Element element) {
        return frame.isOf(element);
    }
}
