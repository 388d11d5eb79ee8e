package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.domain.page.PictureLink;
import dev.precis.pipeline.domain.page.Pictures;
import dev.precis.pipeline.source.picture.PictureSource.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures of one page, each looked for once: in the page itself where it has them, else where it was told. */
public final class PagePictures implements Pictures {
    private static final int MOST_TOLD = 5;
    /** RFC 2397. */
    private static final Pattern INLINE = Pattern.compile("(?i)data:[^,]*;base64,(.*)", Pattern.DOTALL);

    private final PictureSource source;
    private final int maxBytes;
    private final Consumer<Picture> keep;
    private final Map<PictureLink, Look> looks = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * Of a page of which nothing was looked for yet.
     *
     * @param source of what is not in the page itself
     * @param keep told of each picture that was found
     */
    public PagePictures(PictureSource source, int maxBytes, Consumer<Picture> keep) {
        this.source = source;
        this.maxBytes = maxBytes;
        this.keep = keep;
    }

    @Override
    public Optional<Picture> find(PictureLink link) {
        Look known = looks.get(link);
        if (known == null) {
            known = isInline(link) ? inline(link) : source.look(link);
            looks.put(link, known);
            known.picture().ifPresent(keep);
            passOver(link, known.reason());
        }
        return known.picture();
    }

    private Look inline(PictureLink link) {
        Matcher data = INLINE.matcher(link.written());
        if (!data.matches()) {
            return Look.none("is in the page, but not as bytes (data: with base64)");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(data.group(1).replaceAll("[^A-Za-z0-9+/]", ""));
        return bytes.length > maxBytes
                ? Look.none("has " + bytes.length + " bytes (profile, pictures.max-bytes)")
                : PictureBytes.read(bytes);
    }

    @Override
    public void passOver(PictureLink link, String reason) {
        if (!reason.isEmpty()) {
            missed.add(link.name() + " " + reason);
        }
    }

    /** Whether any was looked for outside of the page. */
    public boolean hasLooked() {
        return looks.keySet().stream().anyMatch(link -> !isInline(link));
    }

    /** Those that were found outside of the page, for {@link KeptPictures}. */
    public String found() {
        Map<String, String> names = new LinkedHashMap<>();
        looks.forEach((link, look) -> look.picture()
                .filter(picture -> !isInline(link))
                .ifPresent(picture -> names.put(KeptPictures.line(link), picture.name())));
        return KeptPictures.list(names);
    }

    private static boolean isInline(PictureLink link) {
        return link.written().regionMatches(true, 0, "data:", 0, 5);
    }

    /** Which pictures could not be had, if there are any. */
    public Optional<Notice> notice(URI page) {
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        String more = missed.size() > MOST_TOLD ? "; and " + (missed.size() - MOST_TOLD) + " more" : "";
        return Optional.of(Notice.info(
                "picture-not-kept",
                page.toString(),
                "their words stand for pictures: "
                        + String.join("; ", missed.subList(0, Math.min(MOST_TOLD, missed.size()))) + more));
    }
}
