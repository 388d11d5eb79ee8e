package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Tells load balancers and supervisors, in one word, whether the process lives and whether it is ready. */
final class HealthAnswer {
    private final Supplier<Health> health;

    HealthAnswer(Supplier<Health> health) {
        this.health = health;
    }

    /** Answers if the path is one of its own. */
    boolean answer(String path, HttpServletResponse response) throws IOException {
        switch (path) {
            case "health/live" -> send(response, HttpServletResponse.SC_OK, "live");
            case "health/ready" -> {
                Health now = health.get();
                send(response, now.status(), now.label());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void send(HttpServletResponse response, int status, String word) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
