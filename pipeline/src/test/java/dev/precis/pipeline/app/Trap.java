package dev.precis.pipeline.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that nobody has reason to ask; it remembers who did. */
final class Trap implements AutoCloseable {
    private final List<String> hits = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Trap() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** What was asked of it. */
    List<String> hits() {
        return hits;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
