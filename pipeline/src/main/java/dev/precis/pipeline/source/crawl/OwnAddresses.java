package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.Addresses;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The address that a page is known by: the one that it calls its own, where that can be believed, else where it was
 * found. Sites call wrong ones their own: the home page, the first page of a list, one address on every page.
 */
final class OwnAddresses {
    /** How often a parameter made no difference before it is believed to make none. */
    private static final int ENOUGH = 2;

    private final CrawlScope scope;
    private final Consumer<Notice> notices;
    private final Map<URI, List<String>> postsAt = new HashMap<>();
    private final Map<String, String> textWithout = new HashMap<>();
    private final Map<String, Set<URI>> idle = new HashMap<>();
    private final Set<String> telling = new HashSet<>();

    OwnAddresses(CrawlScope scope, Consumer<Notice> notices) {
        this.scope = scope;
        this.notices = notices;
    }

    /** The page under the address that it is known by, its posts known by theirs (ADR 29). */
    Page named(Page page) {
        URI found = scope.normalise(page.address());
        List<String> posts = page.drafts().stream().map(Draft::key).toList();
        URI own = canonical(page)
                .filter(canonical -> isBelieved(canonical, page, posts))
                .orElse(found);
        postsAt.putIfAbsent(own, posts);
        String text = page.text().length() + " " + page.text().hashCode();
        learn(found, own, text, posts);
        Page named = own.equals(found) ? page : page.at(own);
        return named.known(draft -> addressOf(draft, named));
    }

    /**
     * The address of a post: where its title leads to on the site, else that of the page if it shows the post alone.
     * What a list shows changes, so its address names no post even while it shows but one. Posts of one title are told
     * apart by their order.
     */
    private Optional<URI> addressOf(Draft draft, Page page) {
        String title = Texts.key(draft.name());
        List<URI> linked = page.links().stream()
                .filter(link -> link.leadsToPost() && Texts.key(link.text()).equals(title))
                .map(Page.Link::address)
                .filter(scope::isOnSite)
                .map(scope::normalise)
                .distinct()
                .toList();
        List<Draft> titled = page.drafts().stream()
                .filter(other -> Texts.key(other.name()).equals(title))
                .toList();
        boolean alone = page.kind() == Page.Kind.POST && page.drafts().size() == 1;
        Stream<URI> addresses = linked.isEmpty() && alone ? Stream.of(page.address()) : linked.stream();
        return addresses
                .skip(titled.indexOf(draft))
                .findFirst()
                .filter(own -> !scope.isAbove(own) && !scope.isListing(own));
    }

    /** On the site of the crawl, whichever of http and https it is spelled with. */
    private Optional<URI> canonical(Page page) {
        String scheme = scope.start().getScheme();
        return page.head()
                .canonical()
                .map(address -> URI.create(address.toString().replaceFirst("(?i)^https?:", scheme + ":")))
                .filter(scope::isOnSite)
                .map(scope::normalise);
    }

    /** One post alone may call itself what it likes, unless that is above the blog or has another post already. */
    private boolean isBelieved(URI canonical, Page page, List<String> posts) {
        URI found = scope.normalise(page.address());
        if (canonical.equals(found)) {
            return true;
        }
        if (posts.size() != 1 || scope.isAbove(canonical) || scope.isListing(found)) {
            return false;
        }
        boolean other = postsAt.containsKey(canonical) && !posts.equals(postsAt.get(canonical));
        if (other) {
            notices.accept(Notice.info(
                    "canonical-not-believed",
                    found.toString(),
                    "calls itself " + canonical + ", which another post has for its own"));
        }
        return !other;
    }

    /** Finds out which parameters make no other page, by pages that differ in nothing else of their addresses. */
    private void learn(URI found, URI own, String text, List<String> posts) {
        for (String parameter : Addresses.parameters(found)) {
            String name = parameter.split("=", 2)[0];
            URI without = without(found, parameter);
            if (posts.isEmpty() || scope.isOfListing(parameter)) {
                continue;
            }
            boolean known = postsAt.containsKey(without) && !without.equals(found);
            String before = textWithout.putIfAbsent(name + " " + without, text);
            boolean same = own.equals(without) || text.equals(before);
            boolean differs =
                    (known && !own.equals(without) && !posts.equals(postsAt.get(without))) || (before != null && !same);
            if (differs) {
                telling.add(name);
            } else if (same && !telling.contains(name)) {
                found(name, found);
            }
        }
    }

    private void found(String name, URI address) {
        Set<URI> examples = idle.computeIfAbsent(name, none -> new HashSet<>());
        if (examples.add(address) && examples.size() == ENOUGH) {
            scope.drop(name);
            notices.accept(Notice.info(
                    "parameter-dropped",
                    address.toString(),
                    "the parameter " + name
                            + " makes no other page and is left out from here on; the profile can say so"
                            + " from the start (listing.drop-parameters)"));
        }
    }

    private static URI without(URI address, String parameter) {
        return Addresses.withParameters(
                address,
                Addresses.parameters(address).stream()
                        .filter(other -> !other.equals(parameter))
                        .toList());
    }
}
