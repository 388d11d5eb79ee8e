package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.capture;
import static dev.precis.pipeline.route.Posts.page;
import static dev.precis.pipeline.route.Posts.post;
import static dev.precis.pipeline.route.Posts.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CollationTest {
    private static final SourceProfile PROFILE = Sources.profile("pprnet");
    private static final Works WORKS = new Works(Sources.stages(PROFILE).understanding()::citations);
    private static final Draft EMPATHY = post("Empathy", "A summary of some length.");
    private static final Draft TRUST = post("Trust", "Another summary.", "Attachment");
    private static final Draft HOPE = post("Hope", "A third one.");

    /** Overlapping listings, one of them with a poorer reading, one with two equally good ones. */
    private static final List<Page> PAGES = List.of(
            page("blog?p=1", EMPATHY, TRUST),
            page("blog?p=2", TRUST, HOPE),
            page("blog?cat_2=29&p=1", EMPATHY),
            page("blog?p=1&cat_2=12", without(post("EMPATHY.", ""), "body-missing"), HOPE),
            page("blog?cat_1=25", HOPE),
            page("blog?cat_1=26&cat_2=11", EMPATHY));

    /** One post under three titles and two guids, and another one of the same month. */
    private static final List<Page> KEYED = List.of(
            keyed("feed", "Empathy (2 comments)", "https://b.example/1", "1"),
            keyed("feed?p=2", "Empathy (3 comments)", "1"),
            keyed("api", "Empathy", "http://www.b.example/1/", "3"),
            keyed("other", "Trust", "https://b.example/2", "2"),
            page("blog", TRUST, EMPATHY));

    @Example
    void invertsTheFilterListings() {
        assertThat(collate(PAGES))
                .extracting(draft -> draft.title().text(), Draft::labels)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Empathy", List.of("cat_1=26", "cat_2=11", "cat_2=12", "cat_2=29")),
                        org.assertj.core.groups.Tuple.tuple("Hope", List.of("cat_1=25", "cat_2=12")),
                        org.assertj.core.groups.Tuple.tuple("Trust", List.of("Attachment")));
    }

    @Property(tries = 200)
    void theOrderOfPagesIsNothing(@ForAll("orders") List<Page> pages) {
        assertThat(collate(pages)).isEqualTo(collate(PAGES));
    }

    @Property(tries = 200)
    void theOrderOfPagesIsNothingToPostsWithKeysEither(@ForAll("keyedOrders") List<Page> pages) {
        assertThat(collate(pages)).isEqualTo(collate(KEYED));
    }

    @Example
    void bringsTogetherWhatHasAKeyInCommonUnderWhateverTitle() {
        assertThat(collate(KEYED))
                .extracting(draft -> draft.origin().keys().toString())
                .containsExactly(
                        "[address https://b.example/1, address http://www.b.example/1/, guid 1, guid 3]",
                        "[address https://b.example/2, guid 2]");
    }

    @Example
    void keepsTheFullestReading() {
        Draft cut = without(post("Empathy", "A longer text, but something is missing."), "implications-missing");
        Draft longer = post("Empathy", "A summary of some length, whole.");

        assertThat(collate(List.of(page("blog", cut), page("blog?p=2", EMPATHY), page("blog?p=3", longer))))
                .extracting(draft -> draft.body().getFirst().text())
                .containsExactly("A summary of some length, whole.");
    }

    @Example
    void takesTheShortestAddressOfEqualReadings() {
        assertThat(collate(List.of(page("blog?cat_2=11", HOPE), page("blog?p=9", HOPE), page("blog?p=10", HOPE))))
                .extracting(draft -> draft.origin().address().getQuery())
                .containsExactly("p=9");
    }

    @Example
    void takesTheLaterOfTwoCapturesOfOneAddress() {
        List<Page> captures = List.of(
                capture(
                        "blog",
                        "2015-01-01T00:00:00Z",
                        post("Hope", "The text as it was, long and with an error.", "Old")),
                capture("blog", "2020-01-01T00:00:00Z", post("Hope", "The text as corrected.", "New")),
                capture("blog", "", post("Hope", "A copy of any time, longer than all others and so what.", "Any")));

        assertAlways(captures, "The text as corrected.", "New");
    }

    @Example
    void keepsWhatALaterCaptureOfTheAddressLacks() {
        Draft excerpt = without(post("Hope", "The beginning ..."), "implications-missing");
        List<Page> captures = List.of(
                capture("blog", "2015-01-01T00:00:00Z", post("Hope", "The whole text of it.")),
                capture("blog", "2020-01-01T00:00:00Z", excerpt));

        assertAlways(captures, "The whole text of it.");
    }

    @Example
    void prefersAtOtherAddressesTheFullestReadingToTheLatest() {
        List<Page> captures = List.of(
                capture("blog?p=12", "2015-01-01T00:00:00Z", post("Hope", "The whole text of it.", "One")),
                capture("blog", "2020-01-01T00:00:00Z", post("Hope", "The beginning ...", "Other")));

        assertAlways(captures, "The whole text of it.", "One", "Other");
    }

    @Example
    void takesOfCapturesWithoutAnInstantTheFullest() {
        List<Page> captures = List.of(
                capture("blog", "", post("Hope", "A longer text, without a time.")),
                capture("blog", "", post("Hope", "Short, without a time.")));

        assertAlways(captures, "A longer text, without a time.");
    }

    @Example
    void prefersAReadingWithADayToALongerOne() {
        Draft month = post("Hope", "A longer text, of some day of May.");
        Draft day = new Draft(
                month.origin(),
                month.title(),
                PublicationDate.of(LocalDate.of(2021, 5, 14)),
                month.citations(),
                List.of(),
                List.of(Passage.of("The text of the 14th.")),
                month.implications(),
                List.of(),
                "",
                List.of());

        assertAlways(List.of(page("blog", month), page("blog?p=2", day)), "The text of the 14th.");
    }

    /** Folders are named by whoever copied them: a reading is as good in one as in another. */
    @Example
    void asksOfAFileNothingButItsName() {
        for (String folder : List.of("file:///a/", "file:///z/a/much/longer/folder/than/any/address/of/the/web/has/")) {
            List<Page> pages = List.of(
                    capture(folder + "long-name.html", "", post("Hope", "One text of a length.")),
                    capture("file:///k/name.html", "", post("Hope", "Two text of a length.")));
            assertAlways(pages, "Two text of a length.");
            assertAlways(
                    List.of(pages.getLast(), capture("blog?cat_9=1", "", post("Hope", "The text of a length."))),
                    "The text of a length.");
        }
    }

    private static Page keyed(String address, String title, String... keys) {
        Draft draft = post(title, "A text of " + title);
        List<PostKey> known = Stream.of(keys)
                .map(key -> key.startsWith("http")
                        ? new PostKey(PostKey.Kind.ADDRESS, key)
                        : new PostKey(PostKey.Kind.GUID, key))
                .toList();
        Page page = page(address, draft);
        List<Draft> drafts =
                page.drafts().stream().map(one -> one.withKeys(known)).toList();
        return new Page(page.address(), page.snapshot(), "", drafts, List.of(), List.of(), List.of(), List.of());
    }

    @Provide
    static Arbitrary<List<Page>> keyedOrders() {
        return Arbitraries.shuffle(KEYED);
    }

    @Provide
    static Arbitrary<List<Page>> orders() {
        return Arbitraries.shuffle(PAGES);
    }

    private static void assertAlways(List<Page> pages, String body, String... labels) {
        for (List<Page> order : List.of(pages, pages.reversed())) {
            assertThat(collate(order)).singleElement().satisfies(draft -> {
                assertThat(draft.body().getFirst().text()).isEqualTo(body);
                assertThat(draft.labels()).containsExactly(labels);
            });
        }
    }

    private static List<Draft> collate(List<Page> pages) {
        Collation collation = new Collation(PROFILE, WORKS);
        pages.forEach(collation::add);
        return collation.drafts().drafts();
    }
}
