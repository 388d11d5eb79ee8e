package dev.precis.pipeline.app.run;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Tells a hub that feeds have something new, so that it fetches them and passes it on. How a publisher tells its hub
 * WebSub leaves open; this is the form of its forerunner, which public hubs take (PubSubHubbub 0.4, section 7).
 */
public final class HubNotice {
    private final Courier courier;

    /** @param log told of what cannot be delivered */
    public HubNotice(URI hub, PrintWriter log) {
        this(new Courier("hub", hub, log));
    }

    HubNotice(Courier courier) {
        this.courier = courier;
    }

    /** Tells of each of these feeds, some time. */
    public void tell(List<String> feeds) {
        feeds.forEach(feed -> courier.send(
                "application/x-www-form-urlencoded",
                ("hub.mode=publish&hub.url=" + URLEncoder.encode(feed, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.US_ASCII)));
    }

    /** Lets what is under way come to its end, for so long. */
    public void close(Duration most) {
        courier.close(most);
    }
}
