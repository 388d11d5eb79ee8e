package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What may be done here: read everything, and ask the endpoint by POST too. */
final class Methods {
    static final String OF_SITE = "GET, HEAD, OPTIONS";
    static final String OF_ENDPOINT = "GET, HEAD, POST, OPTIONS";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> ALL = Set.of(OF_ENDPOINT.split(", "));

    private Methods() {}

    /** Whether a request reads, and has no content that matters. */
    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** Whether anything here is done with a method. */
    static boolean isAllowed(String method) {
        return ALL.contains(method);
    }
}
