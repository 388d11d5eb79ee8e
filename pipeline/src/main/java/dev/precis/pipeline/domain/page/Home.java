package dev.precis.pipeline.domain.page;

import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a blog lives, and where it lived: an address under an alias means the one under the home.
 *
 * @param address of the blog
 * @param aliases prefixes of addresses that mean the home's
 */
public record Home(URI address, List<URI> aliases) {
    public Home {
        aliases = List.copyOf(aliases);
    }

    public static Home of(SourceProfile profile) {
        return new Home(profile.home(), profile.aliases());
    }

    /** The address under the home that one under an alias means; any other as it is. */
    public URI meant(URI given) {
        return aliases.stream()
                .flatMap(alias -> Move.of(alias, address).meant(given).stream())
                .findFirst()
                .orElse(given);
    }

    /** As {@link #meant(URI)}, of what a post is known by, in normal form. */
    public PostKey meant(PostKey key) {
        PostKey normal = key.normal();
        return key.kind() != PostKey.Kind.ADDRESS
                ? normal
                : aliases.stream()
                        .flatMap(alias -> Move.of(alias, address).meant(normal).stream())
                        .findFirst()
                        .orElse(normal);
    }

    /** All that mean the same as a key under the home, in normal form; that one first. */
    public List<PostKey> spellings(PostKey key) {
        PostKey meant = meant(key);
        return key.kind() != PostKey.Kind.ADDRESS
                ? List.of(meant)
                : Stream.concat(
                                Stream.of(meant),
                                aliases.stream().flatMap(alias -> Move.of(address, alias).meant(meant).stream()))
                        .distinct()
                        .toList();
    }

    /** Whether a key is an address of the site that the home is on, or means one. */
    public boolean isOnSite(PostKey key) {
        return host(meant(key).value())
                .equals(host(PostKey.ofAddress(address.toString()).value()));
    }

    private static String host(String key) {
        return key.replaceFirst("[/?].*", "");
    }

    /**
     * Two prefixes, of which the second stands for the first now. Where both end alike, all of the site is meant:
     * {@code http://old.example/blog/} and {@code https://new.example/blog/} move what lies beside the blog, too.
     */
    private record Move(String site, String path, String toSite, String toPath) {
        static Move of(URI from, URI to) {
            String path = folder(from);
            String toPath = folder(to);
            while (!path.isEmpty() && last(path).equals(last(toPath))) {
                path = path.substring(0, path.lastIndexOf('/'));
                toPath = toPath.substring(0, toPath.lastIndexOf('/'));
            }
            return new Move(site(from), path, site(to), toPath);
        }

        private static String site(URI address) {
            return address.getScheme() + "://" + address.getRawAuthority();
        }

        private static String folder(URI address) {
            return Optional.ofNullable(address.getRawPath()).orElse("").replaceFirst("/$", "");
        }

        private static String last(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        Optional<URI> meant(URI given) {
            return given.getRawAuthority() != null && site(given).equalsIgnoreCase(site)
                    ? replaced(given.toString(), site + path, toSite + toPath).map(URI::create)
                    : Optional.empty();
        }

        Optional<PostKey> meant(PostKey key) {
            String prefix = PostKey.ofAddress(site + path).value();
            String other = PostKey.ofAddress(toSite + toPath).value();
            return replaced(key.value(), prefix, other).map(PostKey::ofAddress);
        }

        private static Optional<String> replaced(String text, String prefix, String other) {
            boolean below = text.length() >= prefix.length()
                    && text.substring(0, prefix.length()).equalsIgnoreCase(prefix)
                    && text.substring(prefix.length()).matches("(?:[/?#].*)?");
            return below ? Optional.of(other + text.substring(prefix.length())) : Optional.empty();
        }
    }
}
