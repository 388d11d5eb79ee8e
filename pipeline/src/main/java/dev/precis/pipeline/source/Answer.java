package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.page.Exchange;
import java.util.Map;
import java.util.TreeMap;

/** A server's answer: status, headers (the first of each name; case does not matter) and the whole body, inflated. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;
    private final Exchange exchange;

    /** @param exchange what was sent and what came, as it was */
    Answer(int status, Map<String, String> headers, byte[] body, Exchange exchange) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = body;
        this.exchange = exchange;
    }

    /** What was sent and what came, true of the inflated body. */
    Exchange exchange() {
        return exchange.decoded(body.length);
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public byte[] body() {
        return body;
    }

    public boolean isSuccess() {
        return status == 200;
    }

    /** RFC 9110 section 15.4: the statuses whose Location a GET follows. */
    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** RFC 9110 sections 15.5.5 and 15.5.11. */
    public boolean isMissing() {
        return status == 404 || status == 410;
    }

    /** Whether the same request may succeed later: RFC 9110 sections 15.5.9 and 15.6, RFC 6585 section 4. */
    boolean mayPass() {
        return status == 408 || status == 429 || status >= 500;
    }
}
