package dev.precis.sparql.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.site.Negotiation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Answers that are no more than a status and a sentence: as text, or as problem details (RFC 9457) to who asks so. */
final class Problems {
    private static final String TEXT = "text/plain";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    static void send(HttpProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("too late to say that " + problem.sentence());
        }
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        if (!Methods.isReading(request)) {
            // RFC 9112 section 9.6: what else is coming is not read, so nothing can follow on this connection
            response.setHeader("Connection", "close");
        }
        boolean json =
                Negotiation.acceptable(SiteAnswer.field(request, "Accept"), List.of(TEXT, PROBLEM), Function.identity())
                        .stream()
                        .findFirst()
                        .filter(PROBLEM::equals)
                        .isPresent();
        byte[] body = json ? details(problem) : (problem.sentence() + "\n").getBytes(StandardCharsets.UTF_8);
        response.setContentType(json ? PROBLEM : TEXT + "; charset=utf-8");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static byte[] details(HttpProblem problem) {
        ObjectNode details = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("status", problem.status())
                .put("detail", problem.sentence());
        return (details + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
