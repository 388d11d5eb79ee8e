package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.serving.Serving;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A blog to try pages on, and texts of one: prose of ours about studies that do not exist. */
public final class Blog {
    public static final String ADDRESS = "https://blog.example/network/blog?p=1";
    public static final String CITATION =
            "Amsel, B., & Fink, C. D. (2016). Walking and talking: A field trial. Journal of Paths, 12(3), 45-67.";
    static final String OTHER_CITATION =
            "Drossel, E. F., Star, G., & Meise, H. (2017). Sitting and listening. Review of Benches, 8, 101–119.";
    static final String BODY = "Two researchers asked forty walkers to talk while they went uphill, and to be silent on"
            + " the way down. Each of them came back with a story, and most of the stories were about the silence. The"
            + " authors take this as a hint that a pause may be worth as much as a question.";
    static final String OTHER_BODY =
            "On a bench by the river a third researcher counted who sat down, who spoke, and who came again. It took"
                    + " her two summers. People who were greeted came again more often, but they did not stay longer,"
                    + " which nobody had expected and nobody has explained so far.";
    static final String ADVICE =
            "Leave room for a pause. A walker who is out of breath has not run out of things to say.";
    static final String OTHER_ADVICE = "Greet whoever sits down, and do not ask them to stay longer than they want to.";

    private Blog() {}

    public static SourceProfile profile() {
        return new SourceProfile(
                "paths",
                Path.of("."),
                "Paths and Benches",
                "Studies of walking and sitting, summarised.",
                URI.create("https://blog.example/network/"),
                List.of(),
                "en",
                "Ida B. Wegner",
                "Path Network",
                URI.create("https://licence.example/"),
                URI.create("http://localhost/"),
                "",
                new SourceProfile.Labels(
                        List.of("Practice Implications", "Implications for Practice"),
                        List.of("This month"),
                        List.of("Posted in", "Filed under", "Tags", "Topics"),
                        List.of("Handbook of Paths: Starting in"),
                        List.of("Leave a comment", "Read more", "Share this"),
                        List.of("'Issue' yyyy/MM")),
                new SourceProfile.Listing("p", List.of("topic"), List.of()),
                new SourceProfile.Crawl(Duration.ZERO, Duration.ZERO, 0, 0, 0, ""),
                SourceProfile.Layout.EITHER,
                SourceProfile.CitationPlace.ANY,
                SourceProfile.Selectors.NONE,
                Set.of(),
                SourceProfile.Pictures.USUAL,
                SourceProfile.Resolver.NONE,
                SourceProfile.Spellings.NONE,
                SourceProfile.Spellings.NONE,
                Serving.NONE,
                "test",
                "");
    }

    static Page read(String html) {
        return read(html, ADDRESS);
    }

    static Page read(String html, String address) {
        return new HtmlExtractor(profile())
                .extract(new Capture(
                        URI.create(address), Instant.EPOCH, "text/html", html.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Told> posts(String html) {
        return told(read(html));
    }

    static List<Told> told(Page page) {
        return page.drafts().stream().map(Told::of).toList();
    }

    static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    /** What a page says of one post. */
    record Told(String month, String title, List<String> citations, List<String> body, List<String> implications) {
        static Told of(Draft draft) {
            return new Told(
                    draft.date().month().toString(),
                    draft.title().text(),
                    texts(draft.citations()),
                    texts(draft.body()),
                    texts(draft.implications()));
        }

        static Told walking() {
            return new Told("2019-05", "Talking Uphill", List.of(CITATION), List.of(BODY), List.of(ADVICE));
        }

        static Told sitting() {
            return new Told(
                    "2019-05",
                    "A Bench by the River",
                    List.of(OTHER_CITATION),
                    List.of(OTHER_BODY),
                    List.of(OTHER_ADVICE));
        }

        Told withMonth(String other) {
            return new Told(other, title, citations, body, implications);
        }

        Told withTitle(String other) {
            return new Told(month, other, citations, body, implications);
        }

        Told withCitations(String... other) {
            return new Told(month, title, List.of(other), body, implications);
        }

        Told withBody(String... other) {
            return new Told(month, title, citations, List.of(other), implications);
        }

        Told withImplications(String... other) {
            return new Told(month, title, citations, body, List.of(other));
        }
    }
}
