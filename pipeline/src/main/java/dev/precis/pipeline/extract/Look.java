package dev.precis.pipeline.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How text looks at one place of a page: what the elements around it add up to. */
record Look(
        boolean unread,
        @Nullable Element block,
        int level,
        boolean strong,
        boolean slanted,
        boolean linked,
        boolean item,
        String font) {
    static final Look PLAIN = new Look(false, null, 0, false, false, false, false, "");

    Look asUnread() {
        return new Look(true, block, level, strong, slanted, linked, item, font);
    }

    Look withBlock(Element element) {
        return new Look(unread, element, level, strong, slanted, linked, item, font);
    }

    Look withLevel(int newLevel) {
        return new Look(unread, block, newLevel, strong, slanted, linked, item, font);
    }

    Look withStrong(boolean isStrong) {
        return new Look(unread, block, level, isStrong, slanted, linked, item, font);
    }

    Look withSlanted(boolean isSlanted) {
        return new Look(unread, block, level, strong, isSlanted, linked, item, font);
    }

    Look withLinked() {
        return new Look(unread, block, level, strong, slanted, true, item, font);
    }

    Look withItem() {
        return new Look(unread, block, level, strong, slanted, linked, true, font);
    }

    Look withFont(String newFont) {
        return new Look(unread, block, level, strong, slanted, linked, item, newFont);
    }

    /** Whether this is the look of a block element itself, not of something inside it. */
    @SuppressWarnings("ReferenceEquality") // two elements may look the same and still be two
    boolean opens(Element element) {
        return block == element;
    }

    /** The name and class of the block that the text is in. */
    String frame() {
        return block == null ? "" : block.normalName() + "." + block.className();
    }
}
