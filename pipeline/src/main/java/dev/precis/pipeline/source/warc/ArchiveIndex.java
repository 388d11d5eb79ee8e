package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.source.Addresses;
import dev.precis.pipeline.source.crawl.CrawlScope;
import dev.precis.pipeline.source.warc.Held.Place;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * What web archives hold of one site, and where: pages and feeds that were answered with 200, each by its address in
 * the order of time; and files. Everything is read once for it, and nothing is kept but places.
 */
final class ArchiveIndex {
    /** An export is a whole blog. */
    static final int LARGEST_FILE = 256 << 20;

    private final String source;
    private final CrawlScope scope;
    private final Predicate<URI> ofPictures;
    private final int most;
    private final Function<String, byte[]> snapshots;
    private final SortedMap<URI, List<Held>> pages = new TreeMap<>();
    private final SortedMap<URI, List<Held>> documents = new TreeMap<>();
    private final List<Held> files = new ArrayList<>();
    private final Revisits revisits = new Revisits();
    private final PassedOver passedOver = new PassedOver();
    private final Map<String, Held> pictures = new HashMap<>();
    private final Map<String, Place> requests = new HashMap<>();
    private final Set<String> otherSources = new HashSet<>();

    /**
     * @param source id of the source that is read for
     * @param ofPictures where pictures may have been had from
     * @param most bytes of a page
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     */
    ArchiveIndex(
            String source, CrawlScope scope, Predicate<URI> ofPictures, int most, Function<String, byte[]> snapshots) {
        this.source = source;
        this.scope = scope;
        this.ofPictures = ofPictures;
        this.most = most;
        this.snapshots = snapshots;
    }

    /** Adds what is in a file. */
    void add(WarcFile file, Consumer<Notice> notices) {
        file.<Consumer<Place>>forEach(
                this::look, (found, position) -> found.accept(new Place(file, position)), notices);
    }

    /** What becomes of a record, as soon as it has a place. */
    private Consumer<Place> look(OpenRecord record) throws IOException {
        if (record.type().equals("warcinfo")) {
            return info(record);
        }
        Optional<URI> target = record.target();
        if (target.isEmpty()) {
            return place -> {};
        }
        if (record.field("WARC-Warcinfo-ID").filter(otherSources::contains).isPresent()) {
            return place -> passedOver.source();
        }
        URI address = target.get();
        return switch (record.type()) {
            case "response" -> response(record, address);
            case "resource" -> resource(record, address);
            case "revisit" -> revisit(record, address);
            case "request" -> request(record, address);
            default -> place -> {};
        };
    }

    /** What this program wrote says which source it is of; what others say that it is part of is theirs. */
    private Consumer<Place> info(OpenRecord record) throws IOException {
        MessageHeaders fields = record.fields();
        boolean ours = fields.first("software")
                .filter(name -> name.startsWith(WarcExport.PROGRAM))
                .isPresent();
        boolean other = ours
                && fields.first("isPartOf").filter(of -> !of.equals(source)).isPresent();
        Optional<String> id = record.field("WARC-Record-ID").filter(one -> other);
        return place -> id.ifPresent(otherSources::add);
    }

    private Consumer<Place> response(OpenRecord record, URI address) throws IOException {
        String type = record.contentType();
        if (record.isHttp() && record.status() == 200 && isPicture(type) && ofPictures.test(address)) {
            return picture(address, Optional.of(record.date()));
        }
        if (!record.isHttp() || !mayBeRead(type)) {
            return place -> passedOver.kind();
        }
        if (record.status() != 200) {
            return place -> passedOver.status();
        }
        if (!scope.isOnSite(address)) {
            return place -> passedOver.site(address);
        }
        return kept(record, address, record.date(), type);
    }

    private Consumer<Place> resource(OpenRecord record, URI address) throws IOException {
        if (record.date().equals(WarcExport.UNDATED) && isPicture(record.contentType())) {
            return picture(address, Optional.empty());
        }
        if (record.date().equals(WarcExport.UNDATED) || "file".equals(address.getScheme())) {
            Payload payload = record.payload(LARGEST_FILE);
            return place ->
                    files.add(new Held(address, Optional.empty(), payload.digest(), place, Optional.of(place), true));
        }
        String type = record.contentType();
        // not metadata://, as wget has it, nor urn:
        if (!String.valueOf(address.getScheme()).matches("(?i)https?") || !mayBeRead(type)) {
            return place -> passedOver.kind();
        }
        return scope.isOnSite(address) ? kept(record, address, record.date(), type) : place -> passedOver.site(address);
    }

    /** Looked at only if a page shows it; the latest counts. */
    private Consumer<Place> picture(URI address, Optional<Instant> date) {
        return place -> pictures.merge(
                name(address, date.isPresent()),
                new Held(address, date, "", place, Optional.of(place), true),
                (one, other) ->
                        date.isEmpty() || other.date().get().isAfter(one.date().orElse(Instant.MIN)) ? other : one);
    }

    /** @param dated whether it came from the web, and not from beside a saved page */
    private static String name(URI address, boolean dated) {
        return dated + " " + Addresses.normalise(address);
    }

    Optional<Held> picture(URI address, boolean dated) {
        return Optional.ofNullable(pictures.get(name(address, dated)));
    }

    private static boolean isPicture(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    private Consumer<Place> kept(OpenRecord record, URI address, Instant date, String type) throws IOException {
        Payload payload = record.payload(most);
        byte[] content = payload.content();
        // of a site everything may end in .xml: what it is called there and how it begins tells
        CaptureKind kind = CaptureKind.of(new Capture(
                scope.start().resolve("/"),
                type,
                Arrays.copyOf(content, Math.min(content.length, CaptureKind.BEGINNING))));
        boolean document = kind == CaptureKind.FEED || kind == CaptureKind.WORDPRESS_POSTS;
        boolean page = type.isBlank() || CaptureKind.PAGE.isDeclared(type);
        if (!document && !page) {
            return place -> passedOver.kind();
        }
        String digest = payload.digest();
        List<String> names = Revisits.names(record, address, date);
        return place -> {
            Held held = new Held(address, Optional.of(date), digest, place, Optional.of(place), document);
            revisits.original(names, held);
            add(held);
            if (!payload.isAsSaid()) {
                passedOver.digest(address);
            }
        };
    }

    private Consumer<Place> revisit(OpenRecord record, URI address) {
        if (!Revisits.tells(record) || !scope.isOnSite(address)) {
            return place -> {};
        }
        List<String> originals = Revisits.originals(record);
        Instant date = record.date();
        return place -> revisits.add(new Revisits.Revisit(address, date, place, originals));
    }

    private Consumer<Place> request(OpenRecord record, URI address) {
        if (!scope.isOnSite(address)) {
            return place -> {};
        }
        String of = address + " " + record.date();
        return place -> requests.put(of, place);
    }

    /** Where the record of the request of a capture is, if there is one: it is of the same address and date. */
    Optional<Place> requestOf(Held held) {
        return held.date().map(date -> requests.get(held.address() + " " + date));
    }

    /** Whether something that is called so may be a page, a feed or a list of posts. */
    private static boolean mayBeRead(String type) {
        String base = type.replaceFirst("[;,].*", "").strip().toLowerCase(Locale.ROOT);
        return base.isEmpty()
                || (base.startsWith("text/") && !base.equals("text/css") && !base.endsWith("javascript"))
                || base.endsWith("xml")
                || base.endsWith("json");
    }

    /** Ends the reading of files: finds the content of revisits, and brings all in the order of time. */
    void finish(Consumer<Notice> notices) {
        revisits.resolve(snapshots, passedOver::revisit).forEach(this::add);
        pages.replaceAll((address, captures) -> inOrder(captures));
        documents.replaceAll((address, captures) -> inOrder(captures));
        passedOver.notices().forEach(notices);
    }

    private void add(Held held) {
        (held.document() ? documents : pages)
                .computeIfAbsent(scope.normalise(held.address()), none -> new ArrayList<>())
                .add(held);
    }

    /** The oldest first; of the same bytes in a row the first, as a crawl keeps them. */
    private static List<Held> inOrder(List<Held> captures) {
        List<Held> all = captures.stream()
                .sorted(Comparator.comparing((Held held) -> held.date().orElse(Instant.MIN))
                        .thenComparing(Held::digest))
                .toList();
        List<Held> kept = new ArrayList<>();
        for (Held held : all) {
            if (kept.isEmpty() || !kept.getLast().digest().equals(held.digest())) {
                kept.add(held);
            }
        }
        return List.copyOf(kept);
    }

    SortedMap<URI, List<Held>> pages() {
        return pages;
    }

    /** Feeds, and lists of posts that a program gave. */
    SortedMap<URI, List<Held>> documents() {
        return documents;
    }

    List<Held> files() {
        return files;
    }

    /** What else there is, for people; empty if nothing. */
    String others() {
        return passedOver.others();
    }
}
