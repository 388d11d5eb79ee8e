package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Fetches over HTTP as a guest should: obeys robots.txt, waits its turn, says who it is, asks only for what changed,
 * and never leaves the scope it was given. Close it to keep the log of what was fetched.
 */
public final class HttpFetcher implements Fetcher, AutoCloseable {
    private static final int REDIRECTS = 5;
    private static final String ACCEPTED = Stream.of(CaptureKind.PAGE, CaptureKind.FEED)
            .flatMap(kind -> kind.mediaTypes().stream())
            .collect(Collectors.joining(", ", "", ", application/xml;q=0.9, */*;q=0.5"));

    private static final String PICTURES = "image/png, image/jpeg, image/gif, image/webp, image/avif, */*;q=0.1";

    private final Terms pages;
    private final CaptureLog log;
    private final Function<String, byte[]> snapshots;
    private final CrawlClock clock;
    private final PatientTransport transport;
    private final Robots robots;

    /**
     * A fetcher for one crawl.
     *
     * @param scope what may be asked for, redirects included
     * @param allowPrivate whether hosts on loopback and private addresses may be asked
     * @param log what earlier runs fetched
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     */
    public HttpFetcher(
            SourceProfile.Crawl crawl,
            Predicate<URI> scope,
            boolean allowPrivate,
            CaptureLog log,
            Function<String, byte[]> snapshots) {
        this(
                crawl,
                scope,
                new CheckedNames(SystemDefaultDnsResolver.INSTANCE, allowPrivate),
                log,
                snapshots,
                CrawlClock.system());
    }

    HttpFetcher(
            SourceProfile.Crawl crawl,
            Predicate<URI> scope,
            DnsResolver names,
            CaptureLog log,
            Function<String, byte[]> snapshots,
            CrawlClock clock) {
        this.pages = new Terms(scope, new Transport.Limit(crawl.maxBytes(), false, "crawl.max-bytes"), ACCEPTED);
        this.log = log;
        this.snapshots = snapshots;
        this.clock = clock;
        this.transport =
                new PatientTransport(crawl, new Transport(crawl.timeout(), crawl.userAgent(), names), clock, log);
        this.robots = new Robots(transport, crawl.userAgent());
    }

    @Override
    public Capture fetch(URI address) {
        Fetched fetched = ask(address);
        return fetched.capture()
                .orElseThrow(() -> new UnreachableException(
                        address, "answers with status " + fetched.answer().status()));
    }

    /**
     * On which terms something is asked for.
     *
     * @param scope what may be asked for, redirects included
     * @param accepted the kinds that are hoped for
     */
    private record Terms(Predicate<URI> scope, Transport.Limit limit, String accepted) {}

    /**
     * A picture, or what stands in its place. One that cannot be had for the time being is as it was when it was.
     *
     * @param scope where pictures may be asked for, redirects included
     */
    public Capture picture(URI address, Predicate<URI> scope, int maxBytes) {
        Transport.Limit limit = new Transport.Limit(maxBytes, false, "pictures.max-bytes");
        try {
            Fetched fetched = ask(address, new Terms(scope, limit, PICTURES));
            return fetched.capture()
                    .orElseThrow(() -> new UnreachableException(
                            address, "answers with status " + fetched.answer().status()));
        } catch (MissingException | ForbiddenException e) {
            throw e;
        } catch (UnreachableException e) {
            return kept(Addresses.normalise(address)).map(Kept::capture).orElseThrow(() -> e);
        }
    }

    /**
     * What a server answered.
     *
     * @param answer as it came, also where it says that nothing is new
     * @param capture what stands there; nothing unless the answer is a success
     */
    record Fetched(Answer answer, Optional<Capture> capture) {}

    /** As {@link #fetch}, for who can tell more from the answer, also from one that is no success. */
    Fetched ask(URI address) {
        return ask(address, pages);
    }

    private Fetched ask(URI address, Terms terms) {
        URI at = Addresses.normalise(address);
        if (!terms.scope().test(at)) {
            throw new UnreachableException(address, "is outside of what this crawl may visit");
        }
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            robots.check(at);
            Optional<Kept> kept = kept(at);
            Answer answer = transport.get(at, headers(kept, terms.accepted()), terms.limit());
            if (!answer.isRedirect()) {
                return new Fetched(answer, capture(at, answer, kept));
            }
            URI target = Redirect.target(at, answer);
            if (!terms.scope().test(target)) {
                throw new UnreachableException(
                        address, "redirects to " + target + ", which is outside of what this crawl may visit");
            }
            at = target;
        }
        throw new UnreachableException(address, "redirects more than " + REDIRECTS + " times");
    }

    @Override
    public List<URI> sitemaps(URI site) {
        return robots.sitemaps(site);
    }

    /** What an earlier run fetched, its bytes still whole. */
    private record Kept(CaptureLog.Entry entry, Capture capture) {}

    private Optional<Kept> kept(URI address) {
        return log.find(address)
                .map(entry -> new Kept(
                        entry,
                        new Capture(
                                address,
                                Instant.parse(entry.captured()),
                                entry.contentType(),
                                snapshots.apply(entry.digest()),
                                entry.directives())))
                .filter(kept -> kept.capture().digest().equals(kept.entry().digest()));
    }

    /** RFC 9110 section 13.1: the condition is that what we keep is no longer current. */
    private static Map<String, String> headers(Optional<Kept> kept, String accepted) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", accepted);
        kept.map(Kept::entry).ifPresent(entry -> {
            if (!entry.etag().isEmpty()) {
                headers.put("If-None-Match", entry.etag());
            }
            if (!entry.lastModified().isEmpty()) {
                headers.put("If-Modified-Since", entry.lastModified());
            }
        });
        return headers;
    }

    private Optional<Capture> capture(URI address, Answer answer, Optional<Kept> kept) {
        if (answer.status() == 304 && kept.isPresent()) {
            return kept.map(Kept::capture);
        }
        if (answer.isMissing()) {
            throw new MissingException(address, "answers with status " + answer.status());
        }
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        String directives = answer.header("X-Robots-Tag");
        Capture fetched = new Capture(address, now, answer.header("Content-Type"), answer.body(), directives);
        // the same bytes are the same capture, so that a second run finds nothing changed
        Instant captured = kept.map(Kept::entry)
                .filter(old -> old.digest().equals(fetched.digest()))
                .map(old -> Instant.parse(old.captured()))
                .orElse(now);
        log.put(
                address,
                new CaptureLog.Entry(
                        answer.header("ETag"),
                        answer.header("Last-Modified"),
                        fetched.digest(),
                        fetched.contentType(),
                        captured.toString(),
                        directives));
        return Optional.of(new Capture(address, captured, fetched.contentType(), answer.body(), directives)
                .with(answer.exchange()));
    }

    @Override
    public void close() {
        log.write();
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the connections of a crawl", e);
        }
    }
}
