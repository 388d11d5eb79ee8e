package dev.precis.pipeline.app.desk;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what at the desk. A browser is known by a cookie, which only the key gives. A form is taken only from a
 * page of the desk itself: by the Origin that browsers send (RFC 6454, and Fetch for forms), by Sec-Fetch-Site where
 * they send it, and by a token that only such a page carries.
 */
final class DeskGuard {
    private static final String COOKIE = "precis-desk";
    private static final long DAYS_30 = 30L * 24 * 3600;

    private final DeskKey key;

    DeskGuard(DeskKey key) {
        this.key = key;
    }

    String token() {
        return key.token();
    }

    boolean isKnown(DeskRequest request) {
        return DeskKey.same(key.cookie(), request.cookie(COOKIE));
    }

    boolean hasKey(DeskRequest request) {
        return key.isKnown(request.value("key"));
    }

    /** Lets a browser in from now on. Its path is left to the browser, which alone knows it behind a proxy. */
    DeskAnswer letIn(DeskRequest request, DeskAnswer answer) {
        boolean encrypted = request.header("X-Forwarded-Proto").equalsIgnoreCase("https");
        return answer.with(
                "Set-Cookie",
                COOKIE + "=" + key.cookie() + "; Max-Age=" + DAYS_30 + "; HttpOnly; SameSite=Strict"
                        + (encrypted ? "; Secure" : ""));
    }

    /** Why a form is not taken; empty if it is. */
    Optional<String> refusal(DeskRequest request) {
        return foreign(request)
                .or(() -> DeskKey.same(key.token(), request.value("token"))
                        ? Optional.empty()
                        : Optional.of("This form is none of this desk, or of an earlier key: open its page again."));
    }

    /** Why it comes from another place; empty if it does not. */
    Optional<String> foreign(DeskRequest request) {
        String fetched = request.header("Sec-Fetch-Site");
        if (!fetched.isEmpty() && !fetched.equals("same-origin")) {
            return Optional.of("The form was sent from another site.");
        }
        String origin = authority(request.header("Origin"));
        String host = request.header("Host").toLowerCase(Locale.ROOT);
        if (origin.isEmpty() || !origin.equals(host)) {
            return Optional.of("The form was sent from '" + request.header("Origin") + "', expected '" + host
                    + "'. A proxy in front has to pass on the Host that it was asked for.");
        }
        return Optional.empty();
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority())
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
