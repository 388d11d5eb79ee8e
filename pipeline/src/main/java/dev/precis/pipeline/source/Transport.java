package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.page.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one GET and reads the whole answer, bounded in time and size: no redirects, no cookies, no second attempt.
 * Apache's client and not the JDK's, since only the former asks us which address a host name stands for and then
 * connects to exactly that ({@link CheckedNames}).
 */
final class Transport implements AutoCloseable {
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();

    /** The one header that may come several times and differ. */
    private static final String ROBOTS = "x-robots-tag";

    private final Duration deadline;
    private final CloseableHttpClient client;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    /** @param deadline of one request, from looking up the name to the last byte */
    Transport(Duration deadline, String userAgent, DnsResolver names) {
        this.deadline = deadline;
        Timeout timeout = Timeout.of(deadline);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * What a body may be at most, and whether a longer one is cut there or refused.
     *
     * @param setting of a profile that says so
     */
    record Limit(int bytes, boolean cuts, String setting) {}

    /** An answer that another attempt would not better. */
    static final class UnusableException extends IOException {
        UnusableException(String message) {
            super(message);
        }
    }

    /**
     * The answer; its body is empty unless the status is 200.
     *
     * @throws IOException if there is none, or not a whole one, within the deadline
     */
    Answer get(URI address, Map<String, String> headers, Limit limit) throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        request.setHeader("Accept-Encoding", "gzip");
        Future<Answer> answer = requests.submit(() -> answer(request, limit));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("gave no whole answer within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while fetching " + address);
        } finally {
            request.cancel();
            answer.cancel(true);
        }
    }

    private Answer answer(HttpGet request, Limit limit) throws IOException {
        HttpHost host = new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        HttpClientContext context = HttpClientContext.create();
        ClassicHttpResponse response = client.executeOpen(host, request, context);
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : response.getHeaders()) {
                String name = header.getName().toLowerCase(Locale.ROOT);
                headers.merge(
                        name, header.getValue(), (first, next) -> name.equals(ROBOTS) ? first + "\n" + next : first);
            }
            HttpEntity entity = response.getEntity();
            byte[] body = response.getCode() == 200 && entity != null ? body(entity, limit) : new byte[0];
            return new Answer(response.getCode(), headers, body, exchange(context.getRequest(), response));
        } finally {
            // closing alone reads a body to its end first, which a hostile server never comes to; a connection whose
            // body was read to its end is not concerned, it waits for the next request already
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static Exchange exchange(HttpRequest sent, HttpResponse came) {
        return new Exchange(head(new RequestLine(sent), sent), head(new StatusLine(came), came));
    }

    private static List<String> head(Object start, HttpMessage message) {
        Stream<String> headers = Stream.of(message.getHeaders())
                .map(header -> header.getName() + ": " + (header.getValue() == null ? "" : header.getValue()));
        return Stream.concat(Stream.of(start.toString()), headers).toList();
    }

    private static byte[] body(HttpEntity entity, Limit limit) throws IOException {
        String encoding = entity.getContentEncoding() == null
                ? ""
                : entity.getContentEncoding().toLowerCase(Locale.ROOT);
        InputStream content = switch (encoding) {
            case "", "identity" -> entity.getContent();
            case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent());
            default -> throw new UnusableException("is encoded as " + encoding + ", expected gzip or nothing");
        };
        // one byte more than allowed tells a body of just the limit from a longer one
        byte[] body = content.readNBytes(limit.cuts() ? limit.bytes() : limit.bytes() + 1);
        if (body.length > limit.bytes()) {
            throw new UnusableException("has more than " + limit.bytes() + " bytes (profile, " + limit.setting() + ")");
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        client.close();
        requests.shutdownNow();
    }
}
