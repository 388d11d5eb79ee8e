package dev.precis.pipeline.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names to addresses of the public Internet only. The client connects to the very addresses given here,
 * so that a name that resolves otherwise a moment later (DNS rebinding) leads nowhere else.
 */
final class CheckedNames implements DnsResolver {
    // IANA special-purpose address registries (RFC 6890): all that is not globally reachable, multicast, and the
    // prefixes that carry an IPv4 address inside (IPv4-compatible, NAT64, Teredo, 6to4); Java itself turns
    // IPv4-mapped addresses (::ffff:0:0/96) into IPv4
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    private final DnsResolver names;
    private final boolean allowPrivate;

    CheckedNames(DnsResolver names, boolean allowPrivate) {
        this.names = names;
        this.allowPrivate = allowPrivate;
    }

    /** A name of which any address is not public. */
    static final class NotPublicException extends UnknownHostException {
        NotPublicException(InetAddress address) {
            super("is at " + address.getHostAddress()
                    + ", which is no address of the public Internet (--allow-private lets a crawl go there)");
        }
    }

    static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!allowPrivate) {
            for (InetAddress address : addresses) {
                if (!isPublic(address)) {
                    throw new NotPublicException(address);
                }
            }
        }
        return Arrays.copyOf(addresses, addresses.length);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
