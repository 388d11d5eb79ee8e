package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Header fields that every answer has. */
final class Fields {
    static final String POLICY = "Content-Security-Policy";
    private static final String NO_SCRIPT = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Pages hold no script and nothing from elsewhere, so nothing of that kind may run; a page may say otherwise.
     * Everything here is public, and the same for everybody: scripts of other sites may read it, without credentials.
     */
    static final Map<String, String> ALL = Map.of(
            POLICY,
            NO_SCRIPT,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Expose-Headers",
            "ETag, Link, Location, Content-Location, Retry-After");

    private Fields() {}

    static void all(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }

    /** The answer to a browser that asks what it may ask (Fetch section 3.3.2). */
    static Map<String, String> preflight(String methods) {
        return Map.of(
                "Allow",
                methods,
                "Access-Control-Allow-Methods",
                methods,
                "Access-Control-Allow-Headers",
                "Accept, Content-Type, If-None-Match, If-Modified-Since",
                "Access-Control-Max-Age",
                "86400");
    }
}
