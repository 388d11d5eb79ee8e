package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Exchange;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.MissingException;
import dev.precis.pipeline.source.UnreachableException;
import dev.precis.pipeline.source.crawl.CrawlScope;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A site as web archives hold it: what a crawl would fetch is looked up, the latest capture of each address. */
public final class WebArchive implements Fetcher {
    private static final Pattern NAME = Pattern.compile("(?i).*\\.warc(?:\\.gz|\\.zst)?");

    private final CrawlScope scope;
    private final int most;
    private final Function<String, byte[]> snapshots;
    private final ArchiveIndex index;

    /** Whether a file is a web archive, by its name. */
    public static boolean isOne(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Reads archives once, to know what they hold.
     *
     * @param start the address that a crawl of the site would begin at
     * @param ofPictures where pictures may have been had from
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     * @param notices told of what is damaged, and what is passed over
     */
    public WebArchive(
            List<Path> files,
            SourceProfile profile,
            URI start,
            Predicate<URI> ofPictures,
            Function<String, byte[]> snapshots,
            Consumer<Notice> notices) {
        this.scope = new CrawlScope(start, profile.listing(), Home.of(profile));
        this.most = profile.crawl().maxBytes();
        this.snapshots = snapshots;
        this.index = new ArchiveIndex(profile.id(), scope, ofPictures, most, snapshots);
        files.forEach(file -> index.add(new WarcFile(file), notices));
        index.finish(notices);
    }

    @Override
    public Capture fetch(URI address) {
        return captures(address).reversed().stream()
                .findFirst()
                .map(held -> capture(held, most))
                .orElseThrow(() -> new MissingException(address, "is not in the web archive"));
    }

    @Override
    public boolean holds(URI address) {
        return !captures(address).isEmpty();
    }

    @Override
    public Collection<URI> held() {
        return index.pages().keySet();
    }

    @Override
    public Stream<Capture> earlier(URI address) {
        return captures(address).reversed().stream().skip(1).map(held -> capture(held, most));
    }

    private List<Held> captures(URI address) {
        URI normal = scope.normalise(address);
        List<Held> pages = index.pages().getOrDefault(normal, List.of());
        return pages.isEmpty() ? index.documents().getOrDefault(normal, List.of()) : pages;
    }

    /** Feeds, and lists of posts that a program gave: all captures of each, the oldest first. */
    public Stream<Capture> documents() {
        return index.documents().values().stream().flatMap(List::stream).map(held -> capture(held, most));
    }

    /** What was a file before it came into the archive. */
    public Stream<Capture> files() {
        return index.files().stream().map(held -> capture(held, ArchiveIndex.LARGEST_FILE));
    }

    /**
     * A picture.
     *
     * @param dated whether it is one of the web, and not one that lay beside a saved page
     * @throws UnreachableException if it is not there, or not whole, or longer
     */
    public Capture picture(URI address, boolean dated, int longest) {
        Held held = index.picture(address, dated)
                .orElseThrow(() -> new MissingException(address, "is not in the web archive"));
        try {
            return capture(held, longest);
        } catch (UncheckedIOException e) {
            throw new UnreachableException(address, String.valueOf(e.getMessage()));
        }
    }

    /** What there is of others, for people: some of their sites; empty if nothing. */
    public String others() {
        return index.others();
    }

    private Capture capture(Held held, int limit) {
        byte[] content = held.content()
                .map(place -> place.file()
                        .at(place.position(), record -> record.payload(limit).content()))
                .orElseGet(() -> snapshots.apply(held.digest()));
        List<String> request = index.requestOf(held)
                .map(place -> place.file().at(place.position(), OpenRecord::head))
                .orElse(List.of());
        return held.head().file().at(held.head().position(), record -> {
            Exchange exchange = new Exchange(request, record.head()).decoded(content.length);
            String type = record.contentType();
            if (held.date().isEmpty()) {
                // what is kept of a file says no more than it did itself
                boolean told = type.contains(";") || type.startsWith("image/");
                return new Capture(held.address(), told ? type : "", content);
            }
            return new Capture(
                            held.address(),
                            held.date().get(),
                            type,
                            content,
                            String.join("\n", exchange.all("X-Robots-Tag")))
                    .with(exchange);
        });
    }
}
