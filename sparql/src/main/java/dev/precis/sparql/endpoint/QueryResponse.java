package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Spool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * How an answer to a query is sent: what it is, how a client knows it again, compressed or not.
 *
 * @param tag without quotes; empty if the same query may have another answer now
 * @param method of the request
 */
record QueryResponse(String contentType, String tag, String method) {
    private static final int WORTH_COMPRESSING = 1_024;
    private static final int TAG_BYTES = 16;
    private static final int BUFFER = 1 << 16;

    /** A short name for bytes. */
    static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** RFC 9110 section 13.1.2: whether the client has this answer already. */
    boolean isKnown(HttpServletRequest request) {
        return !method.equals("POST")
                && !tag.isEmpty()
                && Arrays.stream(SiteAnswer.field(request, "If-None-Match").split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*")
                                || known.replaceFirst("^W/", "").equals('"' + tag + '"'));
    }

    void notModified(HttpServletResponse response) {
        fields(response);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }

    void send(Spool answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        fields(response);
        response.setContentType(contentType);
        boolean compress = answer.length() >= WORTH_COMPRESSING && SiteAnswer.acceptsGzip(request);
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        } else {
            response.setContentLengthLong(answer.length());
        }
        if (method.equals("HEAD")) {
            return;
        }
        OutputStream out = answer.isLarge()
                ? new SteadyOutput(response.getOutputStream(), System::nanoTime)
                : response.getOutputStream();
        if (compress) {
            try (OutputStream gzip = new GZIPOutputStream(out, BUFFER)) {
                answer.writeTo(gzip);
            }
        } else {
            answer.writeTo(out);
        }
    }

    private void fields(HttpServletResponse response) {
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (tag.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
        } else if (!method.equals("POST")) {
            // weak: the rows are the same, but may come in another order after the index was built anew
            response.setHeader("ETag", "W/\"" + tag + '"');
            response.setHeader("Cache-Control", "public, no-cache");
        }
    }
}
