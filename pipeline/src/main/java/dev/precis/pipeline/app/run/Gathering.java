package dev.precis.pipeline.app.run;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.FileLook;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.InputKinds;
import dev.precis.pipeline.source.LocalFiles;
import dev.precis.pipeline.source.UnreachableException;
import dev.precis.pipeline.source.WordPressPosts;
import dev.precis.pipeline.source.crawl.CrawlScope;
import dev.precis.pipeline.source.crawl.Crawler;
import dev.precis.pipeline.source.crawl.FirstKnown;
import dev.precis.pipeline.source.picture.FolderPictures;
import dev.precis.pipeline.source.picture.PictureScope;
import dev.precis.pipeline.source.picture.PictureSource;
import dev.precis.pipeline.source.picture.WebPictures;
import dev.precis.pipeline.source.warc.WebArchive;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gathers what the inputs of one source hold, files and addresses, and hands it on. */
public final class Gathering {
    private final Stages stages;
    private final Recipient recipient;
    private final Progress progress;
    private final List<Path> archives = new ArrayList<>();
    private final Lookahead coming;

    /**
     * How addresses are asked.
     *
     * @param allowPrivate whether loopback and private addresses may be
     * @param follow whether pages lead to others
     * @param log what was fetched before
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     */
    record Web(boolean allowPrivate, boolean follow, CaptureLog log, Function<String, byte[]> snapshots) {}

    Gathering(Stages stages, Recipient recipient, Progress progress) {
        this.stages = stages;
        this.recipient = recipient;
        this.progress = progress;
        this.coming = new Lookahead(recipient, this::read);
    }

    /** Reads a file, or all of a folder; web archives wait for {@link #archives}, since one may need another. */
    void files(Path path) {
        InputKinds kinds = InputKinds.of(stages.profile());
        LocalFiles files = new LocalFiles(kinds);
        List<Notice> passedOver = new ArrayList<>();
        List<Path> found = files.find(path, WebArchive::isOne, passedOver::add);
        if (found.isEmpty() && passedOver.isEmpty()) {
            passedOver.add(nothingToRead(path, kinds));
        }
        recipient.looked(path.toString());
        passedOver.forEach(recipient::note);
        int mostBytes = stages.profile().pictures().maxBytes();
        for (Path file : found) {
            Runnable read = () -> progress.step(file.getFileName().toString(), found.size());
            if (WebArchive.isOne(file)) {
                read.run();
                archives.add(file);
                continue;
            }
            recipient.looked(file.getFileName().toString());
            PictureSource pictures = kept(new FolderPictures(path, file, mostBytes));
            coming.file(read, each -> files.read(file, capture -> each.accept(capture, pictures), recipient::note));
            recipient.pause();
        }
        coming.read(0);
    }

    /**
     * Reads the web archives that were found among files, as one: of the site what a crawl of it would read, all
     * captures of each page; if there is no page, the feeds and lists of posts; and what was a file once.
     *
     * @param start the address that a crawl would begin at
     * @param snapshots the kept bytes of a digest; an empty array if they are not kept
     * @param isNew whether a flaw was not told of already
     * @return what is to say if there is nothing for this source in them
     */
    public Optional<Notice> archives(URI start, Function<String, byte[]> snapshots, Predicate<Notice> isNew) {
        if (archives.isEmpty()) {
            return Optional.empty();
        }
        List<Notice> flaws = new ArrayList<>();
        SourceProfile profile = stages.profile();
        Predicate<URI> ofSite = new CrawlScope(start, profile.listing(), Home.of(profile))::isOnSite;
        Predicate<URI> ofPictures =
                ofSite.or(new PictureScope(start, profile.pictures().hosts()));
        WebArchive archive = new WebArchive(archives, profile, start, ofPictures, snapshots, flaws::add);
        int most = profile.pictures().maxBytes();
        PictureSource web = new WebPictures(address -> fetched(archive.picture(address, true, most)), ofPictures);
        PictureSource beside = new WebPictures(address -> fetched(archive.picture(address, false, most)), any -> true);
        flaws.stream().filter(isNew).forEach(recipient::note);
        AtomicInteger taken = new AtomicInteger();
        crawl(profile.withMaxPages(Integer.MAX_VALUE), start, archive, web, taken);
        if (taken.get() > 0) {
            archive.documents().forEach(recipient::look); // they have led to pages, and are kept as such
        } else {
            archive.documents().forEach(capture -> read(capture, web, taken));
        }
        archive.files().forEach(capture -> read(capture, beside, taken));
        String name = String.valueOf(archives.getFirst().getFileName());
        archives.clear();
        String sites = archive.others();
        return taken.get() > 0
                ? Optional.empty()
                : Optional.of(Notice.violation(
                        "nothing-to-read",
                        name,
                        "no page of " + start + " in the archive"
                                + (sites.isEmpty() ? "" : ", but of " + sites)
                                + ": --from tells the address that the blog had when it was captured"));
    }

    private void read(Capture capture, PictureSource pictures, AtomicInteger taken) {
        taken.incrementAndGet();
        read(capture, pictures);
        recipient.pause();
    }

    private Capture fetched(Capture picture) {
        recipient.fetched(picture);
        return picture;
    }

    /** The same pictures; each that is found is told of as what stands where the page looks for it. */
    private PictureSource kept(PictureSource files) {
        return link -> {
            PictureSource.Look look = files.look(link);
            Optional<URI> address =
                    Optional.of(link.address()).filter(one -> !one.isEmpty()).map(URI::create);
            look.picture()
                    .ifPresent(picture -> address.ifPresent(
                            at -> fetched(new Capture(at, picture.kind().mediaType(), picture.content()))));
            return look;
        };
    }

    private void read(Capture capture, PictureSource pictures) {
        recipient.add(recipient.withPictures(recipient.look(capture), pictures));
    }

    private static Notice nothingToRead(Path path, InputKinds kinds) {
        String expected =
                "expected a new summary (Markdown with front matter, .md; or .json), a saved page (.html), a feed"
                        + " or an export (.xml, .json): a name that ends in ." + String.join(", .", kinds.suffixes())
                        + "; or a web archive (.warc, .warc.gz)";
        if (!Files.isRegularFile(path)) {
            return Notice.violation("nothing-to-read", path.toString(), "no page, feed or summary here: " + expected);
        }
        try {
            String look = FileLook.of(path);
            return Notice.violation(
                    "not-read", path.getFileName().toString(), "is " + look + ", which is not read; " + expected);
        } catch (IOException e) {
            return Notice.violation("file-unreadable", path.getFileName().toString(), path + ": " + e.getMessage());
        }
    }

    /**
     * Reads what an address leads to: a feed, a list of posts, a page and, if it is followed, those that it leads to.
     */
    void address(URI given, Web web) {
        boolean listOfPosts = WordPressPosts.isOne(given);
        URI address = listOfPosts ? WordPressPosts.list(given) : given;
        SourceProfile profile = stages.profile();
        recipient.looked(address.toString());
        CrawlScope scope = new CrawlScope(address, profile.listing(), Home.of(profile));
        try (HttpFetcher fetcher =
                new HttpFetcher(profile.crawl(), scope::isOnSite, web.allowPrivate(), web.log(), web.snapshots())) {
            Predicate<URI> ofPictures = scope::isOnSite;
            Predicate<URI> allowed =
                    ofPictures.or(new PictureScope(address, profile.pictures().hosts()));
            int most = profile.pictures().maxBytes();
            PictureSource pictures =
                    new WebPictures(picture -> fetched(fetcher.picture(picture, allowed, most)), allowed);
            WordPressPosts posts = new WordPressPosts(
                    fetcher,
                    profile.crawl().maxPages(),
                    capture -> {
                        progress.step(capture.address().toString(), 0);
                        read(capture, pictures);
                        recipient.pause();
                    },
                    recipient::note);
            if (listOfPosts) {
                posts.read(address);
                return;
            }
            URI asked = scope.normalise(address);
            Capture first = fetcher.fetch(asked);
            CaptureKind kind = CaptureKind.of(first);
            if (kind == CaptureKind.WORDPRESS_POSTS) {
                posts.read(address);
            } else if (kind == CaptureKind.PAGE && web.follow()) {
                // an alias leads to the home: what was asked for is what is crawled
                URI start = Home.of(profile).meant(first.address()).equals(first.address()) ? first.address() : asked;
                Crawler.Result result =
                        crawl(profile, start, new FirstKnown(asked, first, fetcher), pictures, new AtomicInteger());
                recipient.crawled(start, result.complete(), result.missing());
            } else {
                progress.step(address.toString(), 1);
                read(first, pictures);
            }
        } catch (UnreachableException e) {
            recipient.note(Notice.warning("unreachable", e.address().toString(), e.reason()));
        }
    }

    /** @param taken counts the pages of the blog that are found */
    private Crawler.Result crawl(
            SourceProfile profile, URI start, Fetcher fetcher, PictureSource pictures, AtomicInteger taken) {
        List<String> notations = Stream.of(
                        stages.concepts().topics(), stages.concepts().types())
                .map(ConceptScheme::concepts)
                .flatMap(List::stream)
                .map(Concept::notations)
                .flatMap(List::stream)
                .toList();
        Crawler.Progress steps = new Crawler.Progress() {
            @Override
            public void visiting(URI page, int done) {
                progress.step(page.toString(), 0);
            }

            @Override
            public void taken(Page page) {
                taken.incrementAndGet();
                recipient.add(recipient.withPictures(page, pictures));
                recipient.pause();
            }

            @Override
            public void missed(String title) {
                recipient.miss(title);
            }

            @Override
            public boolean isSource(URI address) {
                return recipient.isSource(address);
            }

            @Override
            public List<URI> unmet() {
                return recipient.unmet();
            }
        };
        Crawler.Result result = new Crawler(profile, start, fetcher, recipient::look, notations, steps).crawl();
        result.notices().forEach(recipient::note);
        return result;
    }
}
