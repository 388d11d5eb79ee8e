package dev.precis.pipeline.source;

import static crawlercommons.filters.basic.BasicURLNormalizer.unescapePath;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The normal form under which two spellings of a web address are the same (RFC 3986 section 6.2). Escapes are
 * crawler-commons', the rest is ours: its normaliser merges slashes and sorts queries, which servers tell apart, and
 * spoils some addresses (ADR 24).
 */
public final class Addresses {
    private Addresses() {}

    /** Scheme, host and escapes in one spelling, no default port, no dot segments, no fragment. */
    public static URI normalise(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return address;
        }
        URI ascii = URI.create(address.toASCIIString());
        String scheme = ascii.getScheme().toLowerCase(Locale.ROOT);
        String user = ascii.getRawUserInfo() == null ? "" : ascii.getRawUserInfo() + "@";
        int usual = scheme.equals("https") ? 443 : 80;
        String port = ascii.getPort() == -1 || ascii.getPort() == usual ? "" : ":" + ascii.getPort();
        String host = ascii.getHost().toLowerCase(Locale.ROOT);
        String path = withoutDots(unescapePath(ascii.getRawPath()));
        String query = ascii.getRawQuery() == null ? "" : "?" + unescapePath(ascii.getRawQuery());
        return URI.create(scheme + "://" + user + host + port + path + query);
    }

    /** The parameters of a query as written, empty ones off. */
    public static List<String> parameters(URI address) {
        return address.getRawQuery() == null
                ? List.of()
                : Stream.of(address.getRawQuery().split("&"))
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    public static URI withParameters(URI address, List<String> parameters) {
        String bare = address.toString().replaceFirst("[?#].*", "");
        return URI.create(parameters.isEmpty() ? bare : bare + "?" + String.join("&", parameters));
    }

    /** RFC 3986 section 5.2.4. {@link URI#normalize} would keep the leading ones. */
    private static String withoutDots(String path) {
        List<String> segments = new ArrayList<>();
        String[] written = path.split("/", -1);
        for (int i = 1; i < written.length; i++) {
            boolean dots = written[i].equals(".") || written[i].equals("..");
            if (written[i].equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            }
            if (!dots) {
                segments.add(written[i]);
            } else if (i == written.length - 1) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments);
    }
}
