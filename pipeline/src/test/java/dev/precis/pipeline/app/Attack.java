package dev.precis.pipeline.app;

import java.util.Set;

/**
 * A request that nobody honest sends.
 *
 * @param name file and name in it
 * @param allowed the statuses that are right for it
 * @param request as it goes over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are only sent
record Attack(String name, Set<Integer> allowed, byte[] request) {

    /** What a report of the tests shows of it. */
    @Override
    public String toString() {
        return name;
    }
}
