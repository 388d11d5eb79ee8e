package dev.precis.pipeline.domain.serving;

/** A picture that stands for the name of a blog: its bytes, what they are, and its size in pixels. Immutable. */
public final class Logo {
    private final byte[] content;
    private final String suffix;
    private final String mediaType;
    private final int width;
    private final int height;

    /** @param suffix what names of files of its kind end in, after a dot */
    public Logo(byte[] content, String suffix, String mediaType, int width, int height) {
        this.content = content.clone();
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
    }

    public byte[] content() {
        return content.clone();
    }

    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
