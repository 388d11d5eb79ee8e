package dev.precis.pipeline.source.warc;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A capture that is there.
 *
 * @param date empty if it does not say when
 * @param digest SHA-256 of its content, hexadecimal
 * @param head where its own record is
 * @param content where the record with its content is; empty if the content is a snapshot
 * @param document whether it is something else than a page
 */
record Held(URI address, Optional<Instant> date, String digest, Place head, Optional<Place> content, boolean document) {

    /** Where a record is. */
    record Place(WarcFile file, long position) {}
}
