package dev.precis.sparql.site;

/** The forms that a resource is offered in; negotiation, links and addresses follow this list. First is preferred. */
public enum Representation {
    HTML(".html", "text/html", "text/html; charset=utf-8", "Web page"),
    TURTLE(".ttl", "text/turtle", "text/turtle; charset=utf-8", "Turtle"),
    JSON_LD(".jsonld", "application/ld+json", "application/ld+json", "JSON-LD");

    private final String suffix;
    private final String mediaType;
    private final String contentType;
    private final String label;

    Representation(String suffix, String mediaType, String contentType, String label) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.label = label;
    }

    /** What its address ends in. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type with its character set, where it has one. */
    public String contentType() {
        return contentType;
    }

    /** What readers call it. */
    public String label() {
        return label;
    }
}
