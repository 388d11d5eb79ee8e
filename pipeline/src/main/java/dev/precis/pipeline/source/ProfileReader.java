package dev.precis.pipeline.source;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.CitationPlace;
import dev.precis.pipeline.domain.SourceProfile.Doubt;
import dev.precis.pipeline.domain.SourceProfile.Finder;
import dev.precis.pipeline.domain.SourceProfile.Layout;
import dev.precis.pipeline.domain.serving.Letter;
import dev.precis.pipeline.domain.serving.Serving;
import dev.precis.pipeline.fields.FieldReader;
import dev.precis.pipeline.fields.RedirectReader;
import dev.precis.pipeline.fields.SpellingReader;
import dev.precis.pipeline.fields.Value;
import dev.precis.pipeline.look.LookReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes a profile of the keys in a file, with a default for each key that may be left out. */
final class ProfileReader {
    private static final URI NOWHERE = URI.create("");
    private static final URI BASE = URI.create("http://localhost:3030/");
    private static final List<String> IMPLICATIONS = List.of("Practice Implications");
    private static final List<String> BLURB = List.of("This month");
    private static final List<String> TOPICS = List.of("Posted in", "Filed under", "Topics", "Tags", "Categories");

    /** Of these nothing is made that is stored: a change of them has nothing read again (LayerRuleTest). */
    private static final Set<String> APART = Set.of("crawl", "resolver", "redirects", "letter", "look", "colours");

    private final String program;
    private final SourceProfile.Crawl crawl;

    /** @param program the version of Précis */
    ProfileReader(String program) {
        this.program = program;
        String userAgent = "Precis/" + program + " (+https://w3id.org/precis)";
        this.crawl =
                new SourceProfile.Crawl(Duration.ofSeconds(2), Duration.ofSeconds(20), 3, 5_000_000, 2000, userAgent);
    }

    SourceProfile read(Path folder, FieldReader fields) {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        URI home = address(fields, "home", "the http or https address where the blog lives");
        List<URI> aliases = aliases(fields);
        URI base = fields.parsed("base", BASE, "an http or https address that ends with a slash", ProfileReader::base);
        String path =
                fields.parsed("path", id + "/", "a path such as blog/, or nothing in quotes", ProfileReader::path);
        SourceProfile profile = new SourceProfile(
                id,
                folder,
                fields.required("name", "the blog's name"),
                fields.text("description", ""),
                home,
                aliases,
                fields.parsed("language", "en", "a language tag (BCP 47) such as en", ProfileReader::language),
                fields.text("author", ""),
                fields.required("publisher", "who publishes the blog"),
                address(fields, "licence", "the http or https address of the licence"),
                base,
                path,
                labels(fields.section("labels")),
                listing(fields.section("listing")),
                crawl(fields.section("crawl")),
                fields.parsed("layout", Layout.EITHER, "post, list or either", text -> constant(Layout.class, text)),
                fields.parsed(
                        "citation-place",
                        CitationPlace.ANY,
                        "first, last, labelled or any",
                        text -> constant(CitationPlace.class, text)),
                selectors(fields.section("selectors")),
                accepted(fields),
                pictures(fields.section("pictures")),
                resolver(fields.section("resolver")),
                SpellingReader.read(fields.section("people"), "Wampold, B.", "Wampold, Bruce E."),
                SpellingReader.read(
                        fields.section("journals"), "JCCP", "Journal of Consulting and Clinical Psychology"),
                new Serving(
                        RedirectReader.read(
                                fields,
                                "redirects",
                                base.resolve(path),
                                Stream.concat(Stream.of(home), aliases.stream()).toList()),
                        letter(fields.section("letter")),
                        LookReader.read(fields.section("look"), fields.section("colours"), folder)),
                program,
                fields.digestWithout(APART));
        fields.finish();
        return profile;
    }

    /** All keys that a profile may have, those of a section as {@code listing.page}. */
    static List<String> keys() {
        FieldReader nothing = new FieldReader(new Value.Mapping(new LinkedHashMap<>(), Map.of(), 1), "", flaw -> {});
        new ProfileReader("").read(Path.of("any"), nothing);
        return nothing.known();
    }

    private static Set<Doubt> accepted(FieldReader fields) {
        Map<String, Doubt> doubts =
                Stream.of(Doubt.values()).collect(toMap(Doubt::key, doubt -> doubt, (a, b) -> a, TreeMap::new));
        return fields
                .texts(
                        "accept",
                        List.of(),
                        text -> doubts.containsKey(text)
                                ? ""
                                : "expected one of " + String.join(", ", doubts.keySet()) + ", found " + text)
                .stream()
                .flatMap(text -> Stream.ofNullable(doubts.get(text)))
                .collect(toSet());
    }

    private static SourceProfile.Labels labels(FieldReader fields) {
        SourceProfile.Labels labels = new SourceProfile.Labels(
                fields.texts("implications", IMPLICATIONS),
                fields.texts("blurb", BLURB),
                fields.texts("topics", TOPICS),
                fields.texts("boilerplate", List.of()),
                fields.texts("noise", List.of()),
                fields.texts("citation", List.of()),
                fields.texts("references", List.of()),
                fields.texts("author", List.of()),
                fields.texts("sections", List.of()),
                fields.texts("ends", List.of()),
                dates(fields));
        fields.finish();
        return labels;
    }

    private static List<String> dates(FieldReader fields) {
        UnaryOperator<String> complaint = pattern -> isPattern(pattern)
                ? ""
                : "expected a pattern of DateTimeFormatter such as 'Issue' yyyy/MM, found " + pattern;
        // months is what it was called when it could name months only
        return fields.texts("dates", fields.texts("months", List.of(), complaint), complaint);
    }

    private static <T extends Enum<T>> T constant(Class<T> kind, String text) {
        return checked(Enum.valueOf(kind, text.toUpperCase(Locale.ROOT)), text.equals(text.toLowerCase(Locale.ROOT)));
    }

    private static SourceProfile.Selectors selectors(FieldReader fields) {
        SourceProfile.Selectors selectors = new SourceProfile.Selectors(
                fields.text("post", ""),
                fields.text("title", ""),
                fields.text("date", ""),
                fields.text("author", ""),
                fields.text("skip", ""));
        fields.finish();
        return selectors;
    }

    private static SourceProfile.Pictures pictures(FieldReader fields) {
        SourceProfile.Pictures usual = SourceProfile.Pictures.USUAL;
        SourceProfile.Pictures pictures = new SourceProfile.Pictures(
                fields.texts("hosts", usual.hosts(), ProfileReader::noHost),
                fields.parsed("max-bytes", usual.maxBytes(), "a size such as 2 MB", Quantities::bytes),
                fields.parsed("most", usual.most(), "a number from 0 to 500", text -> number(text, 0, 500)));
        fields.finish();
        return pictures;
    }

    private static SourceProfile.Resolver resolver(FieldReader fields) {
        SourceProfile.Resolver usual = SourceProfile.Resolver.NONE;
        String duration = "a duration such as 500ms, 2s or 30d";
        SourceProfile.Resolver resolver = new SourceProfile.Resolver(
                fields.parsed(
                        "address",
                        usual.address(),
                        "the http or https address of the registry",
                        text -> Optional.of(web(text.endsWith("/") ? text : text + "/"))),
                fields.parsed("contact", usual.contact(), "an e-mail address", ProfileReader::mail),
                fields.parsed("delay", usual.delay(), duration, Quantities::duration),
                fields.parsed(
                        "requests-a-day",
                        usual.requestsADay(),
                        "a number of requests",
                        text -> number(text, 1, 1_000_000)),
                fields.parsed("ask-again", usual.askAgain(), duration, text -> positive(Quantities.duration(text))));
        fields.finish();
        return resolver;
    }

    private static Letter letter(FieldReader fields) {
        Letter usual = Letter.NONE;
        Letter letter = new Letter(
                fields.parsed("from", usual.from(), "an e-mail address", ProfileReader::mail),
                fields.parsed(
                        "subject",
                        usual.subject(),
                        "a line of text",
                        text -> checked(text, text.chars().noneMatch(Character::isISOControl))));
        fields.finish();
        return letter;
    }

    /** No more than goes into a header and a query as it is. */
    private static String mail(String text) {
        return checked(text, text.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*"));
    }

    private static String noHost(String text) {
        return text.matches("(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")
                ? ""
                : "expected a host such as i0.wp.com or *.example.org, found " + text;
    }

    private static SourceProfile.Listing listing(FieldReader fields) {
        String finder = "true, false, or the http or https address of the %s";
        SourceProfile.Listing listing = new SourceProfile.Listing(
                fields.text("page", ""),
                fields.texts("filters", List.of()),
                fields.texts("follow", List.of()),
                fields.texts("skip", List.of()),
                fields.texts("posts", List.of()),
                fields.texts("drop-parameters", List.of()),
                fields.parsed("sitemap", Finder.USUAL, finder.formatted("sitemap"), ProfileReader::finder),
                fields.parsed("feed", Finder.USUAL, finder.formatted("feed"), ProfileReader::finder));
        fields.finish();
        return listing;
    }

    private SourceProfile.Crawl crawl(FieldReader fields) {
        String duration = "a duration such as 500ms, 2s or 1m";
        SourceProfile.Crawl read = new SourceProfile.Crawl(
                fields.parsed("delay", crawl.delay(), duration, Quantities::duration),
                fields.parsed("timeout", crawl.timeout(), duration, text -> positive(Quantities.duration(text))),
                fields.parsed("retries", crawl.retries(), "a number from 0 to 10", text -> number(text, 0, 10)),
                fields.parsed("max-bytes", crawl.maxBytes(), "a size such as 5 MB", Quantities::bytes),
                fields.parsed("max-pages", crawl.maxPages(), "a number of pages", text -> number(text, 1, 1_000_000)),
                fields.parsed("user-agent", crawl.userAgent(), "a product such as Name/1.0", ProfileReader::userAgent),
                fields.truth("ignore-robots-meta", false),
                fields.parsed("keep-ratio", crawl.keepRatio(), "a number from 0 to 1", ProfileReader::ratio),
                visits(fields));
        fields.finish();
        return read;
    }

    private static SourceProfile.Visits visits(FieldReader fields) {
        return new SourceProfile.Visits(
                fields.parsed(
                        "address",
                        Optional.<URI>empty(),
                        "the http or https address where a crawl begins",
                        text -> Optional.of(web(text))),
                fields.parsed(
                        "schedule",
                        "",
                        "five fields of cron such as 0 3 * * * (minute, hour, day, month, weekday)",
                        Quantities::schedule),
                fields.parsed("jitter", Duration.ZERO, "a duration such as 20m", Quantities::duration),
                fields.truth("allow-private", false));
    }

    private static URI address(FieldReader fields, String name, String expected) {
        if (!fields.has(name)) {
            fields.missing(name, expected);
        }
        return fields.parsed(name, NOWHERE, expected, ProfileReader::web);
    }

    private static List<URI> aliases(FieldReader fields) {
        return fields
                .texts(
                        "aliases",
                        List.of(),
                        text -> isWeb(text) ? "" : "expected an http or https address, found " + text)
                .stream()
                .filter(ProfileReader::isWeb)
                .map(URI::create)
                .toList();
    }

    private static boolean isWeb(String text) {
        try {
            return web(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static double ratio(String text) {
        double ratio = Double.parseDouble(text);
        return checked(ratio, ratio >= 0 && ratio <= 1);
    }

    private static URI web(String text) {
        URI address = URI.create(text);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return checked(address, web && address.getHost() != null);
    }

    private static URI base(String text) {
        return checked(web(text), text.endsWith("/") && text.chars().allMatch(c -> c < 0x80));
    }

    private static String path(String text) {
        // RFC 3986 section 2.3: unreserved characters stand for themselves in every IRI
        return checked(text, text.matches("(?:[A-Za-z0-9._~-]+/)*"));
    }

    private static String language(String text) {
        try {
            new Locale.Builder().setLanguageTag(text);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
        }
        return text;
    }

    /** RFC 9110 section 10.1.5: a product with an optional version first; printable, so that no header is split. */
    private static String userAgent(String text) {
        return checked(text, text.matches("[!#$%&'*+.^_`|~A-Za-z0-9-]+(?:[/ ][\\x20-\\x7E]*)?"));
    }

    private static boolean isPattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(LocalDate.of(2020, 9, 14))
                    .isBlank();
        } catch (IllegalArgumentException | DateTimeException | ClassCastException e) {
            return false; // the JDK casts in vain where a number follows what is padded, as in "pe"
        }
    }

    private static Finder finder(String text) {
        return switch (text) {
            case "true" -> Finder.USUAL;
            case "false" -> Finder.NONE;
            default -> new Finder(true, Optional.of(web(text)));
        };
    }

    private static Duration positive(Duration duration) {
        return checked(duration, duration.isPositive());
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        return checked(number, number >= least && number <= most);
    }

    private static <T> T checked(T value, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not valid: " + value);
        }
        return value;
    }
}
