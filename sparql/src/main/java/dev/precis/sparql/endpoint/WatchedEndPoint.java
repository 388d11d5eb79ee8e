package dev.precis.sparql.endpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be asked whether the other side has closed it, while its request is still being answered. The
 * only way to know is to read; what is read then, which is the beginning of the next request, is kept for who reads
 * next.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {
    private static final int NEXT = 4_096;
    /** RFC 9112 section 3 recommends 8,000 at least for the first line; queries in it are longer. */
    private static final int LINE = 64 << 10;

    private static final int HEADERS = 8 << 10;
    /** Milliseconds in which something must be sent or read while a request is, unless an answer is being made. */
    private static final long BUSY = 10_000;
    /** Milliseconds for which a connection without a request is kept. */
    private static final long IDLE = 60_000;

    private final ByteBuffer next = BufferUtil.allocate(NEXT);
    private boolean gone;

    WatchedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Takes connections of this kind. */
    static Connector connector(Server server, ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(LINE + HEADERS);
        http.setIdleTimeout(BUSY);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // the whole address of a DOI has two slashes in a row; no path here is ever that of a file
        http.setUriCompliance(
                UriCompliance.from(EnumSet.of(Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_EMPTY_SEGMENT)));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                    SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                SocketChannelEndPoint connection = new WatchedEndPoint(channel, selector, key, getScheduler());
                connection.setIdleTimeout(getIdleTimeout());
                return connection;
            }
        };
        connector.setPort(settings.port());
        if (settings.loopback()) {
            connector.setHost("localhost");
        }
        connector.setIdleTimeout(IDLE);
        return connector;
    }

    /** Whether the other side will take no answer any more, as far as is known. */
    synchronized boolean isPeerGone() {
        if (!gone && next.remaining() == 0) {
            try {
                BufferUtil.clear(next);
                int position = BufferUtil.flipToFill(next);
                int count = getChannel().read(next);
                BufferUtil.flipToFlush(next, position);
                gone = count < 0;
            } catch (IOException reset) {
                gone = true;
            }
        }
        return gone;
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        if (next.hasRemaining()) {
            int filled = BufferUtil.append(buffer, next);
            return filled;
        }
        return super.fill(buffer);
    }

    /** What was read ahead will not be announced by the selector again. */
    @Override
    protected void needsFillInterest() {
        boolean waiting;
        synchronized (this) {
            waiting = next.hasRemaining();
        }
        if (waiting) {
            getFillInterest().fillable();
        } else {
            super.needsFillInterest();
        }
    }
}
