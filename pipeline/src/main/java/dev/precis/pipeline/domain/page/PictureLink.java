package dev.precis.pipeline.domain.page;

/**
 * Where a page has a picture.
 *
 * @param address of it, absolute; empty where what is written is none
 * @param written as the page has it: an address, a path beside the page, the picture itself ({@code data:})
 */
public record PictureLink(String address, String written) {
    /** What a person finds it by: the end of what is written. */
    public String name() {
        String path = written.startsWith("data:") ? "data:" : written.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
