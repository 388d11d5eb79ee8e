package dev.precis.sparql.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, such as a request that is no HTTP: in a sentence, with the fields of all answers. */
final class PlainErrors extends ErrorHandler {
    private static final String TEXT = "text/plain; charset=utf-8";

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        int status = isPath(request) ? code : statusOf(request.getMethod(), code);
        HttpFields.Mutable fields = response.getHeaders();
        response.setStatus(status);
        if (status == HttpStatus.NO_CONTENT_204) {
            put(Fields.ALL, fields);
            put(Fields.preflight(Methods.OF_ENDPOINT), fields);
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            return;
        }
        fields(fields);
        if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
            fields.put(HttpHeader.ALLOW, Methods.OF_ENDPOINT);
        }
        response.write(true, body(status), callback);
    }

    private static boolean isPath(Request request) {
        return String.valueOf(request.getHttpURI().getPath()).startsWith("/");
    }

    /** For the server as a whole, {@code OPTIONS *}, or a proxy, no context is asked (RFC 9112 section 3.2). */
    private static int statusOf(String method, int code) {
        if (!Methods.isAllowed(method)) {
            return HttpStatus.METHOD_NOT_ALLOWED_405;
        }
        return method.equals("OPTIONS") && code == HttpStatus.NOT_FOUND_404 ? HttpStatus.NO_CONTENT_204 : code;
    }

    /** Whatever was tried: Jetty says nothing but a status otherwise. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
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
        put(Fields.ALL, fields);
        fields.put(HttpHeader.CONTENT_TYPE, TEXT);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static void put(Map<String, String> values, HttpFields.Mutable fields) {
        values.forEach((name, value) -> fields.put(new HttpField(name, value)));
    }
}
