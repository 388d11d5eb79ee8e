package dev.precis.sparql.endpoint;

import java.util.Locale;

/** What became of a request, as it is counted and logged. */
enum Outcome {
    ANSWERED,
    NOT_MODIFIED,
    /** The request is wrong in itself. */
    MALFORMED,
    /** It asks for what nobody may do. */
    FORBIDDEN,
    /** There is no such thing, or not in that form. */
    NOT_FOUND,
    /** It is too large, or came too slowly. */
    TOO_LARGE,
    /** Its answer, or what is needed for it, is too large. */
    TOO_COSTLY,
    /** It took too long. */
    TIMEOUT,
    /** The server was short of memory. */
    MEMORY,
    /** Others ran. */
    BUSY,
    /** Others of the same client ran. */
    TOO_MANY,
    /** The client left before the answer came. */
    GONE,
    /** A fault of the server. */
    FAILED;

    /** What a status says where nothing else does. */
    static Outcome of(int status) {
        return switch (status) {
            case 304 -> NOT_MODIFIED;
            case 403, 405 -> FORBIDDEN;
            case 404, 406, 410 -> NOT_FOUND;
            case 408, 413, 414, 431 -> TOO_LARGE;
            case 429 -> TOO_MANY;
            case 501 -> MALFORMED;
            default -> status < 400 ? ANSWERED : status < 500 ? MALFORMED : FAILED;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
