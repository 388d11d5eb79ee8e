import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A connection to an endpoint that stays open (RFC 9112 section 9.3), without a library whose time would be measured too. */
final class Connection implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE = 60_000;

    private final URI endpoint;
    private final Socket socket = new Socket();
    private final InputStream in;

    /** @param tag of the answer, as the server wrote it */
    record Answer(int status, String tag, byte[] body) {}

    Connection(URI endpoint) throws IOException {
        this(endpoint, "127.0.0.1");
    }

    /** @param from the client's own address */
    Connection(URI endpoint, String from) throws IOException {
        this.endpoint = endpoint;
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", endpoint.getPort()), PATIENCE);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Asks a query by GET. */
    Answer get(String query, String accept, String fields) throws IOException {
        String target = endpoint.getPath() + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        send("GET " + target + " HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\nAccept: " + accept + "\r\n" + fields
                + "\r\n");
        return receive(PATIENCE);
    }

    /** Sends a query, or only so much of it that the server waits for the rest. */
    void post(String query, int length) throws IOException {
        send("POST " + endpoint.getPath() + " HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                + "\r\nContent-Type: application/sparql-query\r\nContent-Length: " + length + "\r\n\r\n" + query);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws java.net.SocketTimeoutException if nothing comes for so many milliseconds */
    Answer receive(int patience) throws IOException {
        socket.setSoTimeout(patience);
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> head = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new Answer(status, head.getOrDefault("etag", ""), status == 304 ? new byte[0] : body(head));
    }

    private byte[] body(Map<String, String> head) throws IOException {
        if (!head.containsKey("transfer-encoding")) {
            int length = Integer.parseInt(head.get("content-length"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new IOException("an answer was cut short");
            }
            return body;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0], 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
