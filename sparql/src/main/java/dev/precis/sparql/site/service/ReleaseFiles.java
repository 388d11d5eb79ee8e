package dev.precis.sparql.site.service;

import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of releases, at {@code dump/NAME/FILE}; what is at such an address never changes (RFC 8246). */
public final class ReleaseFiles implements Service {
    private final Places places;
    private final Releases releases;

    public ReleaseFiles(Places places, Releases releases) {
        this.places = places;
        this.releases = releases;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String folder = places.releaseFiles();
        if (!address.iri().startsWith(folder)) {
            return Optional.empty();
        }
        String rest = address.iri().substring(folder.length());
        if (rest.isEmpty()) {
            Header list = new Header("Location", places.releases());
            return Optional.of(Response.of(308, Answers.TEXT, places.releases() + "\n", edition.since(), list));
        }
        int slash = rest.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : releases.file(rest.substring(0, slash), rest.substring(slash + 1))
                        .map(ReleaseFiles::response);
    }

    private static Response response(Releases.Found found) {
        String etag = found.release().name() + "-" + found.path().getFileName();
        Instant date = found.release().version().committed();
        return Response.of(found.path(), found.mediaType(), etag, date, List.of(Answers.FOREVER));
    }
}
