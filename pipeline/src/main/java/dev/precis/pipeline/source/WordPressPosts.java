package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All pages of the list of posts that a WordPress gives to programs, politely one after the other
 * (https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/).
 */
public final class WordPressPosts {
    private static final Pattern INTERFACE = Pattern.compile(".*/wp-json(?:/.*)?");
    private static final Pattern ROOT = Pattern.compile("(.*/wp-json)(?:/|/wp|/wp/|/wp/v2|/wp/v2/)?");
    private static final Pattern NEXT = Pattern.compile("(?i).*\\brel\\s*=\\s*\"?next\\b.*");
    /** The interface gives no more at once. */
    private static final String MOST = "100";

    private final HttpFetcher fetcher;
    private final int maxPages;
    private final Consumer<Capture> reader;
    private final Consumer<Notice> notices;

    /**
     * A reading yet to be made.
     *
     * @param maxPages that may be asked for
     * @param reader given each page of the list that shows posts
     * @param notices told of what could not be read
     */
    public WordPressPosts(HttpFetcher fetcher, int maxPages, Consumer<Capture> reader, Consumer<Notice> notices) {
        this.fetcher = fetcher;
        this.maxPages = maxPages;
        this.reader = reader;
        this.notices = notices;
    }

    /** Whether the address is one of that interface, wherever the site keeps it. */
    public static boolean isOne(URI address) {
        return INTERFACE.matcher(String.valueOf(address.getRawPath())).matches()
                || Addresses.parameters(address).stream().anyMatch(parameter -> parameter.startsWith("rest_route="));
    }

    /**
     * The list of posts that an address of the interface stands for: itself, unless it is the root of the interface.
     */
    public static URI list(URI address) {
        Matcher root = ROOT.matcher(String.valueOf(address.getRawPath()));
        return root.matches() ? address.resolve(root.group(1) + "/wp/v2/posts") : address;
    }

    /** Reads the list page by page until the server says that there are no more, or gives none. */
    public void read(URI list) {
        for (int number = 1; number <= maxPages; number++) {
            URI page = page(list, number);
            HttpFetcher.Fetched fetched = fetcher.ask(page);
            Optional<Capture> capture = fetched.capture();
            if (capture.isEmpty()) {
                boolean past = number > 1 && fetched.answer().status() == 400; // rest_post_invalid_page_number
                if (!past) {
                    throw new UnreachableException(
                            page, "answers with status " + fetched.answer().status());
                }
                return;
            }
            boolean posts = CaptureKind.of(capture.get()) == CaptureKind.WORDPRESS_POSTS;
            if (posts) {
                reader.accept(capture.get());
            } else if (number == 1 && !isEmptyList(capture.get())) {
                notices.accept(Notice.violation("no-posts", page.toString(), "answers with no list of posts"));
                return;
            }
            if (!hasNext(fetched.answer(), number, posts)) {
                return;
            }
        }
        notices.accept(Notice.warning(
                "max-pages",
                list.toString(),
                "the reading ended here, it may ask for " + maxPages + " pages at most (profile, crawl.max-pages)"));
    }

    /** A page may be empty since one may not read what is on it: the server's word goes before what is seen. */
    private static boolean hasNext(Answer answer, int number, boolean posts) {
        OptionalInt total = number(answer.header("X-WP-TotalPages"));
        if (total.isPresent()) {
            return number < total.getAsInt();
        }
        return posts || NEXT.matcher(answer.header("Link")).matches();
    }

    private static OptionalInt number(String header) {
        return header.strip().matches("\\d{1,8}")
                ? OptionalInt.of(Integer.parseInt(header.strip()))
                : OptionalInt.empty();
    }

    private static boolean isEmptyList(Capture capture) {
        return new String(capture.content(), StandardCharsets.UTF_8).strip().matches("\\[\\s*\\]");
    }

    /** What the address asks for stays; it is completed by what a reading of all needs. */
    static URI page(URI list, int number) {
        List<String> parameters = new ArrayList<>(Addresses.parameters(list));
        parameters.removeIf(parameter -> parameter.startsWith("page="));
        complete(parameters, "per_page", MOST);
        complete(parameters, "_embed", "author,wp:term");
        parameters.add("page=" + number);
        return Addresses.withParameters(list, parameters);
    }

    private static void complete(List<String> parameters, String name, String value) {
        if (parameters.stream().noneMatch(parameter -> parameter.split("=", 2)[0].equals(name))) {
            parameters.add(name + "=" + value);
        }
    }
}
