package dev.precis.pipeline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bytes to a port of this machine, whatever they are, and reads what comes back until the other side closes. */
final class Wire {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final int port;
    private final Duration patience;

    /** @param patience after which an answer is taken as it is */
    Wire(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) patience.toMillis());
        return socket;
    }

    WireAnswer exchange(byte[] request) {
        long start = System.nanoTime();
        try (Socket socket = connect()) {
            // a server may answer and close before it has read all
            Thread sender = Thread.ofVirtual().start(() -> send(socket, request));
            WireAnswer answer = read(socket.getInputStream(), start);
            socket.close();
            sender.join();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void send(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            // the answer, or that there is none, tells what it was worth
        }
    }

    private WireAnswer read(InputStream in, long start) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 << 10];
        long length = 0;
        String end = "";
        try {
            for (int count = in.read(buffer);
                    count >= 0 && since(start).compareTo(patience) < 0;
                    count = in.read(buffer)) {
                length += count;
                kept.write(buffer, 0, kept.size() < 2 * WireAnswer.KEPT ? count : 0);
                String last =
                        new String(buffer, Math.max(0, count - 5), Math.min(5, count), StandardCharsets.ISO_8859_1);
                end = (end + last).substring(Math.max(0, end.length() + last.length() - 5));
            }
        } catch (IOException e) {
            // cut off: what there is says so by its length
        }
        return answer(kept.toByteArray(), length, end, since(start));
    }

    /** Leaves out interim answers: RFC 9110 section 15.2. */
    private static WireAnswer answer(byte[] kept, long length, String end, Duration time) {
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        int from = text.startsWith("HTTP/1.1 1") ? text.indexOf(END_OF_HEAD) + END_OF_HEAD.length() : 0;
        int border = text.indexOf(END_OF_HEAD, from);
        if (border < 0) {
            return WireAnswer.of("", kept, length, end, time);
        }
        String body = text.substring(border + END_OF_HEAD.length());
        return WireAnswer.of(
                text.substring(from, border),
                body.getBytes(StandardCharsets.ISO_8859_1),
                length - border - END_OF_HEAD.length(),
                end,
                time);
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
