package dev.precis.pipeline.domain.page;

/** The kinds of pictures that are kept. SVG is none: it is a document that may have scripts in it. */
public enum PictureKind {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif");

    private final String suffix;
    private final String mediaType;

    PictureKind(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** What names of files end in, after a dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }
}
