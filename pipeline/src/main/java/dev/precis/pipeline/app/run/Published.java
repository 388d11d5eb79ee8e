package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.domain.serving.Redirect;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.StoreLock;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.redirect.FormerAddresses;
import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Feeds.Hub;
import dev.precis.sparql.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A store as it is served, for commands that write what it shows. The index of the store is used where nobody else has
 * it and it has the base that is wanted anyway; else one is made for the time being, so that a server that runs is left
 * alone.
 */
public final class Published implements AutoCloseable {
    private final GraphArchive archive;
    private final GraphStore index;
    private final Optional<Path> temporary;
    private final Departures departures;
    private final SiteComposition composition;

    private Published(
            GraphArchive archive,
            GraphStore index,
            Optional<Path> temporary,
            String base,
            Collection<SourceProfile> profiles) {
        this.archive = archive;
        this.index = index;
        this.temporary = temporary;
        this.departures = new Departures(archive, base, addresses(profiles));
        this.composition = new SiteComposition(
                index.dataset(),
                index::version,
                base,
                archive.snapshots()::text,
                archive.pictures()::bytes,
                index::changed,
                Conditions.standard(),
                departures,
                index::changedSince,
                "",
                releases(archive.store()),
                Hub.NONE,
                BlogFaces.of(base, profiles));
    }

    /** Opens the store of a command, under the base of a command. */
    public static Published of(Settings settings) {
        Collection<SourceProfile> profiles = settings.profiles(Path.of("")).values();
        String base = settings.base(profiles, Settings.PORT);
        Path store = settings.existingStore();
        String program = settings.keeper().program();
        boolean own = !settings.hasBase() && !GraphArchive.isInUse(store) && StoreLock.isAllowed(store);
        GraphArchive archive = own ? GraphArchive.open(store) : GraphArchive.openForReading(store);
        try {
            if (own) {
                GraphStore index = GraphStore.open(archive, base, program, Wiring.derivation());
                return new Published(archive, index, Optional.empty(), base, profiles);
            }
            Path folder = Files.createTempDirectory("precis-index");
            try {
                GraphStore index = GraphStore.buildIn(folder, archive, base, program, Wiring.derivation());
                return new Published(archive, index, Optional.of(folder), base, profiles);
            } catch (RuntimeException e) {
                DurableFiles.deleteTree(folder);
                throw e;
            }
        } catch (IOException e) {
            archive.close();
            throw new UncheckedIOException("no place for an index: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Where the sites that were here before had something, as the profiles of all sources tell. */
    public static FormerAddresses addresses(Collection<SourceProfile> profiles) {
        List<Home> homes = profiles.stream().map(Home::of).toList();
        return new FormerAddresses(
                profiles.stream()
                        .flatMap(profile ->
                                profile.serving().redirects().stream().map(redirect -> line(profile, redirect)))
                        .toList(),
                address -> homes.stream()
                        .flatMap(home -> home.spellings(PostKey.ofAddress(address)).stream())
                        .map(PostKey::value)
                        .toList());
    }

    private static FormerAddresses.Line line(SourceProfile profile, Redirect redirect) {
        boolean registered = redirect.to().contains("//");
        String name = redirect.to().equals(".") ? "" : redirect.to();
        return new FormerAddresses.Line(redirect.from(), registered ? redirect.to() : profile.path() + name);
    }

    /** The releases that the server of a store offers. */
    public static Releases releases(Path store) {
        return new Releases(releaseFolder(store));
    }

    /** Where these are. */
    public static Path releaseFolder(Path store) {
        return store.resolve("releases");
    }

    public GraphArchive archive() {
        return archive;
    }

    public GraphStore index() {
        return index;
    }

    /** The site as a server has it. */
    public Site site() {
        return composition.site();
    }

    /** The site as files; see {@link SiteComposition#ofFiles}. */
    public Site files(String answering) {
        return composition.ofFiles(answering);
    }

    public Departures departures() {
        return departures;
    }

    @Override
    public void close() {
        index.close();
        archive.close();
        temporary.ifPresent(DurableFiles::deleteTree);
    }
}
