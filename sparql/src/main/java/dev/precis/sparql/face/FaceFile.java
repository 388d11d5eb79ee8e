package dev.precis.sparql.face;

import dev.precis.sparql.archive.Sha256;

/** A file that the pages of a blog need, under a name that says which bytes it has. Immutable. */
public final class FaceFile {
    private static final int DIGITS = 16;

    private final String name;
    private final String mediaType;
    private final byte[] content;

    /** @param suffix what its name ends in, after a dot */
    public FaceFile(String suffix, String mediaType, byte[] content) {
        this.name = Sha256.of(content).substring(0, DIGITS) + "." + suffix;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}
