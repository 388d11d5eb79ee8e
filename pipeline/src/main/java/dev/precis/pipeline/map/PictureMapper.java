package dev.precis.pipeline.map;

import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Draft;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Resource;

/**
 * The pictures in the text of a post as statements: what a summary shows, so that nothing else needs to be published.
 */
final class PictureMapper {
    /** As the text is written: a tag, since a text has no bare angle brackets. */
    private static final Pattern PICTURE = Pattern.compile("<img (?:[a-z]+=\"[^\"]*\" )*src=\"([^\"]*\\.([a-z]+))\"");

    private static final Map<String, String> MEDIA_TYPES = Map.of("jpg", "image/jpeg");

    private PictureMapper() {}

    static void map(Draft.Rich rich, Resource posting, Description description) {
        Stream.of(rich.body(), rich.implications())
                .flatMap(text -> PICTURE.matcher(text).results())
                .forEach(image -> {
                    Resource picture = description.resource(image.group(1), Schema.ImageObject);
                    String suffix = image.group(2);
                    description.plain(
                            picture, Schema.encodingFormat, MEDIA_TYPES.getOrDefault(suffix, "image/" + suffix));
                    posting.addProperty(Schema.image, picture);
                });
    }
}
