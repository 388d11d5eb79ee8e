package dev.precis.pipeline.extract.block;

/**
 * Something that a page declares of itself beside its text: in its head, in JSON-LD, in microdata.
 *
 * @param value white space normalised, never empty
 * @param from where it is declared, such as {@code og:title} or {@code JSON-LD headline}
 */
public record Declaration(Field field, String value, String from) {

    /** What is declared. */
    public enum Field {
        /** {@code article} for a page that shows one post, {@code list} for one that shows several. */
        KIND,
        /** The name of the whole site. */
        SITE,
        TITLE,
        /** When the post was published, in ISO 8601. */
        DATE,
        AUTHOR,
        /** A topic or a tag. */
        LABEL
    }
}
