package dev.precis.sparql.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, such as a request that is no HTTP: in a sentence, with the fields of all answers. */
final class PlainErrors extends ErrorHandler {
    private static final String TEXT = "text/plain; charset=utf-8";

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        fields(response.getHeaders());
        response.setStatus(code);
        response.write(true, body(code), callback);
    }

    /** For requests that could not even be read. */
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields(fields);
        return body(status);
    }

    /** The whole answer to a request whose head does not come to an end (RFC 9110 section 15.5.9). */
    static ByteBuffer requestTimeout() {
        HttpFields.Mutable fields = HttpFields.build().put(HttpHeader.CONNECTION, "close");
        fields(fields);
        ByteBuffer body = body(HttpStatus.REQUEST_TIMEOUT_408);
        String head = "HTTP/1.1 408 " + HttpStatus.getMessage(HttpStatus.REQUEST_TIMEOUT_408) + "\r\n"
                + fields.put(HttpHeader.CONTENT_LENGTH, body.remaining());
        return StandardCharsets.ISO_8859_1.encode(head + StandardCharsets.ISO_8859_1.decode(body));
    }

    private static ByteBuffer body(int status) {
        return ByteBuffer.wrap((HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void fields(HttpFields.Mutable fields) {
        Fields.ALL.forEach((name, value) -> fields.put(new HttpField(name, value)));
        fields.put(HttpHeader.CONTENT_TYPE, TEXT);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
}
