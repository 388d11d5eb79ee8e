package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.extract.block.Declaration;
import dev.precis.pipeline.extract.block.Declaration.Field;
import dev.precis.pipeline.extract.block.Declared;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a feed, whatever its format.
 *
 * @param guid what the feed calls it for good; empty where it gives none
 * @param title as HTML
 * @param html its content, or its summary where it has no content
 * @param published date or instant in ISO 8601; empty where the feed gives none
 */
record FeedEntry(
        String guid, String title, URI address, String author, List<String> categories, String html, String published) {
    FeedEntry {
        categories = List.copyOf(categories);
    }

    /**
     * What the post is known by.
     *
     * @param feed its address, which is that of an entry without one of its own
     */
    List<PostKey> keys(URI feed) {
        List<PostKey> keys = new ArrayList<>();
        if (!address.equals(feed)) {
            keys.add(new PostKey(PostKey.Kind.ADDRESS, address.toString()));
        }
        if (!guid.isEmpty()) {
            keys.add(new PostKey(PostKey.Kind.GUID, guid));
        }
        return keys;
    }

    /** What the feed says of the post beside its text. */
    Declared declared() {
        List<Declaration> all = new ArrayList<>();
        if (!published.isEmpty()) {
            all.add(new Declaration(Field.DATE, published, "date of the entry"));
        }
        categories.stream()
                .filter(category -> !category.isBlank())
                .forEach(category -> all.add(new Declaration(Field.LABEL, category, "category of the entry")));
        return new Declared(all);
    }
}
