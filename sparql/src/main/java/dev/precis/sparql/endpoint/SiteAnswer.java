package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Budget;
import dev.precis.sparql.query.asker.Abandoned;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Negotiation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Sends what the site answers: whole or not modified, compressed or not, with or without content. */
final class SiteAnswer {
    private static final int WORTH_COMPRESSING = 1024;
    private static final String GZIP = "gzip";

    /** A few large forms at once: what is asked is short. */
    private static final long ROOM = 8L << 20;

    private static final int BUFFER = 1 << 16;
    /** So often an answer is asked for while the store changes. */
    private static final int ATTEMPTS = 3;
    /** Each reads the index for as long as its client takes it. */
    private static final int AT_ONCE = 8;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Site site;
    private final Semaphore writing = new Semaphore(AT_ONCE);
    private final Budget room = new Budget(ROOM);

    SiteAnswer(Site site) {
        this.site = site;
    }

    void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        send(path, query == null ? "" : query, request, response);
    }

    /**
     * What is asked in a form is the same as in an address.
     *
     * @throws HttpProblem if there is no form, or it does not come whole
     */
    void sendForm(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SparqlRequest.mediaType(request).equals(SparqlRequest.FORM)) {
            throw new HttpProblem(
                    415, "Send the arguments in the address, or in a form as " + SparqlRequest.FORM + ".");
        }
        try (Budget.Share share = room.share()) {
            String form = Parameters.utf8(Body.read(request.getInputStream(), request.getContentLengthLong(), share));
            send(path, form, request, response);
        }
    }

    /** @param query what would stand behind a question mark; empty if nothing */
    private void send(String path, String query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String target = query.isEmpty() ? path : path + "?" + query;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String version = site.version();
            Response answer = get(target, request);
            if (answer.writing().isEmpty()) {
                send(answer, request, response);
                return;
            }
            if (write(answer, version, request, response)) {
                return;
            }
        }
        throw new HttpProblem(503, Outcome.BUSY, "The store changes too often just now: try again soon.", SOON);
    }

    private Response get(String target, HttpServletRequest request) {
        try {
            return site.get(target, field(request, "Accept"), () -> Clients.isGone(request));
        } catch (Abandoned nobody) {
            throw new HttpProblem(499, Outcome.GONE, "The client has gone.", null);
        }
    }

    /**
     * An answer that may be longer than there is memory: made while it is sent, by at most so many at once.
     *
     * @return whether it is still what was asked for, and was sent
     */
    private boolean write(Response answer, String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("HEAD") || isKnown(request, answer)) {
            send(answer, request, response);
            return true;
        }
        if (!writing.tryAcquire()) {
            throw new HttpProblem(503, Outcome.BUSY, "Too many long tables are being fetched: try again soon.", SOON);
        }
        try {
            return site.write(answer, version, () -> {
                boolean compress = head(answer, request, response);
                response.setContentType(answer.contentType());
                // how long it is, is known at its end: it is sent in chunks (RFC 9112 section 7.1)
                OutputStream out = new SteadyOutput(response.getOutputStream(), System::nanoTime);
                if (!compress) {
                    return out;
                }
                response.setHeader("Content-Encoding", GZIP);
                return new GZIPOutputStream(out, BUFFER);
            });
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) { // what is told instead is no table
                response.resetBuffer();
                List.of("ETag", "Last-Modified", "Content-Encoding").forEach(field -> response.setHeader(field, null));
            }
            throw failed;
        } finally {
            writing.release();
        }
    }

    private static void send(Response answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean compress = head(answer, request, response);
        if (answer.status() == HttpServletResponse.SC_OK && isKnown(request, answer)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(answer.contentType());
        if (answer.file().isPresent()) {
            send(answer.file().get(), request, response);
            return;
        }
        if (compress) {
            response.setHeader("Content-Encoding", GZIP);
        }
        if (answer.writing().isPresent()) {
            response.flushBuffer(); // its head was asked for, and nobody knows how long it is
            return;
        }
        byte[] content = compress ? answer.gzip() : answer.body();
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    /** Sets all fields but those of the content; tells whether that is to be compressed. */
    private static boolean head(Response answer, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(answer.status());
        answer.headers().forEach(header -> add(header, response));
        // pictures of dots are compressed as they are
        boolean worth = answer.writing().isPresent()
                || answer.length() >= WORTH_COMPRESSING
                        && (!answer.contentType().startsWith("image/")
                                || answer.contentType().contains("svg"));
        boolean compress = worth && acceptsGzip(request);
        if (worth) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        if (answer.status() == HttpServletResponse.SC_OK) {
            // RFC 9110 section 8.8.3.3: other codings are other bytes, and need another strong tag
            response.setHeader("ETag", "\"" + answer.etag() + (compress ? "-" + GZIP : "") + "\"");
            response.setDateHeader("Last-Modified", answer.lastModified().toEpochMilli());
        }
        return compress;
    }

    /** A file is copied through, however large. */
    private static void send(Path file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentLengthLong(Files.size(file));
        if (!request.getMethod().equals("HEAD")) {
            Files.copy(file, response.getOutputStream());
        }
    }

    /** A policy of the page's own takes the place of the one for all pages: two would both hold (CSP 3 section 8.1). */
    private static void add(Header header, HttpServletResponse response) {
        if (header.name().equals(Fields.POLICY)) {
            response.setHeader(header.name(), header.value());
        } else {
            response.addHeader(header.name(), header.value());
        }
    }

    static String field(HttpServletRequest request, String name) {
        return String.join(", ", Collections.list(request.getHeaders(name)));
    }

    static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = field(request, "Accept-Encoding");
        return !accepted.isBlank()
                && !Negotiation.acceptable(accepted, List.of(GZIP), Function.identity())
                        .isEmpty();
    }

    /** RFC 9110 section 13.2.2: a date only counts where no tag was sent. */
    private static boolean isKnown(HttpServletRequest request, Response answer) {
        String tags = field(request, "If-None-Match");
        if (!tags.isBlank()) {
            return Arrays.stream(tags.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*")
                            || tag.equals("\"" + answer.etag() + "\"")
                            || tag.equals("\"" + answer.etag() + "-" + GZIP + "\""));
        }
        try {
            long since = request.getDateHeader("If-Modified-Since");
            return since >= 0 && !answer.lastModified().isAfter(Instant.ofEpochMilli(since));
        } catch (IllegalArgumentException notADate) {
            return false;
        }
    }
}
