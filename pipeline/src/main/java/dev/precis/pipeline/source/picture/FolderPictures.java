package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.page.PictureLink;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Pictures that lie beside a file, in the folder that was given to be read and never out of it. Nothing is fetched. */
public final class FolderPictures implements PictureSource {
    private static final Pattern ELSEWHERE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]+:|//).*", Pattern.DOTALL);

    private final Path root;
    private final Path file;
    private final int maxBytes;

    /**
     * Those of a file.
     *
     * @param given the folder that is read; or the file, which may have pictures in its own folder
     */
    public FolderPictures(Path given, Path file, int maxBytes) {
        this.root = Files.isDirectory(given) ? given : given.toAbsolutePath().resolveSibling("");
        this.file = file;
        this.maxBytes = maxBytes;
    }

    @Override
    public Look look(PictureLink link) {
        if (ELSEWHERE.matcher(link.written()).matches()) {
            return Look.none("is not beside the file, and files are read without asking the web");
        }
        try {
            String path = URLDecoder.decode(
                    link.written().replaceFirst("[?#].*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
            Path beside = path.startsWith("/")
                    ? root.resolve(path.replaceFirst("^/+", ""))
                    : file.toAbsolutePath().resolveSibling(path);
            return Files.isRegularFile(beside) ? read(beside) : Look.none("is no file beside the page");
        } catch (IllegalArgumentException e) {
            return Look.none("is no path: " + e.getMessage());
        } catch (IOException e) {
            return Look.none("cannot be read: " + e.getMessage());
        }
    }

    private Look read(Path picture) throws IOException {
        if (!picture.toRealPath().startsWith(root.toRealPath())) {
            return Look.none("lies outside of the folder that is read");
        }
        long size = Files.size(picture);
        return size > maxBytes
                ? Look.none("has " + size + " bytes (profile, pictures.max-bytes)")
                : PictureBytes.read(Files.readAllBytes(picture));
    }
}
