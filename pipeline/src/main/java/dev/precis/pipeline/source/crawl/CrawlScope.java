package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.source.Addresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a crawl may visit, as its first address says: that address (with or without a slash at its end), and below it
 * ({@code /pprnet/blog} and {@code /pprnet/blog/...}), or the folder of a file ({@code /eng/pprnet_blog.html}:
 * {@code /eng/...}). Besides that, on the same site: what the profile names as leading to posts or as posts, and what
 * the crawl invites since a list links it as a post. Knows also which addresses are pages of the blog's listing.
 */
public final class CrawlScope implements Predicate<URI> {
    /** What servers make a page of; the other files are of a kind of captures. */
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(?:shtml?|php\\d?|aspx?|jsp|cfm|cgi)");

    private final URI start;
    private final String prefix;
    private final SourceProfile.Listing listing;
    private final Home home;
    private final IdleParameters idle;
    private final AddressParts follow;
    private final AddressParts skip;
    private final AddressParts posts;
    private final Set<URI> invited = new HashSet<>();

    /** @param home whose aliases mean addresses of the site */
    public CrawlScope(URI start, SourceProfile.Listing listing, Home home) {
        this.listing = listing;
        this.home = home;
        this.idle = new IdleParameters(listing.dropParameters());
        this.follow = new AddressParts(listing.follow());
        this.skip = new AddressParts(listing.skip());
        this.posts = new AddressParts(listing.posts());
        this.start = normalise(start);
        String path = this.start.getRawPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean inFolder = last.isEmpty() || isFile(last);
        this.prefix = inFolder ? path.substring(0, path.length() - last.length()) : path + "/";
    }

    private static boolean isFile(String name) {
        return PROGRAM.matcher(name).matches()
                || Stream.of(CaptureKind.values()).anyMatch(kind -> kind.isNamed(name));
    }

    /** The first address in normal form. */
    public URI start() {
        return start;
    }

    @Override
    public boolean test(URI address) {
        return isOnSite(address) && (isBelow(address) || isNamed(address) || invited.contains(normalise(address)));
    }

    /** Whether the address is of the same scheme, host and port, or means such a one. */
    public boolean isOnSite(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        URI normal = Addresses.normalise(home.meant(address));
        return normal.getScheme().equals(start.getScheme())
                && normal.getRawAuthority().equals(start.getRawAuthority());
    }

    /** Of an address of the site, whether it is the first one or below it. */
    boolean isBelow(URI address) {
        String path = Addresses.normalise(home.meant(address)).getRawPath();
        return withoutSlash(path).equals(withoutSlash(start.getRawPath())) || path.startsWith(prefix);
    }

    /** Of an address of the site, whether the first one is it or below it, so that it is no post: the home page. */
    boolean isAbove(URI address) {
        String path = withoutSlash(Addresses.normalise(address).getRawPath()) + "/";
        return address.getRawQuery() == null && (start.getRawPath() + "/").startsWith(path);
    }

    /** Whether the profile names it as leading to posts or as a post. */
    boolean isNamed(URI address) {
        return follow.in(address) || posts.in(address);
    }

    /** Whether the profile lets a link be followed. */
    boolean allows(URI address) {
        return !skip.in(address) && (follow.isEmpty() || isNamed(address) || invited.contains(address));
    }

    /** Whether the profile leaves it to the blog to tell where its posts are. */
    boolean mayInvite() {
        return follow.isEmpty() && posts.isEmpty();
    }

    /** From now on this address is in scope. */
    void invite(URI address) {
        invited.add(normalise(address));
    }

    /** From now on this parameter makes no other page. */
    void drop(String parameter) {
        idle.add(parameter);
    }

    /**
     * An address under the home in normal form, its query sorted, without the number of a first page and filters left
     * open, and without parameters that make no other page.
     */
    public URI normalise(URI address) {
        if (address.getHost() == null) {
            return address;
        }
        URI normal = Addresses.normalise(home.meant(URI.create(IdleParameters.withoutSession(address.toString()))));
        List<String> parameters = Addresses.parameters(normal).stream()
                .filter(parameter -> !isEmpty(parameter) && !parameter.equals(listing.page() + "=1"))
                .filter(parameter -> isOfListing(parameter) || !idle.contain(parameter))
                .distinct()
                .sorted()
                .toList();
        return Addresses.withParameters(normal, parameters);
    }

    /** Whether the first address is a listing with numbers or filters; a static file answers no query. */
    boolean hasListing() {
        boolean described = !listing.page().isEmpty() || !listing.filters().isEmpty();
        return described && !CaptureKind.PAGE.isNamed(start.getRawPath());
    }

    /** Whether the address is that of a listing page: the first address with any page number and filters. */
    boolean isListing(URI address) {
        return hasListing()
                && withoutSlash(address.getRawPath()).equals(withoutSlash(start.getRawPath()))
                && others(address).equals(others(start));
    }

    /** The filters in the query of an address, as notations: {@code cat_2=11}. */
    List<String> filters(URI address) {
        return Addresses.parameters(address).stream().filter(this::isFilter).toList();
    }

    boolean isFilter(String notation) {
        return listing.filters().contains(name(notation)) && !isEmpty(notation);
    }

    /** The address of a listing page, of all posts if there is no filter. */
    URI listing(List<String> filters, int page) {
        List<String> parameters = new ArrayList<>(others(start));
        parameters.addAll(filters);
        if (!listing.page().isEmpty()) {
            parameters.add(listing.page() + "=" + page);
        }
        return normalise(Addresses.withParameters(start, parameters));
    }

    private List<String> others(URI address) {
        return Addresses.parameters(address).stream()
                .filter(parameter -> !isFilter(parameter) && !name(parameter).equals(listing.page()))
                .toList();
    }

    /** Whether the parameter numbers or filters pages of the listing. */
    boolean isOfListing(String parameter) {
        return listing.filters().contains(name(parameter)) || name(parameter).equals(listing.page());
    }

    private boolean isEmpty(String parameter) {
        return isOfListing(parameter) && parameter.length() <= name(parameter).length() + 1;
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
