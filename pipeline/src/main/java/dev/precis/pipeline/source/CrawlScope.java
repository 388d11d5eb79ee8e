package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.CaptureKind;
import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a crawl may visit, as its first address says: that address (with or without a slash at its end), and below it
 * ({@code /pprnet/blog} and {@code /pprnet/blog/...}), or the folder of a file ({@code /eng/pprnet_blog.html}:
 * {@code /eng/...}). Knows also which of these addresses are pages of the blog's listing.
 */
public final class CrawlScope implements Predicate<URI> {
    /** What servers make a page of; the other files are of a kind of captures. */
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(?:shtml?|php\\d?|aspx?|jsp|cfm|cgi)");

    private final URI start;
    private final String prefix;
    private final SourceProfile.Listing listing;

    public CrawlScope(URI start, SourceProfile.Listing listing) {
        this.listing = listing;
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
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        URI normal = Addresses.normalise(address);
        String path = normal.getRawPath();
        return normal.getScheme().equals(start.getScheme())
                && normal.getRawAuthority().equals(start.getRawAuthority())
                && (withoutSlash(path).equals(withoutSlash(start.getRawPath())) || path.startsWith(prefix));
    }

    /** An address in normal form, its query sorted, without the number of a first page and filters left open. */
    public URI normalise(URI address) {
        if (address.getHost() == null) {
            return address;
        }
        URI normal = Addresses.normalise(address);
        List<String> parameters = Addresses.parameters(normal).stream()
                .filter(parameter -> !isEmpty(parameter) && !parameter.equals(listing.page() + "=1"))
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

    private boolean isEmpty(String parameter) {
        boolean ours =
                listing.filters().contains(name(parameter)) || name(parameter).equals(listing.page());
        return ours && parameter.length() <= name(parameter).length() + 1;
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
