package dev.precis.pipeline.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a program tells of itself at its admin port. */
final class Figures {
    private static final byte[] REQUEST =
            "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Wire wire;

    Figures(PackagedProgram program, Duration patience) {
        wire = new Wire(program.adminPort(), patience);
    }

    /** @return queries that run or wait in lanes whose names begin so */
    long underWay(String lane) {
        return sum("precis_queries_under_way", "lane=\"" + lane);
    }

    /** Queries that have ended, however. */
    long ended() {
        return sum("precis_requests_seconds_count", "kind=\"sparql\"");
    }

    /** Queries that have ended so. */
    long ended(String outcome) {
        return sum("precis_requests_seconds_count", "kind=\"sparql\",outcome=\"" + outcome + "\"");
    }

    /** @param labels with which those that are wanted begin */
    private long sum(String name, String labels) {
        Pattern figure = Pattern.compile(Pattern.quote(name + "{" + labels) + "[^}]*} (\\d+)");
        return figure.matcher(wire.exchange(REQUEST).start())
                .results()
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .sum();
    }
}
