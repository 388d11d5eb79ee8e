package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of a summary.
 *
 * @param works that it cites, the summarised one first
 */
record Item(Blog blog, Detail summary, List<Reference> works) {
    Item {
        works = List.copyOf(works);
    }

    String iri() {
        return summary.item().iri();
    }

    /** Who wrote it; where nobody is named, who publishes the blog. */
    String author() {
        return summary.author().name().isEmpty()
                ? blog.publishedBy()
                : summary.author().name();
    }

    /** Its text, in paragraphs. */
    String text() {
        return String.join("\n\n", summary.body());
    }

    /** What it means for practice, in paragraphs. */
    String implications() {
        return String.join("\n\n", summary.advice());
    }

    /** Of its language, in the tags of RFC 5646; empty if it is not known. */
    String language() {
        return summary.language().isEmpty() ? blog.language() : summary.language();
    }

    /** What it is about, in words. */
    Stream<String> topics() {
        return summary.topics().stream().map(Named::name);
    }
}
