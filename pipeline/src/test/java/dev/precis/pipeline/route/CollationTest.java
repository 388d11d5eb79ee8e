package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.page;
import static dev.precis.pipeline.route.Posts.post;
import static dev.precis.pipeline.route.Posts.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CollationTest {
    private static final SourceProfile PROFILE = Sources.profile("pprnet");
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

    @Provide
    static Arbitrary<List<Page>> orders() {
        return Arbitraries.shuffle(PAGES);
    }

    private static List<Draft> collate(List<Page> pages) {
        Collation collation = new Collation(PROFILE);
        pages.forEach(collation::add);
        return Collections.unmodifiableList(collation.drafts());
    }
}
