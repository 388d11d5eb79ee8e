package dev.precis.sparql.guard.schedule;

import java.util.HashMap;
import java.util.Map;

/** How many queries of each client are under way, so that none has too many. */
final class ClientQuota {
    private final int most;
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param most that one client may have */
    ClientQuota(int most) {
        this.most = most;
    }

    /** Takes one more, unless the client has as many as it may. */
    synchronized boolean take(String client) {
        int own = taken.getOrDefault(client, 0);
        if (own >= most) {
            return false;
        }
        taken.put(client, own + 1);
        return true;
    }

    synchronized void giveBack(String client) {
        taken.computeIfPresent(client, (c, own) -> own > 1 ? own - 1 : null);
    }
}
