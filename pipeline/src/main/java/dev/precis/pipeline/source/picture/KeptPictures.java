package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.page.PictureLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pictures that a page had when it was read before: a line for each, its name and what the page has for it. */
public final class KeptPictures implements PictureSource {
    private static final String SEPARATOR = " ";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Function<String, Optional<byte[]>> bytes;

    /**
     * Those of a page.
     *
     * @param list as {@link #list} writes it
     * @param bytes of a picture, by its digest
     */
    public KeptPictures(String list, Function<String, Optional<byte[]>> bytes) {
        this.bytes = bytes;
        list.lines()
                .map(line -> line.split(SEPARATOR, 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> names.put(parts[1], parts[0]));
    }

    /** @param names of pictures by what their page has for them */
    public static String list(Map<String, String> names) {
        return names.entrySet().stream()
                .map(entry -> entry.getValue() + SEPARATOR + entry.getKey() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    @Override
    public Look look(PictureLink link) {
        return Optional.ofNullable(names.get(line(link)))
                .flatMap(name -> bytes.apply(name.replaceFirst("[.].*", "")))
                .map(PictureBytes::read)
                .orElse(Look.none("was not kept when its page was read"));
    }

    /** What a page has, in one line. */
    static String line(PictureLink link) {
        return link.written().replaceAll("\\s+", "%20");
    }
}
