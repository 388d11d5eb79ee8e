package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.page.RobotsRules;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import dev.precis.pipeline.extract.block.Selection;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.post.PagePosts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a captured page, in whatever mark-up, to what it says. */
public final class HtmlExtractor {
    private final SourceProfile profile;
    private final MonthHeading months;
    private final PagePosts posts;
    private final Selection selection;

    public HtmlExtractor(SourceProfile profile) {
        this.profile = profile;
        this.months = new MonthHeading(profile.labels().dates(), Locale.forLanguageTag(profile.language()));
        this.selection = new Selection(profile.selectors());
        this.posts = new PagePosts(profile, months);
    }

    public Page extract(Capture capture) {
        String html = Charsets.decode(capture.content(), capture.contentType());
        HtmlBlocks page = HtmlBlocks.read(html, capture.address(), selection);
        Draft.Origin origin = new Draft.Origin(profile.id(), capture.address(), capture.digest(), capture.captured());
        PagePosts.Posts read =
                posts.read(page.blocks(), page.declared(), page.language(), pageMonth(capture, page), origin);
        String author = Byline.of(read.introduction(), profile.author());
        List<Draft> drafts = read.drafts().stream()
                .map(draft -> draft.author().isEmpty() ? draft.withAuthor(author) : draft)
                .map(draft -> draft.withKeys(keys(draft, read, page, capture.address())))
                .map(draft -> draft.withRich(page.rich(draft.body(), draft.implications(), 0)))
                .toList();
        return new Page(
                capture.address(),
                origin.snapshot(),
                page.text(),
                drafts,
                read.introduction(),
                read.blurb(),
                page.links(),
                read.kind(),
                read.leftover(),
                page.head().with(RobotsRules.of(capture.directives())),
                read.notices());
    }

    /**
     * The address of a post: of its page, if that shows nothing else (or the file that nobody knows the address of); of
     * the page that its title in a list leads to.
     */
    private static List<PostKey> keys(Draft draft, PagePosts.Posts read, HtmlBlocks page, URI address) {
        boolean alone = read.kind() == Page.Kind.POST;
        if (alone && "file".equals(address.getScheme())) {
            return List.of(new PostKey(PostKey.Kind.FILE, fileName(address)));
        }
        Optional<URI> own = alone ? Optional.of(address) : led(draft, page, address);
        return own
                .filter(uri -> String.valueOf(uri.getScheme()).startsWith("http"))
                .map(uri -> new PostKey(PostKey.Kind.ADDRESS, uri.toString()))
                .stream()
                .toList();
    }

    private static String fileName(URI file) {
        return file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    }

    private static Optional<URI> led(Draft draft, HtmlBlocks page, URI list) {
        List<URI> addresses = page.links().stream()
                .filter(link ->
                        link.leadsToPost() && link.text().equals(draft.title().text()))
                .map(Page.Link::address)
                .distinct()
                .toList();
        Optional<URI> own = addresses.size() == 1
                ? Optional.of(addresses.getFirst())
                : page.blocks().stream()
                        .filter(block -> block.passage().equals(draft.title()))
                        .flatMap(title -> addresses.stream()
                                .filter(address -> address.toString().equals(title.leadsTo())))
                        .findFirst(); // posts of one title lead to a page each
        // an address of the list itself with a mark in it names no page
        return own.filter(address -> !String.valueOf(address.getPath()).equals(String.valueOf(list.getPath())));
    }

    private Optional<PublicationDate> pageMonth(Capture capture, HtmlBlocks page) {
        URI address = capture.address();
        // the folders above a saved page are named by whoever saved it
        String telling = "file".equals(address.getScheme()) ? fileName(address) : address.toString();
        return months.inAddress(telling).or(() -> months.heading(page.title())).or(() -> months.inside(page.title()));
    }
}
