package dev.precis.sparql.site.files;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.redirect.OldAddress;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Departures.Departed;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.site.service.FeedFiles;
import dev.precis.sparql.write.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a site into a folder: asks it for everything that it has a document for and for what these link, as a browser
 * would, and keeps the answers, so that a page that is served and one that is exported cannot differ. A page lies at
 * its own address, as the index of a folder; what has a suffix is a file of that name.
 */
public final class SiteFiles {
    private static final String HTML = ".html";
    private static final String INDEX = "index.html";
    /** What hosts show for an address that they have no file for. */
    static final String MISSING = "404.html";

    private static final String EFFECT_SIZES = "effect-sizes";

    private static final Instant NEVER = Instant.EPOCH.plusSeconds(1);

    private final Site site;
    private final Departures departures;
    private final Links links;
    private final HostFiles host;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> leading = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private SiteFiles(Site site, Departures departures) {
        Base base = site.places().base();
        this.site = site;
        this.departures = departures;
        this.links = new Links(base);
        this.host = new HostFiles(base);
    }

    /**
     * What was done.
     *
     * @param files in the folder now
     * @param written of these
     * @param removed that were in it
     * @param bytes of all files
     * @param problems what is linked and could not be had, one sentence each
     */
    public record Result(int files, int written, int removed, long bytes, List<String> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Brings a folder up to date.
     *
     * @param site composed to be written into files
     * @param departures what became of names that were public once
     * @param inputs names all that the site is made from
     * @throws UncheckedIOException if the folder cannot be written, or has a file in a place that is needed
     */
    public static Result write(Site site, Departures departures, Path folder, String inputs) {
        try {
            return new SiteFiles(site, departures).write(new KeptFiles(folder), inputs);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot export the site: " + e.getMessage(), e);
        }
    }

    /**
     * How many files a folder has of an export that would be made again as it is; empty if another would be, something
     * of it could not be had, or a file is not as it was written.
     *
     * @param inputs names all that the site is made from
     */
    public static Optional<Integer> whole(Path folder, String inputs) {
        try {
            return KeptFiles.whole(folder, inputs);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the exported site: " + e.getMessage(), e);
        }
    }

    private Result write(KeptFiles kept, String inputs) throws IOException {
        Stream.concat(unlinked(site.places()), site.resources())
                .flatMap(iri -> links.local(iri).stream())
                .forEach(this::add);
        follow(kept);
        // what catalogues of data are told of
        roots().forEach(root -> add(IriTemplate.CATALOGUE.of(root)));
        Response missing = site.missing();
        kept.put(MISSING, missing.body(), missing.lastModified());
        links.of(missing).forEach(this::add);
        follow(kept);
        for (Departed departed : departures.all()) {
            departed(kept, departed);
        }
        usualFeeds();
        formerly(kept);
        kept.put("_redirects", host.redirects(), NEVER);
        kept.put("_headers", host.headers(), NEVER);
        kept.put(".htaccess", host.apache(), NEVER);
        kept.finish(problems.isEmpty() ? inputs : "");
        return new Result(kept.count(), kept.written(), kept.removed(), kept.bytes(), problems);
    }

    private void follow(KeptFiles kept) throws IOException {
        while (!waiting.isEmpty()) {
            String place = waiting.remove();
            take(kept, place, site.get(Base.target(place), Form.HTML.mediaType()));
        }
    }

    /** What is asked for by programs that know where it is. */
    private static Stream<String> unlinked(Places places) {
        return Stream.of(
                places.base().iri(),
                places.robots(),
                places.sitemap(),
                places.context(),
                IriTemplate.VOID.of(places.base().iri()),
                places.answer(EFFECT_SIZES + Form.CSV.suffix()),
                places.answer(EFFECT_SIZES + Form.JSON.suffix()));
    }

    private void add(String place) {
        // a search is made in the browser: its parameters are for the script
        if (!place.contains("?") && known.add(place)) {
            waiting.add(place);
        }
    }

    private void take(KeptFiles kept, String place, Response answer) throws IOException {
        int status = answer.status();
        Optional<String> location = answer.header("Location");
        if (status == 200) {
            Optional<Path> file = answer.file();
            String path = path(place, answer.contentType());
            if (file.isPresent()) {
                kept.put(path, file.get(), answer.lastModified());
            } else {
                kept.put(path, answer.body(), answer.lastModified());
            }
            links.of(answer).forEach(this::add);
        } else if (status / 100 == 3 && location.isPresent()) {
            links.local(location.get()).ifPresent(this::add);
            leading(kept, place, location.get(), answer.lastModified());
        } else {
            problems.add("/" + place + " is linked and cannot be had (" + status + ")");
        }
    }

    /** The page of something in the world, or of something that has another name, in the place of its name. */
    private void leading(KeptFiles kept, String place, String to, Instant since) throws IOException {
        String href = site.places().base().href(to);
        if (place.endsWith("/")) {
            host.moved(place, href);
        } else {
            kept.put(place + "/" + INDEX, page(href), since);
            leading.add(place);
        }
    }

    private void departed(KeptFiles kept, Departed departed) throws IOException {
        Optional<String> place = links.local(departed.iri()).filter(local -> !local.contains("#"));
        if (place.isEmpty() || kept.has(place.get() + "/" + INDEX)) {
            return;
        }
        if (departed.successor().isPresent()) {
            String href = site.places().base().href(departed.successor().get());
            host.moved(place.get(), href);
            leading(kept, place.get(), departed.successor().get(), departed.instant());
        } else if (departed.summary()) {
            Response tombstone = site.get(place.get(), Form.HTML.mediaType());
            kept.put(place.get() + "/" + INDEX, tombstone.body(), departed.instant());
            host.gone(place.get());
        }
    }

    /** What the site that was here before is asked for, unless there is something in that place now. */
    private void formerly(KeptFiles kept) throws IOException {
        for (Map.Entry<OldAddress, String> entry : site.formerly().entrySet()) {
            OldAddress old = entry.getKey();
            Optional<String> place = host.place(old);
            String href = site.places().base().href(entry.getValue());
            if (place.isPresent() && !old.parameters().isEmpty()) {
                host.asked(place.get(), old.encoded(), href);
            } else if (place.isPresent() && !kept.has(place.get()) && !isPage(kept, place.get())) {
                host.moved(place.get(), href);
                String file = path(place.get(), Form.HTML.mediaType());
                // what ends otherwise would be no page to a host that knows types by endings
                if (!kept.has(file) && (file.endsWith(INDEX) && !place.get().contains(".") || file.endsWith(HTML))) {
                    kept.put(file, page(href), NEVER);
                }
            }
        }
    }

    private boolean isPage(KeptFiles kept, String place) {
        return kept.has(place + "/" + INDEX) && !leading.contains(place);
    }

    /** Where other programs have feeds. */
    private void usualFeeds() {
        for (String root : roots()) {
            for (String name : FeedFiles.usualNames()) {
                Response answer = site.get(root + name, "");
                answer.header("Location")
                        .filter(to -> answer.status() == 301)
                        .ifPresent(to ->
                                host.moved(root + name, site.places().base().href(to)));
            }
        }
    }

    /** What the addresses of each blog begin with, below the base: where its search is. */
    private List<String> roots() {
        String search = "/" + Places.SEARCH;
        return known.stream()
                .map(place -> "/" + place)
                .filter(place -> place.endsWith(search))
                .map(place -> place.substring(1, place.length() - search.length() + 1))
                .sorted()
                .toList();
    }

    private static String path(String place, String contentType) {
        String decoded = URLDecoder.decode(place.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (decoded.isEmpty() || decoded.endsWith("/")) {
            return decoded + INDEX;
        }
        boolean folder = contentType.startsWith(Form.HTML.mediaType()) && !decoded.endsWith(HTML);
        return folder ? decoded + "/" + INDEX : decoded;
    }

    private static byte[] page(String href) {
        try (InputStream in = Objects.requireNonNull(SiteFiles.class.getResourceAsStream("leading.html"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String escaped = href.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            return text.replace("{href}", escaped).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("leading.html", e);
        }
    }
}
