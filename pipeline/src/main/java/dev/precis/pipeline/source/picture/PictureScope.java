package dev.precis.pipeline.source.picture;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Where pictures of a blog may be asked for: on its site (a subdomain more or less, by the Public Suffix List) and on
 * the hosts that its profile names.
 */
public final class PictureScope implements Predicate<URI> {
    private final String authority;
    private final String domain;
    private final List<String> hosts;

    /** @param hosts besides the site, {@code *.} for all below one, with a port where it is not the usual one */
    public PictureScope(URI site, List<String> hosts) {
        this.authority = authority(site);
        this.domain = domain(site);
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public boolean test(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        String asked = authority(address);
        boolean ofSite = asked.equals(authority)
                || (address.getPort() < 0 && !domain.isEmpty() && domain.equals(domain(address)));
        return ofSite
                || hosts.stream()
                        .anyMatch(
                                host -> host.startsWith("*.") ? asked.endsWith(host.substring(1)) : asked.equals(host));
    }

    private static String authority(URI address) {
        return String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /** The domain that somebody has registered; empty for a number or a bare name. */
    private static String domain(URI address) {
        String domain =
                address.getHost() == null ? "" : EffectiveTldFinder.getAssignedDomain(address.getHost(), true, false);
        return domain == null ? "" : domain;
    }
}
