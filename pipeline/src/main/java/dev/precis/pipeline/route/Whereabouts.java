package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the stored summaries of a source are: at addresses of their own, and on the pages that they were read from. */
final class Whereabouts {
    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Naming naming;
    private final Home home;
    private Optional<Set<PostKey>> pages = Optional.empty();

    Whereabouts(GraphArchive archive, SourceProfile profile, Naming naming) {
        this.archive = archive;
        this.profile = profile;
        this.naming = naming;
        this.home = Home.of(profile);
    }

    /** Whether an address is one that a stored summary of this source was read from, or its own. */
    boolean isSource(URI address) {
        PostKey key = key(address);
        return naming.storedAt(key).isPresent() || pages().contains(key);
    }

    /** The pages that stored summaries were read from; found out when it is asked first, since few runs ask. */
    private Set<PostKey> pages() {
        Set<PostKey> known =
                pages.orElseGet(() -> naming.stored().stream().map(this::page).collect(Collectors.toSet()));
        pages = Optional.of(known);
        return known;
    }

    /** What came from elsewhere, such as dropped files, is not looked for on the site. */
    boolean isOfSite(String name) {
        return !own(name).isEmpty()
                || home.isOnSite(page(name)) && naming.known(name).identity().isKnownByTitleAlone();
    }

    /** The page that it was read from, if that is its own, and all other addresses of its own on the site. */
    List<URI> own(String name) {
        PostKey page = page(name);
        return naming.known(name).identity().keys().stream()
                .filter(key -> key.kind() == PostKey.Kind.ADDRESS && home.isOnSite(key))
                .sorted(Comparator.comparing(PostKey::value))
                .map(key -> key.equals(page)
                        ? source(name)
                        : URI.create(profile.home().getScheme() + "://"
                                + profile.home().getRawAuthority() + key.value().replaceFirst("^[^/]*", "")))
                .toList();
    }

    /** The page that it was read from. */
    URI source(String name) {
        return URI.create(archive.entry(name).map(ArchiveEntry::page).orElse(""));
    }

    PostKey page(String name) {
        return key(source(name));
    }

    /** What posts at that address are known by, whichever of its addresses the site goes by there. */
    PostKey key(URI address) {
        return home.meant(PostKey.ofAddress(address.toString()));
    }
}
