package dev.precis.sparql.redirect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address of a site that was here before, in the form in which two that mean the same are the same: without slash at
 * the end, without parameters that follow readers, the others in the order of their names.
 *
 * @param path from its first slash, undecoded; empty for the root of the host
 * @param parameters decoded; sorted by name, the last of a name counts
 */
public record OldAddress(String path, SortedMap<String, String> parameters) {
    private static final Pattern SITE = Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?([^/?#]*)");
    private static final Pattern TRACKING = Pattern.compile("(?i)utm_.*|fbclid|gclid");

    public OldAddress {
        path = path.replaceFirst("/+$", "");
        parameters = new TreeMap<>(parameters);
        parameters.keySet().removeIf(name -> TRACKING.matcher(name).matches());
    }

    /** @param target path, and parameters behind a question mark */
    static OldAddress of(String target) {
        int mark = target.indexOf('?');
        SortedMap<String, String> parameters = new TreeMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new OldAddress(mark < 0 ? target : target.substring(0, mark), parameters);
    }

    /** @param values the values of each parameter, decoded */
    public static OldAddress of(String path, Map<String, List<String>> values) {
        SortedMap<String, String> parameters = new TreeMap<>();
        values.forEach((name, all) -> parameters.put(name, all.isEmpty() ? "" : all.getLast()));
        return new OldAddress(path, parameters);
    }

    /** What follows the host in a whole address, with or without scheme. */
    static OldAddress ofWhole(String address) {
        return of(SITE.matcher(address.replaceFirst("#.*", "")).replaceFirst(""));
    }

    /** The host of a whole address, as it is compared. */
    static String host(String address) {
        return SITE.matcher(address)
                .results()
                .findFirst()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether it is nothing but the first page of a site. */
    public boolean isRoot() {
        return path.isEmpty() && parameters.isEmpty();
    }

    /** As it is compared: decoded. */
    String form() {
        return path + (parameters.isEmpty() ? "" : "?" + joined(false));
    }

    /** The parameters as an address has them, each as {@code name=value}. */
    public List<String> encoded() {
        return parameters.entrySet().stream().map(entry -> pair(entry, true)).toList();
    }

    private String joined(boolean encoded) {
        return parameters.entrySet().stream().map(entry -> pair(entry, encoded)).collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, String> entry, boolean encoded) {
        return encoded
                ? URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                : entry.getKey() + "=" + entry.getValue();
    }

    /** What is no encoding stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
