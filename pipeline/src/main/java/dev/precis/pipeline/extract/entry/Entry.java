package dev.precis.pipeline.extract.entry;

import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.extract.block.Declaration;
import dev.precis.pipeline.extract.block.Declaration.Field;
import dev.precis.pipeline.extract.block.Declared;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A post of a blog that comes as data (feed, export, API), whatever its format.
 *
 * @param guid what the blog calls it for good; empty where it gives none
 * @param title as HTML
 * @param address where a reader finds it; that of the document it was read from where it says none
 * @param author as shown; empty where none is told
 * @param html its content, or its summary where it has no content
 * @param published date or instant in ISO 8601, by the clock of the blog where the format tells it; empty where none is
 *     given
 */
public record Entry(
        String guid,
        String title,
        URI address,
        String author,
        List<Category> categories,
        String html,
        String published) {
    public Entry {
        categories = List.copyOf(categories);
    }

    /**
     * A topic that the blog files the post under.
     *
     * @param name as shown
     * @param slug what its address calls it; empty where that is not told
     * @param above what it is filed under itself, the nearest first
     */
    public record Category(String name, String slug, List<Category> above) {
        public Category {
            above = List.copyOf(above);
        }

        static Category of(String name) {
            return new Category(name, "", List.of());
        }

        /** The spelling that the source knows; nothing if it knows neither. */
        private Optional<String> label(KnownLabels known) {
            return List.of(name, slug).stream()
                    .filter(text -> !text.isEmpty())
                    .filter(known::knows)
                    .findFirst();
        }
    }

    /**
     * The labels of its categories, as the source knows them; for one that it does not know also the nearest above that
     * it does. Pages and feeds name no category above, so those above a known one are for the source's topics to tell
     * ({@code skos:broader}): else the topics of a post would hang on the way that it was read.
     */
    public List<String> labels(KnownLabels known) {
        Set<String> labels = new LinkedHashSet<>();
        for (Category category : categories) {
            Optional<String> own = category.label(known);
            labels.add(own.orElse(category.name()));
            if (own.isEmpty()) {
                category.above().stream()
                        .flatMap(higher -> higher.label(known).stream())
                        .findFirst()
                        .ifPresent(labels::add);
            }
        }
        return List.copyOf(labels);
    }

    /**
     * What the post is known by.
     *
     * @param document that it was read from, whose address is that of an entry without one of its own
     */
    public List<PostKey> keys(URI document) {
        List<PostKey> keys = new ArrayList<>();
        if (!address.equals(document)) {
            keys.add(new PostKey(PostKey.Kind.ADDRESS, address.toString()));
        }
        if (!guid.isEmpty()) {
            keys.add(new PostKey(PostKey.Kind.GUID, guid));
        }
        return keys;
    }

    /** What the blog says of the post beside its text. */
    public Declared declared(KnownLabels known) {
        List<Declaration> all = new ArrayList<>();
        if (!published.isEmpty()) {
            all.add(new Declaration(Field.DATE, published, "date of the entry"));
        }
        labels(known).stream()
                .filter(label -> !label.isBlank())
                .forEach(label -> all.add(new Declaration(Field.LABEL, label, "category of the entry")));
        return new Declared(all);
    }

    Entry withoutGuid() {
        return new Entry("", title, address, author, categories, html, published);
    }

    Entry at(URI other) {
        return new Entry(guid, title, other, author, categories, html, published);
    }
}
