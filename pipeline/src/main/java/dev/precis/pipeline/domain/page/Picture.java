package dev.precis.pipeline.domain.page;

import dev.precis.pipeline.domain.Sha256;
import java.util.HexFormat;

/** A picture of a kind that browsers show and that runs nothing: its bytes and its size in pixels. Immutable. */
public final class Picture {
    private final PictureKind kind;
    private final byte[] content;
    private final int width;
    private final int height;

    public Picture(PictureKind kind, byte[] content, int width, int height) {
        this.kind = kind;
        this.content = content.clone();
        this.width = width;
        this.height = height;
    }

    public PictureKind kind() {
        return kind;
    }

    public byte[] content() {
        return content.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** What it is called wherever it came from: SHA-256 of the bytes, a dot and the suffix of its kind. */
    public String name() {
        return HexFormat.of().formatHex(Sha256.begin().digest(content)) + "." + kind.suffix();
    }
}
