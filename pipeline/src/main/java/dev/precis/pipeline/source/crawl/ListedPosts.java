package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The posts that a list links though they lie outside of its folder, as WordPress has it: the list at {@code /blog/}, a
 * post at {@code /2015/02/04/cohesion/}. A link counts that stands as a title or goes on with a text, and leads where
 * others do that the lists have, or stands as the title of a post that the page shows.
 */
final class ListedPosts {
    private final CrawlScope scope;
    private final Set<String> shapes = new HashSet<>();

    ListedPosts(CrawlScope scope) {
        this.scope = scope;
    }

    /** Those of a page of the folder, as links have them. */
    List<URI> of(Page page) {
        if (!scope.mayInvite() || !scope.isOnSite(page.address()) || !scope.isBelow(page.address())) {
            return List.of();
        }
        List<Page.Link> links = page.links().stream()
                .filter(Page.Link::leadsToPost)
                .filter(link -> scope.isOnSite(link.address()))
                .filter(link -> !scope.isBelow(link.address()) && !scope.isAbove(link.address()))
                .toList();
        Map<String, Set<URI>> alike = links.stream()
                .collect(Collectors.groupingBy(
                        link -> shape(link.address()),
                        Collectors.mapping(link -> scope.normalise(link.address()), Collectors.toSet())));
        alike.forEach((shape, addresses) -> {
            if (addresses.size() > 1) {
                shapes.add(shape);
            }
        });
        Set<String> titles = page.drafts().stream()
                .map(Draft::name)
                .map(Texts::key)
                .filter(title -> !title.isEmpty())
                .collect(Collectors.toSet());
        return links.stream()
                .filter(link -> isLikePosts(link.address()) || titles.contains(Texts.key(link.text())))
                .map(Page.Link::address)
                .distinct()
                .toList();
    }

    /** Whether the lists of this crawl have linked posts at addresses like this one. */
    boolean isLikePosts(URI address) {
        return shapes.contains(shape(address));
    }

    private static String shape(URI address) {
        return address.getRawPath().replaceAll("/\\d+(?=/|$)", "/#").replaceAll("/[^/#]+", "/*")
                + Families.family(address).replaceFirst("[^?]*", "");
    }
}
