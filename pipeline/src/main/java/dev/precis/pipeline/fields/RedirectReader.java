package dev.precis.pipeline.fields;

import dev.precis.pipeline.domain.serving.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a table of old addresses and where they lead; what would lead off the site or on and on is a flaw. */
public final class RedirectReader {
    private static final String VARIABLE = "*";
    private static final Pattern FROM = Pattern.compile("/(?!/)[^\\s#?\"'<>\\\\^`{|}]*(?:\\?[^\\s#?\"'<>\\\\^`{|}]+)?");
    // what names of resources are made of (RFC 3986 section 2.3), and the variable part
    private static final Pattern TO = Pattern.compile("\\.|[A-Za-z0-9._~%*-]+(?:/[A-Za-z0-9._~%*-]+)*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>\\\\^`{|}]+");

    private final FieldReader table;
    private final String name;
    private final String root;
    private final Set<String> hosts;
    private final Map<String, String> seen = new HashMap<>();

    private RedirectReader(FieldReader table, String name, URI root, List<URI> sites) {
        this.table = table;
        this.name = name;
        this.root = root.getRawPath();
        this.hosts = sites.stream().map(RedirectReader::host).collect(Collectors.toSet());
    }

    /**
     * @param root what the names of the blog's resources begin with
     * @param sites where the blog lives, and lived
     */
    public static List<Redirect> read(FieldReader fields, String name, URI root, List<URI> sites) {
        return new RedirectReader(fields, name, root, sites).read();
    }

    private List<Redirect> read() {
        List<Redirect> read = new ArrayList<>();
        switch (table.value(name)) {
            case Value.Mapping written ->
                written.fields().forEach((from, to) -> {
                    int line = written.lines().getOrDefault(from, to.line());
                    String complaint = to instanceof Value.Text text
                            ? complaint(from, text.text().strip())
                            : "leads to " + to.description() + ", expected a name such as topic/alliance";
                    if (complaint.isEmpty() && to instanceof Value.Text text) {
                        read.add(new Redirect(from, text.text().strip()));
                    } else {
                        flaw(line, "'" + from + "' " + complaint);
                    }
                });
            case Value.Nothing none -> {}
            case Value other ->
                flaw(other.line(), "expected old addresses with what they lead to, found " + other.description());
        }
        for (Redirect redirect : read) {
            read.stream()
                    .filter(next -> leads(redirect, next))
                    .findFirst()
                    .ifPresent(next -> flaw(
                            line(redirect),
                            "'" + redirect.from() + "' leads to " + redirect.to() + ", which '" + next.from()
                                    + "' leads away from: name where it ends"));
        }
        return read;
    }

    private int line(Redirect redirect) {
        return table.value(name) instanceof Value.Mapping written
                ? written.lines().getOrDefault(redirect.from(), written.line())
                : table.line(name);
    }

    private String complaint(String from, String to) {
        if (!FROM.matcher(from).matches() || from.equals("/")) {
            return "is no old address: expected a path such as /2019/05/a-title/ or /blog?cat=3, without host";
        }
        if (count(from) > 1 || count(to) > 1) {
            return "has more than one variable part";
        }
        if (count(to) > count(from)) {
            return "leads to " + to + ", and has no variable part itself";
        }
        String other = seen.putIfAbsent(form(from), from);
        return other == null ? complaint(to) : "is there twice: it is the same as '" + other + "'";
    }

    private String complaint(String to) {
        if (to.contains("//")) {
            return ADDRESS.matcher(to).matches() && isOurs().test(to)
                    ? ""
                    : "leads off the site, to " + to + ": expected a name such as topic/alliance, or an address below "
                            + "home or aliases that a summary was read at";
        }
        boolean climbs = Arrays.stream(to.split("/")).anyMatch(part -> part.equals("..") || part.equals("."));
        return TO.matcher(to).matches() && (!climbs || to.equals("."))
                ? ""
                : "leads to " + to + ": expected what follows " + root + " in a name, such as topic/alliance";
    }

    private Predicate<String> isOurs() {
        return to -> {
            try {
                return hosts.contains(host(URI.create(to.replace(VARIABLE, "x"))));
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        };
    }

    /** Whether what one leads to is an old address of the other. */
    private boolean leads(Redirect one, Redirect next) {
        if (one.to().contains("//") || next.from().contains("?")) {
            return false;
        }
        String place = one.to().equals(".") ? root : root + one.to();
        String[] around = form(next.from()).split(Pattern.quote(VARIABLE), -1);
        String pattern = Arrays.stream(around).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return form(place).matches(pattern);
    }

    /** In which a slash at the end of the path and the order of parameters do not matter. */
    private static String form(String address) {
        String[] parts = address.split("\\?", 2);
        String query = parts.length == 1
                ? ""
                : Arrays.stream(parts[1].split("&")).sorted().collect(Collectors.joining("&", "?", ""));
        return parts[0].replaceFirst("/+$", "") + query;
    }

    private static String host(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static int count(String text) {
        return text.length() - text.replace(VARIABLE, "").length();
    }

    private void flaw(int line, String message) {
        table.flaw(line, "wrong-redirect", name, message);
    }
}
