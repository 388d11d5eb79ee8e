package dev.precis.sparql.endpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that can be asked whether the other side has closed it, while its request is still being answered. The
 * only way to know is to read; what is read then, which is the beginning of the next request, is kept for who reads
 * next.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {
    private static final int NEXT = 4_096;
    private static final int HEADERS = 8 << 10;
    /** Milliseconds in which something must be sent or read while a request is, unless an answer is being made. */
    private static final long BUSY = 10_000;
    /** Milliseconds from the first byte of a request to the end of its head, however the bytes between come. */
    private static final long HEAD = 10_000;
    /** Milliseconds for which a connection without a request is kept. */
    private static final long IDLE = 60_000;

    private final ByteBuffer next = BufferUtil.allocate(NEXT);
    private boolean gone;
    private boolean answering;
    private Scheduler.@Nullable Task headLimit;

    WatchedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Takes connections of this kind. */
    static Connector connector(Server server, ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(Framing.LONGEST_LINE + HEADERS);
        http.setIdleTimeout(BUSY);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.addCustomizer((request, fields) -> headIsComplete(request));
        // the whole address of a DOI has two slashes in a row; no path here is ever that of a file
        http.setUriCompliance(
                UriCompliance.from(EnumSet.of(Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_EMPTY_SEGMENT)));
        // RFC 9112 section 3.2.2: beside a whole address Host says nothing
        http.setHttpCompliance(
                HttpCompliance.RFC9110.with("whole addresses", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
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
        // Java's 50 are soon full, and who then knocks in vain tries again after a whole second
        connector.setAcceptQueueSize(settings.connections());
        if (settings.loopback()) {
            connector.setHost("localhost");
        }
        connector.setIdleTimeout(IDLE);
        return connector;
    }

    private static Request headIsComplete(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof WatchedEndPoint connection) {
            connection.setAnswering(true);
            Request.addCompletionListener(request, failure -> connection.setAnswering(false));
        }
        return request;
    }

    private synchronized void setAnswering(boolean now) {
        answering = now;
        cancelHeadLimit();
    }

    private void cancelHeadLimit() {
        if (headLimit != null) {
            headLimit.cancel();
            headLimit = null;
        }
    }

    private void endUnlessAnswering() {
        synchronized (this) {
            if (headLimit == null || answering) {
                return;
            }
            answering = true; // the only answer that there will be
        }
        try {
            getChannel().write(PlainErrors.requestTimeout());
        } catch (IOException reset) {
            // it is to end anyway
        }
        close();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        synchronized (this) {
            cancelHeadLimit();
        }
        super.onClose(cause);
    }

    /** Whether the other side will take no answer any more, as far as is known. */
    synchronized boolean isPeerGone() {
        if (!gone) {
            int position = BufferUtil.flipToFill(next);
            try {
                // where there is no space left nothing is read, and no more can be known
                gone = getChannel().read(next) < 0;
            } catch (IOException reset) {
                gone = true;
            } finally {
                BufferUtil.flipToFlush(next, position);
            }
        }
        return gone;
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        int count = next.hasRemaining() ? BufferUtil.append(buffer, next) : super.fill(buffer);
        if (count > 0 && !answering && headLimit == null) {
            headLimit = getScheduler().schedule(this::endUnlessAnswering, HEAD, TimeUnit.MILLISECONDS);
        }
        return count;
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
