package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in a web archive and is not read, counted, with an example of what may matter. */
final class PassedOver {
    private static final int MOST_SITES = 5;

    private int kinds;
    private int statuses;
    private int elsewhere;
    private int sources;
    private final SortedSet<String> sites = new TreeSet<>();
    private final List<URI> revisits = new ArrayList<>();
    private final List<URI> digests = new ArrayList<>();

    /** Something that is neither page nor feed. */
    void kind() {
        kinds++;
    }

    /** An answer other than 200. */
    void status() {
        statuses++;
    }

    /** Something that was read for another source. */
    void source() {
        sources++;
    }

    /** A page of another site. */
    void site(URI address) {
        elsewhere++;
        if (sites.size() < MOST_SITES) {
            sites.add(address.getScheme() + "://" + address.getRawAuthority() + "/");
        }
    }

    /** A capture that says it is the same as one that is not there. */
    void revisit(URI address) {
        revisits.add(address);
    }

    /** A page that is not what its digest says; many tools count what others do not. */
    void digest(URI address) {
        digests.add(address);
    }

    /** What else there is: some of the other sites, and what is of other sources. */
    String others() {
        return Stream.concat(sites.stream(), sources > 0 ? Stream.of("other sources") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (kinds + statuses + elsewhere > 0) {
            notices.add(Notice.info(
                    "warc-passed-over",
                    "web archive",
                    "passed over: " + elsewhere + " pages of other sites, " + statuses + " answers other than 200, "
                            + kinds + " records that are neither page nor feed"));
        }
        if (!revisits.isEmpty()) {
            notices.add(Notice.warning(
                    "warc-revisit",
                    revisits.getFirst().toString(),
                    revisits.size()
                            + " captures, such as this one, say that they are the same as one that is neither in"
                            + " the archive nor in the store: read the archive that has it together with this one"));
        }
        if (!digests.isEmpty()) {
            notices.add(Notice.warning(
                    "warc-payload-digest",
                    digests.getFirst().toString(),
                    digests.size() + " pages, such as this one, are not what WARC-Payload-Digest says; tools differ in"
                            + " what they count, and the pages are read"));
        }
        return notices;
    }
}
