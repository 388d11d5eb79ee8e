package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.release.Release;
import dev.precis.sparql.release.ReleaseDescription;
import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of all releases, once there is one; and what the description of the data set says of the newest. */
public final class ReleasePages implements Section {
    private static final String TITLE = "Data sets to download";

    private final Places places;
    private final Releases releases;
    private final Section resources;

    /** @param resources has the document that describes the data set */
    public ReleasePages(Places places, Releases releases, Section resources) {
        this.places = places;
        this.releases = releases;
        this.resources = resources;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        String described = IriTemplate.VOID.of(places.base().iri());
        if (iri.equals(described)) {
            List<Release> all = all();
            return resources
                    .find(edition, address)
                    .map(document -> all.isEmpty()
                            ? document
                            : document.saying(() -> ReleaseDescription.dumps(all.getFirst(), described + "#dataset")));
        }
        if (!iri.equals(places.releases())) {
            return Optional.empty();
        }
        List<Release> all = all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Document.of(
                        iri,
                        false,
                        iri,
                        links -> Pages.releases(
                                edition.frames().frame(edition.blogOf(iri), TITLE, "", iri, links),
                                all,
                                Releases.descriptions()),
                        () -> ReleaseDescription.of(all)));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return all().isEmpty() ? Stream.empty() : Stream.of(places.releases());
    }

    /** Those of this site: others may lie in the same folder. */
    private List<Release> all() {
        return releases.all().stream()
                .filter(release -> release.base().equals(places.base().iri()))
                .toList();
    }
}
