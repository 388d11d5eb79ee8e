package dev.precis.pipeline.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.source.Answer;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.PatientTransport;
import dev.precis.pipeline.source.UnreachableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a service with the interface of Crossref's (github.com/CrossRef/rest-api-doc) as its guests should: one question
 * at a time, with an address for complaints, as slowly as it asks for, and again after a failure that may pass.
 */
public final class Crossref implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 10;
    /** A citation that is longer says nothing more that finds it; addresses have their limits. */
    private static final int LONGEST_QUESTION = 600;

    private static final int MOST_BYTES = 4_000_000;
    private static final String FIELDS =
            "DOI,type,title,subtitle,container-title,short-container-title,author,issued,published-print,"
                    + "published-online,volume,issue,page,article-number,ISSN,update-to";

    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,5})s");

    private final URI base;
    private final String contact;
    private final PatientTransport transport;

    /**
     * @param resolver one that is on
     * @param crawl how long to wait for an answer, and how often to ask again
     * @param allowPrivate whether the service may be on loopback or a private address
     * @param log remembers whether it asked to be left alone
     */
    public Crossref(SourceProfile.Resolver resolver, SourceProfile.Crawl crawl, boolean allowPrivate, CaptureLog log) {
        this.base = resolver.address().orElseThrow();
        this.contact = resolver.contact();
        String userAgent = crawl.userAgent() + " mailto:" + contact;
        this.transport = PatientTransport.ofService(
                new SourceProfile.Crawl(
                        resolver.delay(), crawl.timeout(), crawl.retries(), MOST_BYTES, crawl.maxPages(), userAgent),
                allowPrivate,
                log);
    }

    /**
     * What the service thinks of for a citation, in its own order, which means nothing: something always comes back.
     *
     * @throws UnreachableException if it gave no answer that can be read
     */
    public List<RegistryWork> candidates(String citation) {
        String question = citation.substring(0, Math.min(citation.length(), LONGEST_QUESTION));
        URI address = base.resolve("works?query.bibliographic=" + encoded(question) + "&rows=" + ROWS + "&select="
                + FIELDS + "&mailto=" + encoded(contact));
        JsonNode items = message(address, "work-list")
                .orElseThrow(() -> new UnreachableException(address, "is not there"))
                .path("items");
        if (!items.isArray()) {
            throw new UnreachableException(address, "gives no list of works");
        }
        List<RegistryWork> works = new ArrayList<>();
        items.forEach(item -> CrossrefReader.work(item).ifPresent(works::add));
        return works;
    }

    /**
     * What the service says of the work with a DOI; nothing if it does not know it, which other registries may.
     *
     * @throws UnreachableException if it gave no answer that can be read
     */
    public Optional<RegistryWork> work(String doi) {
        URI address = URI.create(address(doi) + "?mailto=" + encoded(contact));
        Optional<RegistryWork> work = message(address, "work").flatMap(CrossrefReader::work);
        work.filter(found -> !found.doi().equals(doi)).ifPresent(other -> {
            throw new UnreachableException(address, "tells of " + other.doi());
        });
        return work;
    }

    /** Where the record of a work is. */
    public URI address(String doi) {
        return base.resolve("works/" + encoded(doi).replace("%2F", "/"));
    }

    /** How many requests were sent so far, those that failed among them. */
    public int requests() {
        return transport.requests();
    }

    private Optional<JsonNode> message(URI address, String type) {
        Answer answer = transport.get(address, "application/json");
        slowDown(answer);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw new UnreachableException(address, "answers with status " + answer.status());
        }
        try {
            JsonNode document = JSON.readTree(answer.body());
            if (!document.path("message-type").asText().equals(type)) {
                throw new UnreachableException(address, "gives no " + type);
            }
            return Optional.of(document.path("message"));
        } catch (IOException e) {
            throw new UnreachableException(address, "gives what is no JSON (" + answer.header("Content-Type") + ")");
        }
    }

    /** As often as the service allows: so many requests in so many seconds. */
    private void slowDown(Answer answer) {
        String most = answer.header("X-Rate-Limit-Limit");
        Matcher interval = INTERVAL.matcher(answer.header("X-Rate-Limit-Interval"));
        if (most.matches("[1-9]\\d{0,5}") && interval.matches()) {
            Duration delay =
                    Duration.ofSeconds(Long.parseLong(interval.group(1))).dividedBy(Long.parseLong(most));
            transport.slowDown(base, delay);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the connections to " + base, e);
        }
    }
}
