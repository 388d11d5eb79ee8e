package dev.precis.pipeline.domain;

import dev.precis.pipeline.domain.serving.Serving;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One source: all that Précis must be told about a blog. Read from {@code data/sources/<id>/profile.yaml}, whose keys
 * are the components' names in kebab case.
 *
 * @param id the folder's name
 * @param folder the folder, with {@code topics.ttl} in it
 * @param name of the blog
 * @param description one sentence
 * @param home where the blog lives on the web
 * @param aliases prefixes of addresses that mean the home's: where it lived before
 * @param language of its texts, BCP 47
 * @param author who writes it, unless a post says otherwise
 * @param publisher who publishes it
 * @param licence of what Précis publishes of it
 * @param base prefix of every IRI, ends with a slash
 * @param path what follows the base, ends with a slash or is empty: keeps several blogs on one server apart
 * @param labels the words that mark the parts of a page
 * @param listing how its listing pages are addressed
 * @param crawl politeness
 * @param layout what its pages show
 * @param citationPlace which of the works that a post cites is the study
 * @param selectors where pages have what their mark-up does not tell
 * @param accept what is published of it though many posts are alike in that
 * @param pictures which pictures of its posts are kept
 * @param resolver whether cited works are looked up in a registry, and in which
 * @param people which spellings are of one person and which are not, where nothing else tells
 * @param journals the same of journals and books
 * @param serving how it is served, of which nothing is made that is stored
 * @param program the version of Précis that reads it: what another makes of the same pages is made anew
 * @param settings digest of all in its file that graphs are made by: not of how it is crawled, asked about and served
 */
public record SourceProfile(
        String id,
        Path folder,
        String name,
        String description,
        URI home,
        List<URI> aliases,
        String language,
        String author,
        String publisher,
        URI licence,
        URI base,
        String path,
        Labels labels,
        Listing listing,
        Crawl crawl,
        Layout layout,
        CitationPlace citationPlace,
        Selectors selectors,
        Set<Doubt> accept,
        Pictures pictures,
        Resolver resolver,
        Spellings people,
        Spellings journals,
        Serving serving,
        String program,
        String settings) {

    public SourceProfile {
        aliases = List.copyOf(aliases);
        accept = Set.copyOf(accept);
    }

    /** Prefix of this blog's IRIs: base and path. */
    public String root() {
        return base + path;
    }

    /** Where a crawl of it begins. */
    public URI start() {
        return crawl.visits().address().orElse(home);
    }

    /** The same source, of which a crawl asks for no more pages than these. */
    public SourceProfile withMaxPages(int most) {
        Crawl bounded = new Crawl(
                crawl.delay(),
                crawl.timeout(),
                crawl.retries(),
                crawl.maxBytes(),
                most,
                crawl.userAgent(),
                crawl.ignoreRobotsMeta(),
                crawl.keepRatio(),
                crawl.visits());
        return new SourceProfile(
                id,
                folder,
                name,
                description,
                home,
                aliases,
                language,
                author,
                publisher,
                licence,
                base,
                path,
                labels,
                listing,
                bounded,
                layout,
                citationPlace,
                selectors,
                accept,
                pictures,
                resolver,
                people,
                journals,
                serving,
                program,
                settings);
    }

    /** What the pages of a source show. */
    public enum Layout {
        /** Some show one post and others several: each is looked at. */
        EITHER,
        /** One post, or links to posts: never several. */
        POST,
        /** Several posts, also where there is only one to show. */
        LIST
    }

    /** Which of the works that a post cites is the one that it summarises; a label that says so is believed first. */
    public enum CitationPlace {
        /** Each post tells, by where works stand in it and by which are named in its text. */
        ANY,
        /** The first that is cited. */
        FIRST,
        /** The last. */
        LAST,
        /** None but one with a label. */
        LABELLED
    }

    /**
     * Selectors of CSS, the last resort; each may be empty.
     *
     * @param post what holds a post: what stands outside of it is not read
     * @param skip what is not read
     */
    public record Selectors(String post, String title, String date, String author, String skip) {
        public static final Selectors NONE = new Selectors("", "", "", "", "");
    }

    /**
     * Which pictures in the text of posts are kept.
     *
     * @param hosts that pictures are fetched from besides the site of the blog, such as {@code i0.wp.com}
     * @param maxBytes of one picture
     * @param most pictures of one post; with 0 none is kept
     */
    public record Pictures(List<String> hosts, int maxBytes, int most) {
        public static final Pictures USUAL = new Pictures(List.of(), 4_000_000, 40);

        public Pictures {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A registry of publications in which cited works are looked up, with the interface of Crossref.
     *
     * @param address what the addresses of its answers begin with, ends with a slash; empty: nothing is looked up
     * @param contact an address for complaints, as the registry asks for; empty: nothing is looked up
     * @param delay between two questions
     * @param requestsADay at most
     * @param askAgain after so long, since studies are retracted years later
     */
    public record Resolver(Optional<URI> address, String contact, Duration delay, int requestsADay, Duration askAgain) {
        public static final Resolver NONE =
                new Resolver(Optional.empty(), "", Duration.ofMillis(500), 2000, Duration.ofDays(30));

        /** Whether anything may be looked up. */
        public boolean isOn() {
            return address.isPresent() && !contact.isEmpty();
        }
    }

    /**
     * What an editor knows of names, which stand here as works print them: family name first.
     *
     * @param same names that stand for one, two or more at a time
     * @param different names of which each stands for another one
     */
    public record Spellings(List<List<String>> same, List<List<String>> different) {
        public static final Spellings NONE = new Spellings(List.of(), List.of());

        public Spellings {
            same = same.stream().map(List::copyOf).toList();
            different = different.stream().map(List::copyOf).toList();
        }
    }

    /** What speaks against a source's posts being understood, if many of them have it. */
    public enum Doubt {
        SAME_TITLES("have a title that others have", "a heading inside of posts belongs in `labels.sections`"),
        SENTENCE_TITLES("have a sentence for a title", "`selectors.title` tells where the title is"),
        EMPTY_TEXTS("have no text", "`selectors.post` tells where the text is"),
        SAME_TEXTS("have the text of others", "`selectors.post` tells where the text is"),
        SHORTER_TEXTS(
                "have less than half of the text that is stored",
                "if the site was made anew, `labels.sections` and `selectors.post` tell where the text is"),
        DOUBLES(
                "have title and month of summaries that were read at other addresses",
                "`aliases` names the addresses that the blog had before");

        private final String fault;
        private final String mend;

        Doubt(String fault, String mend) {
            this.fault = fault;
            this.mend = mend;
        }

        /** What is wrong with the posts: the end of a sentence that they begin. */
        public String fault() {
            return fault;
        }

        /** Which setting would mend it. */
        public String mend() {
            return mend;
        }

        /** As it is written in a profile. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The words that mark the parts of a page; case, accents and punctuation do not matter.
     *
     * @param implications headings of the implications, such as "Practice Implications"
     * @param blurb headings of what is announced, such as "This month"
     * @param topics words before a list of topics, such as "Posted in"
     * @param boilerplate beginnings of paragraphs that are about the series, not the study
     * @param noise lines to pass over, such as "Leave a comment"
     * @param citation words before the citation of the study, such as "Primary paper"
     * @param references headings of works cited besides the study, such as "Other references"
     * @param author words before the name of who wrote the post, such as "Reviewed by"
     * @param sections headings inside a post that look like something else, such as "Our take"
     * @param ends headings of what stands below a post and is no part of it, such as "Declaration of interests"
     * @param dates patterns of months and days beyond "September 2020" and "3 May 2021", in
     *     {@link java.time.format.DateTimeFormatter}'s letters, such as {@code 'Issue' yyyy/MM}
     */
    public record Labels(
            List<String> implications,
            List<String> blurb,
            List<String> topics,
            List<String> boilerplate,
            List<String> noise,
            List<String> citation,
            List<String> references,
            List<String> author,
            List<String> sections,
            List<String> ends,
            List<String> dates) {
        public Labels {
            implications = List.copyOf(implications);
            blurb = List.copyOf(blurb);
            topics = List.copyOf(topics);
            boilerplate = List.copyOf(boilerplate);
            noise = List.copyOf(noise);
            citation = List.copyOf(citation);
            references = List.copyOf(references);
            author = List.copyOf(author);
            sections = List.copyOf(sections);
            ends = List.copyOf(ends);
            dates = List.copyOf(dates);
        }

        /** Labels without words for what every blog says alike. */
        public Labels(
                List<String> implications,
                List<String> blurb,
                List<String> topics,
                List<String> boilerplate,
                List<String> noise,
                List<String> dates) {
            this(
                    implications,
                    blurb,
                    topics,
                    boilerplate,
                    noise,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    dates);
        }
    }

    /**
     * How listing pages are addressed, and which pages have posts.
     *
     * @param page query parameter of the page number, counted from 1; empty if there is none
     * @param filters query parameters that filter by topic or type; a concept's notation is {@code parameter=value}
     * @param follow parts of addresses that lead to further pages with posts, wherever they lie on the site; empty:
     *     every page under the prefix
     * @param skip parts of addresses that are never followed
     * @param posts parts of addresses of posts, wherever they lie on the site
     * @param dropParameters query parameters that make no other page of an address
     * @param sitemap whether sitemaps find posts
     * @param feed whether feeds find posts
     */
    public record Listing(
            String page,
            List<String> filters,
            List<String> follow,
            List<String> skip,
            List<String> posts,
            List<String> dropParameters,
            Finder sitemap,
            Finder feed) {
        public Listing {
            filters = List.copyOf(filters);
            follow = List.copyOf(follow);
            skip = List.copyOf(skip);
            posts = List.copyOf(posts);
            dropParameters = List.copyOf(dropParameters);
        }

        /** With the defaults of all that has one. */
        public Listing(String page, List<String> filters, List<String> follow) {
            this(page, filters, follow, List.of(), List.of(), List.of(), Finder.USUAL, Finder.USUAL);
        }
    }

    /**
     * A list of addresses that a site has beside its pages.
     *
     * @param asked whether it is looked at
     * @param address where it is; empty: where such lists usually are
     */
    public record Finder(boolean asked, Optional<URI> address) {
        public static final Finder USUAL = new Finder(true, Optional.empty());
        public static final Finder NONE = new Finder(false, Optional.empty());
    }

    /**
     * Politeness.
     *
     * @param delay between two requests to one host
     * @param timeout of one request, from connecting to the last byte
     * @param retries after a failure that may pass
     * @param maxBytes of one page, after decompression
     * @param maxPages of one crawl
     * @param userAgent who asks, with an address for complaints
     * @param ignoreRobotsMeta whether {@code noindex} and {@code nofollow} of pages and links mean nothing
     * @param keepRatio from 0 to 1: a crawl that meets a smaller part of the known posts takes nothing away
     * @param visits when it is crawled, and where that begins
     */
    public record Crawl(
            Duration delay,
            Duration timeout,
            int retries,
            int maxBytes,
            int maxPages,
            String userAgent,
            boolean ignoreRobotsMeta,
            double keepRatio,
            Visits visits) {
        /** Half of the known posts. */
        public static final double KEEP_RATIO = 0.5;

        /** One that obeys what pages tell crawlers. */
        public Crawl(Duration delay, Duration timeout, int retries, int maxBytes, int maxPages, String userAgent) {
            this(delay, timeout, retries, maxBytes, maxPages, userAgent, false, KEEP_RATIO, Visits.NONE);
        }
    }

    /**
     * When a source is crawled without being told to.
     *
     * @param address where a crawl begins; empty: at the home
     * @param schedule five fields of cron in the time of this machine, such as {@code 0 3 * * *}; empty: never
     * @param jitter how much later it may begin, so that not all guests come at once
     * @param allowPrivate whether a crawl may go to loopback and private addresses
     */
    public record Visits(Optional<URI> address, String schedule, Duration jitter, boolean allowPrivate) {
        public static final Visits NONE = new Visits(Optional.empty(), "", Duration.ZERO, false);
    }
}
