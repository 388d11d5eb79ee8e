package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Who asks, and whether they still wait for the answer. */
final class Clients {
    private final boolean forwarded;

    /** @param forwarded whether all requests come through a proxy that tells whom it asks for */
    Clients(boolean forwarded) {
        this.forwarded = forwarded;
    }

    /** The address that a client is known by. */
    String nameOf(HttpServletRequest request) {
        if (forwarded) {
            List<String> fields = Collections.list(request.getHeaders("X-Forwarded-For"));
            if (!fields.isEmpty()) {
                // what stands last the proxy has written itself; all before that, anybody may have
                String last = fields.getLast();
                return last.substring(last.lastIndexOf(',') + 1).strip();
            }
        }
        return request.getRemoteAddr();
    }

    /** Whether the client has closed its connection. */
    static boolean isGone(HttpServletRequest request) {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return !connection.isOpen() || (connection instanceof WatchedEndPoint watched && watched.isPeerGone());
    }
}
