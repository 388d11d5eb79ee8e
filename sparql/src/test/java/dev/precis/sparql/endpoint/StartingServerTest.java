package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class StartingServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void saysThatItLivesAndIsNotReady() throws Exception {
        int port = freePort();
        try (StartingServer starting = new StartingServer(ServerSettings.standard(port, true))) {
            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(port, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("starting\n");
            HttpResponse<String> home = get(port, "/");
            assertThat(home.statusCode()).isEqualTo(503);
            assertThat(home.headers().firstValue("Retry-After")).contains("5");
        }
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new StartingServer(ServerSettings.standard(taken.getLocalPort(), true)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot listen on port " + taken.getLocalPort());
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
