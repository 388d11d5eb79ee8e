package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which posts of a source that are known a crawl of all of it does not find, {@link Missed kept} until the next one:
 * what two of them in a row miss is gone (ADR 39).
 */
final class Absences {
    /** Why the source's own are taken out, for readers. */
    static final String REASON = "the blog does not show it any more";

    private final GraphArchive archive;
    private final SourceProfile profile;
    private final Naming naming;
    private final Whereabouts whereabouts;
    private final Missed file;
    private final Set<PostKey> showing = new HashSet<>();
    private final Set<PostKey> barren = new HashSet<>();
    private final Set<PostKey> missing = new HashSet<>();
    private final SortedSet<String> missed;
    private SortedSet<String> unmet = new TreeSet<>();
    private boolean metSome;
    private List<String> gone = List.of();
    private boolean fromHome;
    private boolean whole;
    private boolean all;

    Absences(GraphArchive archive, SourceProfile profile, Naming naming, Whereabouts whereabouts) {
        this.archive = archive;
        this.profile = profile;
        this.naming = naming;
        this.whereabouts = whereabouts;
        this.file = Missed.of(archive.store(), profile.id());
        this.missed = file.names();
    }

    /**
     * What a page of this run shows.
     *
     * @param posts whether there are any
     */
    void read(URI page, boolean posts) {
        (posts ? showing : barren).add(whereabouts.key(page));
    }

    /**
     * That a crawl from that address has come to its end; only from the home of the blog, or where its profile lets
     * crawls begin, it should have found all of it.
     *
     * @param complete whether all that leads to posts was looked at, and answered
     * @param missing addresses where nothing is (404, 410), or nothing that may be published
     * @return whether it was from there
     */
    boolean crawled(URI address, boolean complete, Set<URI> missing) {
        Optional<PostKey> start = profile.crawl().visits().address().map(whereabouts::key);
        if (whereabouts.key(address).equals(whereabouts.key(profile.home()))
                || start.filter(whereabouts.key(address)::equals).isPresent()) {
            fromHome = true;
            whole = complete;
            missing.forEach(one -> this.missing.add(whereabouts.key(one)));
        }
        return fromHome;
    }

    /**
     * Where to look for the posts that were not met: their own addresses on the site, else the page that showed them.
     *
     * @param met names of the summaries that were
     */
    List<URI> addresses(Set<String> met) {
        return absent(met)
                .flatMap(name -> {
                    List<URI> own = whereabouts.own(name);
                    return own.isEmpty() ? Stream.of(whereabouts.source(name)) : own.stream();
                })
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Judges what a run has not met.
     *
     * @param met names of the summaries that it has
     * @param passed whether none of what it read is in doubt
     * @param likely the name of what was read that may be the same as a missed one, by its name
     * @return what is to say
     */
    List<Notice> judge(Set<String> met, boolean passed, Function<String, Optional<String>> likely) {
        List<Notice> notices = new ArrayList<>(notAsBefore(met));
        Optional<Notice> shrunken = fromHome ? shrunken(met) : Optional.empty();
        shrunken.ifPresent(notices::add);
        metSome = missed.removeIf(
                name -> met.contains(name) || archive.entry(name).isEmpty());
        unmet = new TreeSet<>(missed);
        if (whole && passed && shrunken.isEmpty()) {
            List<String> absent = absent(met).filter(this::isAbsent).sorted().toList();
            absent(met)
                    .filter(name -> !absent.contains(name) && !isBarren(name, met))
                    .sorted()
                    .map(name -> notAsBefore(name, "leads elsewhere"))
                    .forEach(notices::add);
            gone = absent.stream().filter(missed::contains).toList();
            missed.addAll(absent);
            gone.forEach(missed::remove);
            gone.forEach(name -> notices.add(Notice.info("gone", name, "is taken out: two crawls have not found it")));
            missed.stream().filter(absent::contains).forEach(name -> notices.add(missed(name, likely.apply(name))));
        }
        if (all && passed) {
            List<String> unmet = unmet(met);
            long known = naming.stored().size();
            if (known - unmet.size() >= profile.crawl().keepRatio() * known) {
                gone = unmet;
                gone.forEach(name -> notices.add(Notice.info("gone", name, "is taken out: no input shows it")));
            } else {
                notices.add(shrunken("the inputs show", known - unmet.size(), known));
            }
        }
        return notices;
    }

    private static Notice missed(String name, Optional<String> likely) {
        String told = "is not found any more; it is taken out if the next crawl misses it, too";
        return likely.map(other -> Notice.warning(
                        "missed",
                        name,
                        told + ". " + other + " cites the same work: ./precis redirect " + name + " " + other
                                + " says that it is the same, if it is"))
                .orElseGet(() -> Notice.info("missed", name, told));
    }

    /** That what was read is all there is of the source. */
    void complete() {
        all = true;
    }

    /** The stored summaries that a run has not met. */
    List<String> unmet(Set<String> met) {
        return naming.stored().stream()
                .filter(name -> !met.contains(name))
                .sorted()
                .toList();
    }

    /** Those that are gone: the crawl before has not met them either. */
    List<String> gone() {
        return gone;
    }

    private List<Notice> notAsBefore(Set<String> met) {
        if (barren.isEmpty()) {
            return List.of(); // as after most drops: nobody is looked for
        }
        return naming.stored().stream()
                .filter(name -> isBarren(name, met))
                .sorted()
                .map(name -> notAsBefore(name, "shows no summary any more (a form, a message, another mark-up?)"))
                .toList();
    }

    private boolean isBarren(String name, Set<String> met) {
        return whereabouts.own(name).stream().map(whereabouts::key).anyMatch(barren::contains)
                || (!met.contains(name) && barren.contains(whereabouts.page(name)));
    }

    private static Notice notAsBefore(String name, String how) {
        return Notice.violation("not-as-before", name, "its page answers, and " + how + "; what is stored stays");
    }

    /** What is to say where a crawl from the home has found too few of the posts that are known of its site. */
    private Optional<Notice> shrunken(Set<String> met) {
        List<String> ofSite =
                naming.stored().stream().filter(whereabouts::isOfSite).toList();
        long found = ofSite.stream().filter(met::contains).count();
        if (found >= profile.crawl().keepRatio() * ofSite.size()) {
            return Optional.empty();
        }
        return Optional.of(shrunken("the crawl found", found, ofSite.size()));
    }

    private Notice shrunken(String how, long found, long known) {
        return Notice.violation(
                Gate.DOUBTFUL,
                profile.id(),
                "%s %d of %d posts that are known: nothing is taken away. If the site has moved or has"
                                .formatted(how, found, known)
                        + " another mark-up, `listing.follow` and `listing.posts` tell where they are; if they are"
                        + " gone, `crawl.keep-ratio` lets them go, or ./precis remove");
    }

    /** Keeps that what was missed before is met again: the next crawl that misses it is the first, whatever happens. */
    void writeMet() {
        if (fromHome && metSome) {
            file.write(unmet);
        }
    }

    /** Keeps what was missed for the next crawl, if this was one. */
    void write() {
        if (fromHome) {
            file.write(missed);
        }
    }

    private Stream<String> absent(Set<String> met) {
        return unmet(met).stream().filter(whereabouts::isOfSite);
    }

    /** Whether nothing is at its own address; without one, whether the page that showed it is gone, or shows others. */
    private boolean isAbsent(String name) {
        List<PostKey> own = whereabouts.own(name).stream().map(whereabouts::key).toList();
        return own.isEmpty()
                ? missing.contains(whereabouts.page(name)) || showing.contains(whereabouts.page(name))
                : missing.containsAll(own);
    }
}
