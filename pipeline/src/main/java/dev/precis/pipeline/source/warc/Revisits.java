package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.source.warc.Held.Place;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.netpreserve.jwarc.WarcDigest;

/** Finds what captures have delivered of which the archive says only that it was the same as something earlier. */
final class Revisits {
    /** Of WARC 1.0 and 1.1. */
    private static final String SAME_PAYLOAD = "/revisit/identical-payload-digest";

    private static final String SHA256 = "sha256:";

    private final Map<String, Held> originals = new HashMap<>();
    private final List<Revisit> revisits = new ArrayList<>();

    /**
     * A capture of which the content is that of an earlier one.
     *
     * @param originals names of the earlier one, the one that tells most first
     */
    record Revisit(URI address, Instant date, Place place, List<String> originals) {
        Held of(String digest, Optional<Place> content, boolean document) {
            return new Held(address, Optional.of(date), digest, place, content, document);
        }
    }

    /** Whether a revisit tells anything: that a server says that nothing is new tells nothing new. */
    static boolean tells(OpenRecord record) {
        return record.field("WARC-Profile").orElse("").endsWith(SAME_PAYLOAD)
                && (record.head().isEmpty() || record.status() == 200);
    }

    /** What revisits may call a record. */
    static List<String> names(OpenRecord record, URI address, Instant date) {
        List<String> names = new ArrayList<>(List.of(address + " " + date));
        record.field("WARC-Record-ID")
                .flatMap(OpenRecord::uri)
                .map(URI::toString)
                .ifPresent(names::add);
        payloadDigest(record).ifPresent(names::add);
        return names;
    }

    /** What a revisit calls the record that it is of. */
    static List<String> originals(OpenRecord record) {
        List<String> names = new ArrayList<>();
        record.field("WARC-Refers-To")
                .flatMap(OpenRecord::uri)
                .map(URI::toString)
                .ifPresent(names::add);
        record.field("WARC-Refers-To-Target-URI")
                .flatMap(OpenRecord::uri)
                .flatMap(of -> record.field("WARC-Refers-To-Date").map(date -> of + " " + Instant.parse(date)))
                .ifPresent(names::add);
        payloadDigest(record).ifPresent(names::add);
        return names;
    }

    private static Optional<String> payloadDigest(OpenRecord record) {
        return record.field("WARC-Payload-Digest").map(WarcDigest::new).map(WarcDigest::prefixedBase32);
    }

    void original(List<String> names, Held held) {
        names.forEach(name -> originals.putIfAbsent(name, held));
    }

    void add(Revisit revisit) {
        revisits.add(revisit);
    }

    /**
     * The captures, each with its content.
     *
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     * @param unresolved told of those of which the content is nowhere
     */
    List<Held> resolve(Function<String, byte[]> snapshots, Consumer<URI> unresolved) {
        List<Held> resolved = new ArrayList<>();
        for (Revisit revisit : revisits) {
            revisit.originals().stream()
                    .filter(originals::containsKey)
                    .map(originals::get)
                    .map(original -> revisit.of(original.digest(), original.content(), original.document()))
                    .findFirst()
                    .or(() -> snapshot(revisit, snapshots))
                    .ifPresentOrElse(resolved::add, () -> unresolved.accept(revisit.address()));
        }
        return resolved;
    }

    /** What is known already, if the digest is of the kind that it is known by. */
    private static Optional<Held> snapshot(Revisit revisit, Function<String, byte[]> snapshots) {
        return revisit.originals().stream()
                .filter(name -> name.startsWith(SHA256))
                .map(name -> new WarcDigest(name).hex())
                .filter(digest -> snapshots.apply(digest).length > 0)
                .map(digest -> revisit.of(digest, Optional.empty(), false))
                .findFirst();
    }
}
