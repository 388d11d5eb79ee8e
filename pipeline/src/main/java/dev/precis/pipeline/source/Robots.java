package dev.precis.pipeline.source;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Obeys robots.txt (RFC 9309), asked for once a host. */
final class Robots {
    // RFC 9309 section 2.5: at least 500 kibibytes must be read
    private static final Transport.Limit LIMIT = new Transport.Limit(500 * 1024, true, "none");
    // RFC 9309 section 2.3.1.2
    private static final int REDIRECTS = 5;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final PatientTransport transport;
    private final String product;
    private final Map<String, Rules> hosts = new ConcurrentHashMap<>();

    /** @param userAgent of which the first word, without version, is the name that rules are for */
    Robots(PatientTransport transport, String userAgent) {
        this.transport = transport;
        this.product = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** What a host allows; all of nothing and why, if its rules could not be had. */
    private record Rules(SimpleRobotRules allowed, String offLimits) {}

    /** @throws UnreachableException if the address should not be asked for */
    void check(URI address) {
        Rules rules = rules(address);
        if (!rules.offLimits().isEmpty()) {
            throw new UnreachableException(address, "the host is off limits: " + rules.offLimits());
        }
        if (!rules.allowed().isAllowed(address.toString())) {
            throw new ForbiddenException(address, "robots.txt forbids it to " + product);
        }
    }

    /** The sitemaps that the rules of a site name, whichever crawler they are for. */
    List<URI> sitemaps(URI site) {
        return rules(site).allowed().getSitemaps().stream()
                .flatMap(address -> {
                    try {
                        return Stream.of(new URI(address));
                    } catch (URISyntaxException e) {
                        return Stream.empty(); // what is no address leads to no sitemap
                    }
                })
                .toList();
    }

    private Rules rules(URI address) {
        return hosts.computeIfAbsent(origin(address), origin -> read(URI.create(origin + "/robots.txt")));
    }

    private Rules read(URI address) {
        try {
            URI at = address;
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                Answer answer = transport.get(at, Map.of("Accept", "text/plain"), LIMIT);
                if (!answer.isRedirect()) {
                    return rules(at, answer);
                }
                at = Redirect.target(at, answer);
                if (!origin(at).equals(origin(address))) {
                    return offLimits("robots.txt redirects to " + at);
                }
            }
            return offLimits("robots.txt redirects more than " + REDIRECTS + " times");
        } catch (UnreachableException e) {
            // RFC 9309 section 2.3.1.4: rules that cannot be reached forbid everything
            return offLimits("robots.txt " + e.reason());
        }
    }

    private Rules rules(URI address, Answer answer) {
        if (answer.isSuccess()) {
            SimpleRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                    .parseContent(address.toString(), answer.body(), answer.header("Content-Type"), List.of(product));
            slowDown(address, rules.getCrawlDelay());
            return new Rules(rules, "");
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            // RFC 9309 section 2.3.1.3: no rules, everything allowed
            return new Rules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), "");
        }
        return offLimits("robots.txt answers with status " + answer.status());
    }

    private void slowDown(URI address, long milliseconds) {
        // a delay that is not set is Long.MIN_VALUE
        if (milliseconds > 0) {
            transport.slowDown(address, Duration.ofMillis(Math.min(milliseconds, LONGEST_DELAY.toMillis())));
        }
    }

    private static Rules offLimits(String reason) {
        return new Rules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE), reason);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
