package dev.precis.sparql.site.files;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.redirect.OldAddress;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.Listed;
import dev.precis.sparql.write.feed.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What hosts are told of addresses that are no files: {@code _redirects} and {@code _headers} (Netlify, Cloudflare
 * Pages), {@code .htaccess} (Apache 2.4).
 */
final class HostFiles {
    private final Base base;
    // by the path below the base
    private final SortedMap<String, String> moved = new TreeMap<>();
    private final SortedMap<Asked, String> asked = new TreeMap<>(
            Comparator.comparing(Asked::path).thenComparing(address -> String.join("&", address.parameters())));
    private final SortedSet<String> gone = new TreeSet<>();

    /** An address with parameters, each as {@code name=value}. */
    private record Asked(String path, List<String> parameters) {}

    HostFiles(Base base) {
        this.base = base;
    }

    /** @param to an address, whole or a path */
    void moved(String from, String to) {
        moved.put(from, to);
    }

    /** The place of an address of a site that was here before; empty if a host is not asked for it in this folder. */
    Optional<String> place(OldAddress old) {
        String whole = old.path().isEmpty() ? "/" : old.path();
        return (whole + "/").startsWith(base.path())
                ? Optional.of(
                        whole.substring(Math.min(whole.length(), base.path().length())))
                : Optional.empty();
    }

    /** @param parameters each as {@code name=value} */
    void asked(String path, List<String> parameters, String to) {
        asked.put(new Asked(path, parameters), to);
    }

    /** Whose place says when and why. */
    void gone(String path) {
        gone.add(path);
    }

    /** An old name wins over the file that is at its place; what is gone answers 404 with the page that says why. */
    byte[] redirects() {
        StringBuilder lines = new StringBuilder();
        moved.forEach((from, to) -> line(lines, base.path() + from, to, "301!"));
        gone.forEach(path -> line(lines, base.path() + path, base.path() + path + "/index.html", "404!"));
        return bytes(lines);
    }

    private static void line(StringBuilder lines, String from, String to, String status) {
        lines.append(from).append(' ').append(to).append(' ').append(status).append('\n');
    }

    byte[] apache() {
        StringBuilder lines = new StringBuilder("DirectoryIndex index.html\nAddDefaultCharset utf-8\n");
        lines.append("ErrorDocument 404 ")
                .append(base.path())
                .append(SiteFiles.MISSING)
                .append('\n');
        // the later counts; AddType would not know an ending of two parts
        types().forEach((suffix, type) -> lines.append("<FilesMatch \"")
                .append(quoted(suffix))
                .append("$\">\nForceType \"")
                .append(type)
                .append("\"\n</FilesMatch>\n"));
        SortedMap<String, String> patterns = new TreeMap<>();
        moved.forEach((from, to) -> patterns.put(pattern(from), to));
        patterns.forEach((from, to) -> lines.append("RedirectMatch 301 \"^")
                .append(from)
                .append("/?$\" \"")
                .append(to)
                .append("\"\n"));
        gone.forEach(path ->
                lines.append("RedirectMatch 410 \"^").append(pattern(path)).append("/?$\"\n"));
        if (!asked.isEmpty()) {
            lines.append("RewriteEngine on\n");
            asked.forEach((old, to) -> rewritten(lines, old, to));
        }
        return bytes(lines);
    }

    /** These parameters in any order, and no other (mod_rewrite; the folder of the file is taken off the path). */
    private static void rewritten(StringBuilder lines, Asked old, String to) {
        for (String parameter : old.parameters()) {
            lines.append("RewriteCond %{QUERY_STRING} \"(?:^|&)")
                    .append(quoted(parameter))
                    .append("(?:&|$)\"\n");
        }
        lines.append("RewriteCond %{QUERY_STRING} \"^[^&]+(?:&[^&]+){")
                .append(old.parameters().size() - 1)
                .append("}$\"\nRewriteRule \"^")
                .append(quoted(old.path()))
                .append("/?$\" \"")
                .append(to)
                .append("\" [R=301,L,QSD,NE]\n");
    }

    private String pattern(String path) {
        return quoted(base.path() + path.replaceFirst("/$", ""));
    }

    private static String quoted(String text) {
        return text.replaceAll("[.+*?^$()\\[\\]{}|\\\\]", "\\\\$0");
    }

    byte[] headers() {
        StringBuilder lines = new StringBuilder();
        types().forEach((suffix, type) -> lines.append(base.path())
                .append("*")
                .append(suffix)
                .append("\n  Content-Type: ")
                .append(type)
                .append('\n'));
        lines.append(base.path()).append("*\n  Access-Control-Allow-Origin: *\n");
        return bytes(lines);
    }

    /** The media types by what names of files end in, the longest last, so that it counts. */
    private static SortedMap<String, String> types() {
        SortedMap<String, String> types =
                new TreeMap<>(Comparator.comparing(String::length).thenComparing(suffix -> suffix));
        Stream<Listed> all = Stream.concat(Arrays.stream(FeedFormat.values()), Arrays.stream(Representation.values()));
        all.filter(form -> !form.form().equals(Form.HTML))
                .forEach(form -> types.putIfAbsent(form.suffix(), form.contentType()));
        types.put(Form.JSON.suffix(), Form.JSON.contentType());
        types.put(".gz", "application/gzip");
        return types;
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
