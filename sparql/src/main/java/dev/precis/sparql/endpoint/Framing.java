package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.stream.Stream;

/** Where a request ends: refuses what Jetty lets through though it may end elsewhere, or later than is published. */
final class Framing {
    /**
     * Characters of the first line; the buffer that Jetty reads it into holds the header fields as well. RFC 9112
     * section 3 recommends 8,000 at least; queries in it are longer.
     */
    static final int LONGEST_LINE = 64 << 10;

    private Framing() {}

    /** @throws HttpProblem if the request is too long, or in a coding that nobody here decodes */
    static void check(HttpServletRequest request, HttpServletResponse response) {
        if (codings(request).anyMatch(coding -> !coding.equalsIgnoreCase("chunked"))) {
            // whoever passes this on may see its end in another place (RFC 9112 sections 6.1 and 11.2)
            response.setHeader("Connection", "close");
            throw new HttpProblem(501, "Of transfer codings there is only chunked here.");
        }
        if (lineLength(request) > LONGEST_LINE) {
            throw new HttpProblem(
                    414,
                    "The first line of a request has " + LONGEST_LINE
                            + " characters at most: send a longer query by POST.");
        }
    }

    private static Stream<String> codings(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Transfer-Encoding")).stream()
                .flatMap(field -> Stream.of(field.split(",")))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty());
    }

    private static int lineLength(HttpServletRequest request) {
        String query = request.getQueryString();
        int target = request.getRequestURI().length() + (query == null ? 0 : 1 + query.length());
        return request.getMethod().length()
                + 1
                + target
                + 1
                + request.getProtocol().length();
    }
}
