package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.SourceProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Asks politely: one request at a time a host, a pause after each, and again after a failure that may pass. */
public final class PatientTransport implements AutoCloseable {
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    /** No host is left alone for longer, whatever it asks for. */
    private static final Duration MOST_REST = Duration.ofDays(30);

    private final SourceProfile.Crawl crawl;
    private final Transport transport;
    private final CrawlClock clock;
    private final CaptureLog log;
    private final Map<String, Turns> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** @param log remembers which hosts asked to be left alone */
    PatientTransport(SourceProfile.Crawl crawl, Transport transport, CrawlClock clock, CaptureLog log) {
        this.crawl = crawl;
        this.transport = transport;
        this.clock = clock;
        this.log = log;
    }

    /**
     * One that asks a service which is there for programs, so that no robots.txt speaks of it. Close it when done.
     *
     * @param allowPrivate whether it may be on loopback or a private address
     * @param log remembers which hosts asked to be left alone
     */
    public static PatientTransport ofService(SourceProfile.Crawl crawl, boolean allowPrivate, CaptureLog log) {
        DnsResolver names = new CheckedNames(SystemDefaultDnsResolver.INSTANCE, allowPrivate);
        Transport transport = new Transport(crawl.timeout(), crawl.userAgent(), names);
        return new PatientTransport(crawl, transport, CrawlClock.system(), log);
    }

    /**
     * An answer that is final, whatever its status; a redirect is one.
     *
     * @param accepted the media types that are hoped for
     * @throws UnreachableException if there was none after all attempts, or one of more bytes than the crawl may fetch
     */
    public Answer get(URI address, String accepted) {
        return get(
                address, Map.of("Accept", accepted), new Transport.Limit(crawl.maxBytes(), false, "crawl.max-bytes"));
    }

    /** How many requests were sent, those that failed among them. */
    public int requests() {
        return requests.get();
    }

    /** Leaves longer pauses between requests to a host from now on. */
    public void slowDown(URI address, Duration delay) {
        turns(address).slowDown(delay);
    }

    /**
     * An answer that is final, whatever its status.
     *
     * @throws UnreachableException if there was none after all attempts
     */
    Answer get(URI address, Map<String, String> headers, Transport.Limit limit) {
        return turns(address).take(address, turn -> {
            String reason = "";
            for (int attempt = 0; attempt <= crawl.retries(); attempt++) {
                turn.await(address);
                Duration backOff = backOff(attempt);
                requests.incrementAndGet();
                try {
                    Answer answer = transport.get(address, headers, limit);
                    if (!answer.mayPass()) {
                        turn.answered();
                        return answer;
                    }
                    reason = "answers with status " + answer.status();
                    Duration asked = RetryAfter.read(answer.header("Retry-After"), clock.now(), backOff);
                    if (asked.compareTo(backOff) > 0) {
                        log.rest(
                                address.getHost(),
                                clock.now().plus(asked.compareTo(MOST_REST) < 0 ? asked : MOST_REST));
                    }
                    backOff = asked;
                } catch (CheckedNames.NotPublicException | Transport.UnusableException e) {
                    throw new UnreachableException(address, String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    reason = String.valueOf(e.getMessage());
                } finally {
                    turn.pause();
                }
                turn.pause(backOff);
            }
            turn.failed();
            throw new UnreachableException(address, reason + " (attempts: " + (crawl.retries() + 1) + ")");
        });
    }

    private static Duration backOff(int attempt) {
        Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << attempt);
        return backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF;
    }

    private Turns turns(URI address) {
        return hosts.computeIfAbsent(address.getHost(), host -> {
            Turns turns = new Turns(crawl.delay(), clock);
            log.rest(host)
                    .map(until -> Duration.between(clock.now(), until))
                    .filter(rest -> rest.compareTo(MOST_REST) <= 0) // else it was told by a clock that was wrong
                    .ifPresent(turns::pause);
            return turns;
        });
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
