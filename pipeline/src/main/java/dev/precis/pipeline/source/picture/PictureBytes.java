package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.picture.PictureHead;
import dev.precis.pipeline.source.picture.PictureSource.Look;
import java.util.Optional;

/** Tells by its bytes whether a picture is kept. */
final class PictureBytes {
    /**
     * No side of an icon is longer: it is a letter, a button or a face, if it is not of one pixel and counts readers.
     */
    private static final int ICON = 32;
    /** More than a camera makes: what unpacks to more is meant to harm. */
    private static final long MOST_PIXELS = 100_000_000;

    private PictureBytes() {}

    /** The picture, or why it is not kept. */
    static Look read(byte[] content) {
        Optional<PictureHead> head = PictureHead.of(content);
        if (head.isEmpty()) {
            return Look.none("is no picture of a kind that is kept (PNG, JPEG, GIF, WebP, AVIF)");
        }
        long width = head.get().width();
        long height = head.get().height();
        if (width <= ICON && height <= ICON) {
            return Look.SILENT;
        }
        if (width == 0 || height == 0 || width > MOST_PIXELS / height) {
            return Look.none("has " + width + " by " + height + " pixels, at most " + MOST_PIXELS + " are shown");
        }
        return Look.found(new Picture(head.get().kind(), content, (int) width, (int) height));
    }
}
